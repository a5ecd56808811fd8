/** Tells one who only watches: neither what the callback throws nor a promise of it that nobody looks at harms anything. */
export function tell<T>(observer: ((told: T) => unknown) | undefined, told: T): void {
  try {
    const returned = observer?.(told)
    if (returned instanceof Promise) returned.catch(() => undefined)
  } catch {
    // Whoever watches must not be able to stop what is watched.
  }
}
