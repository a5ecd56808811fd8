import pRetry from 'p-retry'
import { isTransient } from './apply-error.ts'

export interface RetryOptions {
  readonly retries: number
  readonly retryDelayMs: number
}

/** Makes the call again after errors that ask for it. */
export async function retryTransient<T>(call: () => Promise<T>, { retries, retryDelayMs }: RetryOptions): Promise<T> {
  try {
    return await call()
  } catch (error) {
    // The first attempt goes without the library's machinery, which most calls never need.
    if (!isTransient(error) || retries === 0) throw error
  }
  try {
    return await pRetry(async () => wrapped(call), {
      retries: retries - 1,
      minTimeout: retryDelayMs,
      maxTimeout: 30_000,
      randomize: true,
      shouldRetry: ({ error }) => error instanceof Thrown && isTransient(error.value),
    })
  } catch (error) {
    throw error instanceof Thrown ? error.value : error
  }
}

/** Foreign code throws what it likes, and p-retry gives up on some of that by itself. */
class Thrown extends Error {
  readonly value: unknown

  constructor(value: unknown) {
    super('Thrown by foreign code.')
    this.value = value
  }
}

async function wrapped<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (value) {
    throw new Thrown(value)
  }
}
