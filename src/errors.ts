/**
 * The one base of all errors that this package throws. `code` is stable and safe to switch on;
 * `message` is for people and may change. Neither ever holds a credential, a query string or a response body.
 */
export class XMattersSyncError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: describeCause(options.cause) })
    this.name = new.target.name
    this.code = code
  }
}

/** What is kept of a foreign error: enough to diagnose, nothing that could carry a credential. */
export interface ErrorCause {
  readonly name: string
  readonly code: string | null
  readonly message: string
}

/** Reduces any thrown value to name, code and message, because the original may hold a request and its headers. */
export function describeCause(cause: unknown): ErrorCause {
  if (!(cause instanceof Error)) return { name: typeof cause, code: null, message: '' }
  const code: unknown = (cause as { code?: unknown }).code
  return { name: cause.name, code: typeof code === 'string' ? code : null, message: cause.message }
}

/** Thrown for misuse: an argument that no valid program would pass. */
export class InvalidArgumentError extends XMattersSyncError {
  constructor(message: string, options?: { cause?: unknown }) {
    super('invalid-argument', message, options)
  }
}

/** Thrown when a key names nothing in the snapshot. */
export class UnknownKeyError extends XMattersSyncError {
  readonly key: string

  constructor(kind: string, key: string) {
    super('unknown-key', `No ${kind} with the key ${JSON.stringify(key)} in this snapshot.`)
    this.key = key
  }
}
