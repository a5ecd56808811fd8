/** A signal of one's own that also ends with the caller's, and leaves no listener on it once released. */
export interface LinkedSignal {
  readonly signal: AbortSignal
  abort(): void
  release(): void
}

export function linkSignal(outer: AbortSignal | undefined): LinkedSignal {
  const controller = new AbortController()
  const onAbort = (): void => controller.abort(outer?.reason)
  if (outer?.aborted) onAbort()
  else outer?.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    release: () => outer?.removeEventListener('abort', onAbort),
  }
}
