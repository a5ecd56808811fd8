import { formatInstant } from '../../time/index.ts'
import type { ClientEvent } from '../client-event.ts'
import type { RateBudget } from '../transport.ts'
import { readRateHeaders, type RateHeaders } from './rate-headers.ts'

type PauseReason = Extract<ClientEvent, { kind: 'pause' }>['reason']

/** Who may send when: one for the whole client. */
export interface Pace {
  /** Resolves when it is one's turn, with what ends the turn. Rejects with the signal's reason. */
  enter(signal: AbortSignal): Promise<() => void>
  /** Nobody starts for that long; longer of two pauses wins. */
  pause(reason: PauseReason, waitMs: number): void
  /** Milliseconds that a pause still lasts. */
  pausedMs(): number
  /** Learns from the headers of a response while its turn lasts. */
  observe(headers: Headers): void
  budget(): RateBudget | null
}

export interface PaceOptions {
  readonly concurrency: number
  readonly requestsPerSecond: number | undefined
  readonly emit: (event: ClientEvent) => void
}

/** Share of the tenant's budget that is left to others, because alerts draw on the same. */
const reserve = 0.1
/** Where a response gives a budget and not its period. */
const defaultPeriodMs = 60_000
const longestPauseMs = 120_000
const concurrencyPauseMs = 1000

/** Within the reserve one request at a time, at half of the rate that the budget sustains; nothing for a period once all of it is spent. */
function budgetPauseMs(heard: RateHeaders | null): number {
  const { limit, remaining, periodMs } = heard ?? {}
  const period = periodMs ?? defaultPeriodMs
  return remaining && limit ? Math.ceil((2 * period) / limit) : period
}

/** First come, first served; at most `concurrency` at once, and fewer where the instance says that it is nearly at its limits. */
export function createPace({ concurrency, requestsPerSecond, emit }: PaceOptions): Pace {
  const intervalMs = requestsPerSecond === undefined ? 0 : 1000 / requestsPerSecond
  const waiting = new Set<() => void>()
  let running = 0
  let most = concurrency
  let pausedUntil = 0
  let nextStart = 0
  /** Requests that may still be sent before the budget has to be looked at again. */
  let allowance = Number.POSITIVE_INFINITY
  let heard: (RateHeaders & { readonly at: number }) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const pause = (reason: PauseReason, waitMs: number): void => {
    const bounded = Math.min(waitMs, longestPauseMs)
    const until = performance.now() + bounded
    if (bounded <= 0 || until <= pausedUntil) return
    pausedUntil = until
    emit({ kind: 'pause', reason, waitMs: bounded })
  }

  const admit = (): void => {
    clearTimeout(timer)
    timer = undefined
    for (const start of waiting) {
      if (running >= most) return
      if (allowance < 1) {
        // Answers under way may bring a new budget; without any, time alone can.
        if (running > 0) return
        pause('rate-budget', budgetPauseMs(heard))
        allowance = 1
      }
      const now = performance.now()
      const waitMs = Math.max(pausedUntil, nextStart) - now
      if (waitMs > 0) {
        clearTimeout(timer)
        timer = setTimeout(admit, waitMs)
        return
      }
      nextStart = Math.max(now, nextStart) + intervalMs
      allowance -= 1
      running += 1
      waiting.delete(start)
      start()
    }
  }

  const leave = (): void => {
    running -= 1
    admit()
  }

  return {
    enter: async (signal) =>
      new Promise((resolve, reject) => {
        const onAbort = (): void => {
          waiting.delete(start)
          if (waiting.size === 0) clearTimeout(timer)
          reject(signal.reason)
        }
        const start = (): void => {
          signal.removeEventListener('abort', onAbort)
          resolve(leave)
        }
        if (signal.aborted) {
          reject(signal.reason)
          return
        }
        signal.addEventListener('abort', onAbort, { once: true })
        waiting.add(start)
        admit()
      }),
    pause,
    pausedMs: () => Math.max(0, Math.ceil(pausedUntil - performance.now())),
    observe: (headers) => {
      const read = readRateHeaders(headers)
      const { limit, remaining, concurrencyLimit, concurrencyRemaining } = read
      if (remaining === null && concurrencyRemaining === null) return
      heard = { ...read, at: Date.now() }
      // Those under way may not be counted yet.
      if (remaining !== null) allowance = remaining - Math.floor((limit ?? remaining) * reserve) - (running - 1)
      if (concurrencyRemaining !== null) {
        const spare = concurrencyRemaining - Math.floor((concurrencyLimit ?? 0) * reserve)
        most = Math.max(1, Math.min(concurrency, running + spare))
        if (concurrencyRemaining === 0) pause('concurrency-budget', concurrencyPauseMs)
      }
    },
    budget: () => {
      if (heard === null) return null
      const { at, limit, remaining, periodMs, concurrencyLimit, concurrencyRemaining } = heard
      const resetsAt = periodMs === null ? null : formatInstant(at + periodMs)
      return { limit, remaining, resetsAt, concurrencyLimit, concurrencyRemaining }
    },
  }
}
