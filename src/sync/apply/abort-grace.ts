import { XMattersSyncError } from '../../errors.ts'

/** Lets what is in flight end after a stop, but not wait for ever. */
export interface AbortGrace {
  /** Gives the work a signal of its own, where there is one to stop it at all. Rejects when the work does not end after all that. */
  run<T>(work: (signal: AbortSignal | undefined) => Promise<T>): Promise<T>
  close(): void
}

/**
 * Once `signal` says stop, work has `graceMs` to end by itself; then its own signal says stop, and after the same time again it is left
 * alone. Work that is begun after the stop, to find out what became of the rest, has as long.
 */
export function openGrace(signal: AbortSignal | undefined, graceMs: number): AbortGrace {
  if (!signal) return { run: async (work) => work(undefined), close: () => {} }
  const inFlight = new Set<() => void>()
  const onAbort = (): void => {
    for (const startClock of inFlight) startClock()
  }
  signal.addEventListener('abort', onAbort, { once: true })
  return {
    run: async (work) => {
      const own = new AbortController()
      const timers: ReturnType<typeof setTimeout>[] = []
      let leave: (error: Error) => void = () => {}
      const left = new Promise<never>((_resolve, reject) => (leave = reject))
      const startClock = (): void => {
        timers.push(
          setTimeout(() => own.abort(signal.reason), graceMs),
          setTimeout(() => leave(new XMattersSyncError('no-answer', noAnswer)), 2 * graceMs),
        )
      }
      inFlight.add(startClock)
      if (signal.aborted) startClock()
      try {
        return await Promise.race([work(own.signal), left])
      } finally {
        inFlight.delete(startClock)
        for (const timer of timers) clearTimeout(timer)
      }
    },
    close: () => signal.removeEventListener('abort', onAbort),
  }
}

const noAnswer = 'No answer came after the stop; the next run finds out what became of it.'
