import { XMattersSyncError } from '../errors.ts'

export type ClientErrorCode =
  | 'authentication'
  | 'permission'
  | 'not-found'
  | 'bad-request'
  | 'rate-limited'
  | 'server-error'
  | 'timeout'
  | 'connection'
  | 'not-xmatters'
  | 'unsafe-link'
  | 'response-too-large'
  | 'invalid-response'
  | 'aborted'

export interface ClientErrorDetails {
  /** Template, such as `/groups/{group}/shifts`; never the path with its ids. */
  readonly route: string
  /** HTTP status; `null` when there was no response. */
  readonly status?: number | null
  /** xMatters' own number for the problem, where it gave one. */
  readonly subcode?: string | null
  /** The instance's id of the request, for its support. */
  readonly serverRequestId?: string | null
  /** Attempts made, the failed one included. */
  readonly attempts?: number
  /** Milliseconds that the instance asked to wait. */
  readonly retryAfterMs?: number | null
  readonly cause?: unknown
}

/** Base of all that goes wrong between the client and the instance. */
export class XMattersClientError extends XMattersSyncError {
  declare readonly code: ClientErrorCode
  readonly route: string
  readonly status: number | null
  readonly subcode: string | null
  readonly serverRequestId: string | null
  readonly attempts: number
  readonly retryAfterMs: number | null

  constructor(code: ClientErrorCode, message: string, details: ClientErrorDetails) {
    super(code, message, details.cause === undefined ? undefined : { cause: details.cause })
    this.route = details.route
    this.status = details.status ?? null
    this.subcode = details.subcode ?? null
    this.serverRequestId = details.serverRequestId ?? null
    this.attempts = details.attempts ?? 1
    this.retryAfterMs = details.retryAfterMs ?? null
  }
}

/** The credentials were refused (401), or the token service refused them. Never retried with basic or API key. */
export class AuthenticationError extends XMattersClientError {
  constructor(message: string, details: ClientErrorDetails) {
    super('authentication', message, details)
  }
}

/** The account may not read this (403). */
export class PermissionError extends XMattersClientError {
  constructor(message: string, details: ClientErrorDetails) {
    super('permission', message, details)
  }
}

/** Nothing by that id or name (404, and the 400 that means it). */
export class NotFoundError extends XMattersClientError {
  constructor(message: string, details: ClientErrorDetails) {
    super('not-found', message, details)
  }
}

/** Still refused for its pace (429) after all retries. */
export class RateLimitedError extends XMattersClientError {
  constructor(message: string, details: ClientErrorDetails) {
    super('rate-limited', message, details)
  }
}

/** One attempt or the whole call took longer than allowed. */
export class TimeoutError extends XMattersClientError {
  constructor(message: string, details: ClientErrorDetails) {
    super('timeout', message, details)
  }
}

/** A response that is not what the documentation says; `path` and `expectation` tell where and what. */
export class InvalidResponseError extends XMattersClientError {
  readonly path: string
  readonly expectation: string

  constructor(message: string, details: ClientErrorDetails & { readonly path: string; readonly expectation: string }) {
    super('invalid-response', message, details)
    this.path = details.path
    this.expectation = details.expectation
  }
}

/** The caller's signal ended the call. */
export class AbortedError extends XMattersClientError {
  constructor(message: string, details: ClientErrorDetails) {
    super('aborted', message, details)
  }
}
