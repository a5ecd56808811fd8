import { InvalidArgumentError } from '../../errors.ts'
import { AuthenticationError, type XMattersClientError } from '../client-error.ts'
import type { ClientEvent } from '../client-event.ts'
import type { XMattersClientOptions } from '../client-options.ts'
import type { ReadRequest, ReadResponse, Transport } from '../transport.ts'
import { type Answer, attemptOnce } from './attempt.ts'
import { createCredentialGate } from './credential-gate.ts'
import { createCredentialSource } from './credential-source.ts'
import { exchange } from './exchange.ts'
import { parseInstanceOrigin } from './instance-origin.ts'
import { type RequestTokens, tokenRoute } from './oauth-source.ts'
import { createPace } from './pace.ts'
import { linkUrl, routeUrl } from './request-url.ts'

/** How long all wait after a 429 or 503 that does not say: doubled with each that follows without a success between. */
const firstPauseMs = 1000
const longestPauseMs = 30_000

/** Whether credentials go along, and with which number the call shows in events. */
interface Call {
  readonly route: string
  readonly url: string
  readonly requestId: number
  readonly init: RequestInit
  attempts: number
}

export function createTransport(options: XMattersClientOptions): Transport {
  const { auth, userAgent = 'xmatters-sync', retries = 3, timeoutMs = 30_000, totalTimeoutMs = 300_000 } = options
  const { concurrency = 4, requestsPerSecond, maxResponseBytes = 64 * 1024 * 1024, allowInsecure = false } = options
  const { origin, host } = parseInstanceOrigin(options.baseUrl, allowInsecure)
  requireNumber('concurrency', concurrency, 1)
  requireNumber('retries', retries, 0)
  const emit = createEmitter(options.onEvent)
  const pace = createPace({ concurrency, requestsPerSecond, emit })
  const fetch = options.fetch ?? (async (input, init) => globalThis.fetch(input, init))
  const headers = { accept: 'application/json', 'user-agent': userAgent }
  let lastRequestId = 0
  let pauses = 0

  const slowDown = (error: XMattersClientError): void => {
    const { status, retryAfterMs } = error
    if (status !== 429 && status !== 503) return
    const isPaused = pace.pausedMs() > 0
    if (isPaused && retryAfterMs === null) return
    if (!isPaused) pauses += 1
    const waitMs =
      retryAfterMs ?? Math.min(longestPauseMs, firstPauseMs * 2 ** (pauses - 1)) * (0.5 + Math.random() / 2)
    pace.pause(status === 429 ? 'rate-limited' : 'unavailable', Math.round(waitMs))
  }

  /** One request in its turn. */
  const send = async (call: Call, init: RequestInit, signal: AbortSignal): Promise<Answer> => {
    const leave = await pace.enter(signal)
    call.attempts += 1
    const { requestId, route, attempts } = call
    const startedAt = performance.now()
    emit({ kind: 'request', requestId, route, attempt: attempts })
    const done = (status: number | null, code: string | null, bytes: number): void =>
      emit({
        kind: 'done',
        requestId,
        route,
        attempt: attempts,
        status,
        code,
        durationMs: performance.now() - startedAt,
        bytes,
      })
    try {
      const limits = { fetch, timeoutMs, maxResponseBytes, isSecret }
      const result = await attemptOnce({ route, url: call.url, init, attempts }, limits, signal)
      if (result.headers) pace.observe(result.headers)
      done(result.status, result.error?.code ?? null, result.bytes)
      if (result.answer) {
        pauses = 0
        return result.answer
      }
      slowDown(result.error!)
      throw result.error!
    } catch (error) {
      if (signal.aborted) done(null, 'aborted', 0)
      throw error
    } finally {
      leave()
    }
  }

  const perform = async (
    request: Pick<Call, 'route' | 'url' | 'init'>,
    attempt: (call: Call, signal: AbortSignal) => Promise<Answer>,
    { signal, retries: limit = retries }: Pick<ReadRequest, 'signal' | 'retries'> = {},
  ): Promise<Answer> => {
    const call: Call = { ...request, requestId: ++lastRequestId, attempts: 0 }
    const { route, url, requestId } = call
    const onRetry = ({ code, status }: XMattersClientError, waitMs: number): void =>
      emit({
        kind: 'retry',
        requestId,
        route,
        attempt: call.attempts,
        code,
        status,
        waitMs: Math.max(waitMs, pace.pausedMs()),
      })
    return exchange({ route, url, signal, retries: limit, totalTimeoutMs, onRetry }, async (callSignal) =>
      attempt(call, callSignal),
    )
  }

  const requestTokens: RequestTokens = async (form) => {
    const init = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    }
    const request = { route: tokenRoute, url: routeUrl(origin, tokenRoute), init }
    const { json } = await perform(request, async (call, signal) => send(call, init, signal))
    return json
  }

  const credentials = createCredentialSource(auth, requestTokens, timeoutMs)
  const gate = createCredentialGate(credentials.canChange)
  const isSecret = (text: string): boolean =>
    credentials.secrets().some((secret) => secret !== '' && text.includes(secret))

  const sendAuthorized = async (call: Call, signal: AbortSignal): Promise<Answer> => {
    const { route } = call
    const report = await gate.enter(
      signal,
      () =>
        new AuthenticationError(`The credentials were refused before; ${route} was not asked for.`, {
          route,
          attempts: call.attempts,
        }),
    )
    const authorized = (authorization: string): RequestInit => ({
      ...call.init,
      headers: { ...headers, authorization },
    })
    try {
      const first = await credentials.current(signal)
      let answer: Answer
      try {
        answer = await send(call, authorized(first), signal)
      } catch (error) {
        const isRefused = error instanceof AuthenticationError
        if (!isRefused || !(await credentials.renew(first, signal))) throw error
        answer = await send(call, authorized(await credentials.current(signal)), signal)
      }
      report('accepted')
      return answer
    } catch (error) {
      report(outcomeOf(error))
      throw error
    }
  }

  return {
    origin,
    host,
    emit,
    rateBudget: pace.budget,
    read: async ({ route, params, query, link, ...rest }): Promise<ReadResponse> => {
      const url = link === undefined ? routeUrl(origin, route, params, query) : linkUrl(origin, link, route)
      return perform({ route, url, init: { method: 'GET' } }, sendAuthorized, rest)
    },
  }
}

function outcomeOf(error: unknown): 'accepted' | 'refused' | 'unknown' {
  if (error instanceof AuthenticationError) return 'refused'
  const code = (error as { code?: unknown }).code
  return code === 'permission' || code === 'not-found' || code === 'bad-request' ? 'accepted' : 'unknown'
}

function createEmitter(onEvent: XMattersClientOptions['onEvent']): (event: ClientEvent) => void {
  if (!onEvent) return () => undefined
  return (event) => {
    try {
      const returned: unknown = onEvent(event)
      if (returned instanceof Promise) returned.catch(() => undefined)
    } catch {
      // An observer harms nothing.
    }
  }
}

function requireNumber(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new InvalidArgumentError(`${name} must be a whole number from ${least}; got ${value}.`)
  }
}
