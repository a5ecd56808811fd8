/** A signal of one's own that also ends with the caller's or after a time, and leaves nothing behind once released. */
export interface LinkedSignal {
  readonly signal: AbortSignal
  /** Ended by its time, not by the caller. */
  timedOut(): boolean
  abort(): void
  release(): void
}

const ended = 'ended'

/** `timeoutMs`: milliseconds until it ends by itself; default never. */
export function linkSignal(outer: AbortSignal | undefined, timeoutMs?: number): LinkedSignal {
  const controller = new AbortController()
  let isLate = false
  const onAbort = (): void => controller.abort(outer?.reason)
  if (outer?.aborted) onAbort()
  else outer?.addEventListener('abort', onAbort, { once: true })
  const timer =
    timeoutMs === undefined || controller.signal.aborted
      ? undefined
      : setTimeout(() => {
          isLate = !controller.signal.aborted
          controller.abort(ended)
        }, timeoutMs)
  return {
    signal: controller.signal,
    timedOut: () => isLate,
    // A reason of its own, because making an error with its stack for every request costs more than the rest.
    abort: () => controller.abort(ended),
    release: () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', onAbort)
    },
  }
}

/** The work's outcome; what else of it is under way ends when it fails, or with the caller's signal. */
export async function underSignal<T>(
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const link = linkSignal(outer)
  try {
    return await work(link.signal)
  } catch (error) {
    link.abort()
    throw error
  } finally {
    link.release()
  }
}

/** The promise's outcome, or a rejection with the signal's reason as soon as that ends; no listener stays behind. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    const onAbort = (): void => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
