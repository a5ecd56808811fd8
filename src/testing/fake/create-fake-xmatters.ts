import { aTenant, type TenantOptions } from '../builders/a-tenant.ts'
import type { XMattersTenant } from '../../xmatters/index.ts'
import { type FakeAnswer, notFound, refusal } from './fake-answer.ts'
import { createGate, type FakeAuth } from './fake-auth.ts'
import { createFaultScript, type FakeFaults } from './fake-faults.ts'
import { type FakeReadings, usualReadings } from './fake-readings.ts'
import { failingResponse, jsonResponse } from './fake-response.ts'
import { answerRoute } from './fake-routes.ts'
import { type FakeTenant, fakeTenant } from './fake-tenant.ts'

export interface FakeXMattersOptions extends TenantOptions {
  /** What the instance holds to begin with; it is copied. Default: `aTenant` with `seed`, `people`, `groups` and `now`. */
  readonly tenant?: XMattersTenant
  /** Default: everybody is let in. */
  readonly auth?: FakeAuth
  /** Rows of a page at most, so that small tenants have many pages. Default 1000, which is also the most. */
  readonly pageSize?: number
  /** What the instance does where the documentation leaves it open, to try calibration on. Default: what `SourceSemantics` takes for granted. */
  readonly readings?: Partial<FakeReadings>
}

/** A request that the fake got. Credentials are not kept. */
export interface FakeRequest {
  readonly method: string
  readonly path: string
  /** With its question mark; `''` without one. */
  readonly query: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

export interface FakeXMatters {
  readonly baseUrl: string
  /** Hand it to `XMattersClient`. */
  readonly fetch: typeof globalThis.fetch
  /** Answers a request from wherever it comes, such as a server on loopback. Rejects where the connection is to break. */
  handle(request: Request): Promise<Response>
  /** Edit it between requests: the next answer knows. */
  readonly tenant: FakeTenant
  readonly faults: FakeFaults
  /** All requests so far, the refused and failed ones too. */
  readonly requests: readonly FakeRequest[]
  /** All OAuth access tokens end at once, as if their time were over. */
  expireTokens(): void
}

/**
 * An xMatters instance in memory: stateful, with the wire format of the REST API, read-only as the client is.
 *
 * It computes `/on-call` from its payloads by code of its own, so that parity against it means something.
 * Its clock stands at the instant of the capture (`tenant.capturedAt`): all answers carry that `Date`, by which the client goes, and `position`
 * is the order of that moment.
 */
export function createFakeXMatters(options: FakeXMattersOptions = {}): FakeXMatters {
  const { auth, pageSize = 1000 } = options
  const readings = { ...usualReadings, ...options.readings }
  const tenant = fakeTenant(options.tenant ?? aTenant(options))
  const baseUrl = `https://${tenant.origin.replace(/^xmatters:/, '')}`
  const gate = createGate(auth)
  const faults = createFaultScript()
  const requests: FakeRequest[] = []

  const answer = async (request: Request, url: URL): Promise<FakeAnswer> => {
    const path = /^\/api\/xm\/1\/(.+)$/.exec(url.pathname)?.[1]
    if (path === undefined) return notFound('the endpoint')
    if (path === 'oauth2/token') return gate.grant(await parametersOf(request, url))
    if (!gate.admits(request.headers.get('authorization'))) return refusal(401, 'Invalid Credentials')
    if (request.method !== 'GET') return refusal(405, `Request method '${request.method}' not supported`)
    return answerRoute({ tenant, url, pageSize, readings }, path)
  }

  const handle = async (request: Request): Promise<Response> => {
    request.signal.throwIfAborted()
    const url = new URL(request.url)
    requests.push(recorded(request, url))
    const fault = faults.take(url.pathname + url.search)
    return fault === null
      ? jsonResponse(await answer(request, url), { date: tenant.capturedAt, used: requests.length })
      : failingResponse(fault, request.signal, async () => answer(request, url))
  }
  return {
    baseUrl,
    fetch: async (input, init) => handle(new Request(input, init)),
    handle,
    tenant,
    faults,
    requests,
    expireTokens: () => gate.expireTokens(),
  }
}

/** In the query as an older client sends them, or in the body. */
async function parametersOf(request: Request, url: URL): Promise<URLSearchParams> {
  const parameters = new URLSearchParams(url.search)
  for (const [name, value] of new URLSearchParams(await request.text())) parameters.set(name, value)
  return parameters
}

function recorded({ method, headers }: Request, url: URL): FakeRequest {
  const isToken = url.pathname.endsWith('/oauth2/token')
  return {
    method,
    path: url.pathname,
    query: isToken ? '' : url.search,
    headers: Object.fromEntries([...headers].filter(([name]) => name !== 'authorization')),
  }
}
