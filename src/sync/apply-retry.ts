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
    return pRetry(call, {
      retries: retries - 1,
      minTimeout: retryDelayMs,
      maxTimeout: 30_000,
      randomize: true,
      shouldRetry: ({ error: again }) => isTransient(again),
    })
  }
}
