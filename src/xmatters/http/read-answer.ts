import { InvalidResponseError, XMattersClientError } from '../client-error.ts'
import { parseJson } from './parse-json.ts'
import { readRetryAfter } from './retry-after.ts'
import { statusError } from './status-error.ts'

export interface Answer {
  readonly json: unknown
  /** Of the body, after decompression. */
  readonly bytes: number
  readonly headers: Headers
}

/** What a response says: its JSON, or an `XMattersClientError` thrown. Of the server's own words only those that are plain and no secret are kept. */
export function readAnswer(
  { route, attempts }: { readonly route: string; readonly attempts: number },
  isSecret: (text: string) => boolean,
  response: Response,
  body: Uint8Array,
): Answer {
  const { headers } = response
  const contentType = headers.get('content-type')
  const serverRequestId = safeWord(headers.get('x-request-id') ?? headers.get('x-correlation-id'), isSecret)
  // A browser shows a redirect that it does not follow as status 0.
  const status = response.type === 'opaqueredirect' ? 302 : response.status
  const details = { route, attempts, status, serverRequestId }
  if (response.redirected) {
    throw new XMattersClientError('unsafe-link', `${route} was redirected by the fetch in use; refused.`, details)
  }
  const parsed = parseJson(body, contentType)
  if (status < 200 || status > 299) {
    const told = parsed.kind === 'value' && typeof parsed.value === 'object' ? parsed.value : null
    const subcode = safeWord(told !== null && 'subcode' in told ? told.subcode : null, isSecret)
    const isJson = told !== null || /[/+]json\b/i.test(contentType ?? '')
    throw statusError({ ...details, subcode, isJson, retryAfterMs: readRetryAfter(headers, Date.now()) })
  }
  switch (parsed.kind) {
    case 'value':
      return { json: parsed.value, bytes: body.byteLength, headers }
    case 'cut-off':
      throw new XMattersClientError(
        'connection',
        `The connection broke in the middle of the answer to ${route}.`,
        details,
      )
    case 'empty':
      throw new InvalidResponseError(`${route} answered ${status} without a body.`, {
        ...details,
        path: '$',
        expectation: 'a JSON body',
      })
    case 'not-json':
      throw new XMattersClientError('not-xmatters', `${route} answered with something else than JSON.`, details)
  }
}

function safeWord(value: unknown, isSecret: (text: string) => boolean): string | null {
  return typeof value === 'string' && /^[\w.:-]{1,120}$/.test(value) && !isSecret(value) ? value : null
}
