import type { XMattersClientError } from '../client-error.ts'
import type { ClientEvent } from '../client-event.ts'
import { type AttemptLimits, attemptOnce } from './attempt.ts'
import type { Pace } from './pace.ts'
import type { Answer } from './read-answer.ts'

/** One call of the client, over all of its attempts. */
export interface Call {
  readonly route: string
  readonly url: string
  /** Names it in events. */
  readonly requestId: number
  attempts: number
}

/** What happens before the turn passes on to the next in the queue. */
export interface Turn {
  /** May throw to give the turn up before anything is sent. */
  begin(): void
  failed(error: unknown): void
}

/** Sends once, in its turn; rejects with an `XMattersClientError`, or with the reason of a signal that ended. */
export type Send = (call: Call, init: RequestInit, signal: AbortSignal, turn?: Turn) => Promise<Answer>

export interface SenderOptions {
  readonly pace: Pace
  readonly limits: AttemptLimits
  readonly emit: (event: ClientEvent) => void
}

/** How long all wait after a 429 or 503 that does not say: doubled with each that follows without a success between. */
const firstPauseMs = 1000
const longestPauseMs = 30_000

export function createSender({ pace, limits, emit }: SenderOptions): Send {
  let pauses = 0

  const slowDown = ({ status, retryAfterMs }: XMattersClientError): void => {
    if (status !== 429 && status !== 503) return
    const isPaused = pace.pausedMs() > 0
    // Those that were under way when the pause began say nothing new.
    if (isPaused && retryAfterMs === null) return
    if (!isPaused) pauses += 1
    const backoffMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (pauses - 1)) * (0.5 + Math.random() / 2)
    pace.pause(status === 429 ? 'rate-limited' : 'unavailable', retryAfterMs ?? Math.round(backoffMs))
  }

  const sendNow: Send = async (call, init, signal) => {
    call.attempts += 1
    const { requestId, route, url, attempts } = call
    const about = { requestId, route, attempt: attempts }
    const startedAt = performance.now()
    emit({ kind: 'request', ...about })
    const done = (status: number | null, code: string | null, bytes: number): void =>
      emit({ kind: 'done', ...about, status, code, durationMs: performance.now() - startedAt, bytes })
    try {
      const { answer, error, status, headers, bytes } = await attemptOnce(
        { route, url, init, attempts },
        limits,
        signal,
      )
      if (headers) pace.observe(headers)
      done(status, error?.code ?? null, bytes)
      if (error) {
        slowDown(error)
        throw error
      }
      pauses = 0
      return answer
    } catch (error) {
      if (signal.aborted) done(null, 'aborted', 0)
      throw error
    }
  }

  return async (call, init, signal, turn) => {
    const leave = await pace.enter(signal)
    try {
      turn?.begin()
      return await sendNow(call, init, signal)
    } catch (error) {
      turn?.failed(error)
      throw error
    } finally {
      leave()
    }
  }
}
