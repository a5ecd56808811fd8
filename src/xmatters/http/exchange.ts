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
  let last: XMattersClientError | null = null
  const isWorthARetry = (error: unknown): boolean => {
    if (error instanceof XMattersClientError) last = error
    return isTransient(error, route) && !call.signal.aborted
  }
  const ending = (error: unknown, before: XMattersClientError | null): unknown => {
    const attempts = (error instanceof XMattersClientError ? error : before)?.attempts ?? 0
    if (call.timedOut()) {
      const message = `${route} took longer than ${totalTimeoutMs} ms, all attempts and waits together.`
      const { status = null, retryAfterMs = null } = before ?? {}
      return new TimeoutError(message, { route, attempts, status, retryAfterMs, ...(before ? { cause: before } : {}) })
    }
    if (!call.signal.aborted) return error
    return new AbortedError(`${route} was aborted.`, { route, attempts, cause: signal?.reason })
  }
  try {
    const first = attempt(call.signal)
    try {
      return await first
    } catch (error) {
      if (retries === 0 || !isWorthARetry(error)) throw error
    }
    // ky is loaded by the first call that fails and takes over from there: it is most of what importing this package would cost, and what
    // it holds for a call more than all the rest.
    const { default: ky } = await import('ky')
    const attempts = [first]
    await ky(url, {
      signal: call.signal,
      timeout: false,
      fetch: async () => {
        const next = attempts.length === 1 ? first : attempt(call.signal)
        attempts.push(next)
        await next
        return new Response(null, { status: 204 })
      },
      retry: {
        limit: retries,
        methods: ['get'],
        shouldRetry: ({ error }) => isWorthARetry(error),
        delay: (count) => firstDelayMs * 2 ** (count - 1),
        backoffLimit: longestDelayMs,
        jitter: (delayMs) => {
          const waitMs = Math.round(delayMs * (0.5 + Math.random() / 2))
          if (last) onRetry(last, waitMs)
          return waitMs
        },
      },
    })
    return await attempts.at(-1)!
  } catch (error) {
    throw ending(error, last)
  } finally {
    call.release()
  }
}
