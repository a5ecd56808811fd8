import { XMattersClient, type XMattersClientOptions } from '../../../src/xmatters/index.ts'

export const baseUrl = 'https://acme.xmatters.com'
export const basic = { kind: 'basic', username: 'reader', password: 'pässwörd-7' } as const

export interface SentRequest {
  readonly url: URL
  /** Below `/api/xm/1`. */
  readonly path: string
  readonly method: string
  readonly headers: Headers
  readonly body: string
  readonly signal: AbortSignal | null | undefined
}

type Answer = Response | object | string | number | null

/** A fetch that answers from a function, and remembers what it was asked. Objects are sent as JSON, numbers as a status with xMatters' error. */
export function scriptedFetch(answer: (request: SentRequest, index: number) => Answer | Promise<Answer>) {
  const sent: SentRequest[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const request: SentRequest = {
      url,
      path: url.pathname.replace(/^\/api\/xm\/1/, ''),
      method: init?.method ?? 'GET',
      headers: new Headers(init?.headers),
      body: typeof init?.body === 'string' ? init.body : '',
      signal: init?.signal,
    }
    sent.push(request)
    return toResponse(await answer(request, sent.length - 1))
  }
  return { fetch, sent }
}

export function toResponse(answer: Answer): Response {
  if (answer instanceof Response) return answer
  if (typeof answer === 'number') return refused(answer)
  if (typeof answer === 'string') return new Response(answer, { headers: { 'content-type': 'application/json' } })
  return Response.json(answer)
}

export function refused(status: number, extra: object = {}, headers: Record<string, string> = {}): Response {
  return Response.json(
    { code: status, reason: 'Refused', message: 'said by the server', ...extra },
    { status, headers },
  )
}

/** A client over a scripted fetch; without retries unless asked for. */
export function scriptedClient(
  answer: Parameters<typeof scriptedFetch>[0],
  options: Partial<XMattersClientOptions> = {},
) {
  const { fetch, sent } = scriptedFetch(answer)
  return { client: new XMattersClient({ baseUrl, auth: basic, retries: 0, fetch, ...options }), sent }
}

export function page<T>(data: readonly T[], extra: object = {}) {
  return { count: data.length, total: data.length, data, ...extra }
}

export const emptyPage = page([])

/** What a promise rejects with, or a failure of the test. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`resolved with ${JSON.stringify(value)?.slice(0, 200)}`)
    },
    (error: unknown) => error,
  )
}
