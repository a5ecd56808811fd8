/** What a route answers: JSON, in which what is `undefined` is left out, and its status. */
export interface FakeAnswer {
  readonly status: number
  readonly body: unknown
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
}

export function ok(body: unknown): FakeAnswer {
  return { status: 200, body }
}

export function refusal(status: number, message: string, subcode?: string): FakeAnswer {
  const reason = reasons[status] ?? 'Error'
  return { status, body: { code: status, reason, message, subcode } }
}

export function notFound(what: string): FakeAnswer {
  return refusal(404, `Could not find ${what}`, 'not_found')
}
