import ky from 'ky'
import { AbortedError, TimeoutError, XMattersClientError } from '../client-error.ts'
import { linkSignal } from '../linked-signal.ts'
import { isTransient } from './status-error.ts'

export interface ExchangeOptions {
  readonly route: string
  readonly url: string
  readonly signal?: AbortSignal
  readonly retries: number
  readonly totalTimeoutMs: number
  /** Told before each wait. */
  readonly onRetry: (error: XMattersClientError, waitMs: number) => void
}

const firstDelayMs = 500
const longestDelayMs = 30_000

/**
 * One call: attempts until one succeeds, fails for good, or time is up. ky decides whether and when to try again; an attempt is ours, because
 * it holds its turn until the body was read, and its credentials are never part of what ky's errors hold.
 */
export async function exchange<T>(
  { route, url, signal, retries, totalTimeoutMs, onRetry }: ExchangeOptions,
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const call = linkSignal(signal, totalTimeoutMs)
  const answers: T[] = []
  let failure: unknown = null
  try {
    await ky(url, {
      signal: call.signal,
      timeout: false,
      fetch: async () => {
        answers.push(await attempt(call.signal))
        return new Response(null, { status: 204 })
      },
      retry: {
        limit: retries,
        methods: ['get'],
        shouldRetry: ({ error }) => {
          failure = error
          return isTransient(error, route) && !call.signal.aborted
        },
        delay: (count) => firstDelayMs * 2 ** (count - 1),
        backoffLimit: longestDelayMs,
        jitter: (delayMs) => {
          const waitMs = Math.round(delayMs * (0.5 + Math.random() / 2))
          if (failure instanceof XMattersClientError) onRetry(failure, waitMs)
          return waitMs
        },
      },
    })
    return answers[0]!
  } catch (error) {
    const last = failure instanceof XMattersClientError ? failure : null
    const attempts = error instanceof XMattersClientError ? error.attempts : (last?.attempts ?? 0)
    if (call.timedOut()) {
      throw new TimeoutError(`${route} took longer than ${totalTimeoutMs} ms, all attempts and waits together.`, {
        route,
        attempts,
        status: last?.status ?? null,
        retryAfterMs: last?.retryAfterMs ?? null,
        ...(last ? { cause: last } : {}),
      })
    }
    if (call.signal.aborted) {
      throw new AbortedError(`${route} was aborted.`, { route, attempts, cause: signal?.reason })
    }
    throw error
  } finally {
    call.release()
  }
}
