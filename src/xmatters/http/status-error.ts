import {
  AuthenticationError,
  type ClientErrorDetails,
  NotFoundError,
  PermissionError,
  RateLimitedError,
  TimeoutError,
  XMattersClientError,
} from '../client-error.ts'

/** What a response without success tells, nothing of it verbatim but what was checked. */
export interface RefusedResponse extends ClientErrorDetails {
  readonly status: number
  /** The body is JSON, as all of xMatters' own answers are. */
  readonly isJson: boolean
}

/** `validation.person.person_not_exists` and its like: a 400 that means that there is no such thing. */
const missing = /not[._-]?(?:exists?|found)|does[._-]not[._-]exist/i

/** The error for a status other than success. The server's message is left out, because it may repeat what it was sent. */
export function statusError({ isJson, ...details }: RefusedResponse): XMattersClientError {
  const { status, route, subcode } = details
  if (status >= 300 && status < 400) {
    return new XMattersClientError(
      'unsafe-link',
      `${route} answered with a redirect (${status}); it is not followed.`,
      details,
    )
  }
  if (status === 401)
    return new AuthenticationError(
      `The credentials were refused for ${route} (401): check user and password, or key and secret.`,
      details,
    )
  if (status === 403) return new PermissionError(`The account may not read ${route} (403).`, details)
  if (status === 408) return new TimeoutError(`${route} was given up by the server (408).`, details)
  if (status === 429) return new RateLimitedError(`${route} was refused for its pace (429).`, details)
  if (status >= 500) {
    return new XMattersClientError('server-error', `${route} failed on the server (${status}).`, details)
  }
  if (!isJson) {
    return new XMattersClientError(
      'not-xmatters',
      `${route} is answered by something else than xMatters (${status}).`,
      details,
    )
  }
  if (status === 404 || (status === 400 && missing.test(subcode ?? ''))) {
    return new NotFoundError(`${route} has nothing by that id or name (${status}).`, details)
  }
  return new XMattersClientError('bad-request', `${route} was refused as asked (${status}).`, details)
}

/** Whether the same request may go better in a while. What another call failed with, such as that for a token, had its own retries. */
export function isTransient(error: unknown, route: string): error is XMattersClientError {
  if (!(error instanceof XMattersClientError) || error.route !== route) return false
  const { code, status } = error
  if (code === 'rate-limited' || code === 'connection') return true
  if (code === 'timeout') return status === null
  return code === 'server-error' && (status === 500 || status === 502 || status === 503 || status === 504)
}
