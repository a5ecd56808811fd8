import { AuthenticationError, XMattersClientError } from '../client-error.ts'
import type { ClientEvent } from '../client-event.ts'
import type { XMattersClientOptions } from '../client-options.ts'
import { tell } from '../../tell.ts'
import type { Transport } from '../transport.ts'
import { createAuthorizedSend } from './authorized-send.ts'
import { checkOptions } from './check-options.ts'
import { createCredentialSource } from './create-credential-source.ts'
import { exchange } from './exchange.ts'
import { parseInstanceOrigin } from './instance-origin.ts'
import type { OAuthOptions } from './oauth-source.ts'
import { createPace } from './pace.ts'
import type { Answer } from './read-answer.ts'
import { linkUrl, routeUrl } from './request-url.ts'
import { readHttpDate } from './retry-after.ts'
import { type Call, createSender } from './sender.ts'
import { tokenRoute } from './token-answer.ts'

/** Puts the transport of a client together. Throws `InvalidArgumentError` for options that no valid program would pass. */
export function createTransport(options: XMattersClientOptions): Transport {
  checkOptions(options)
  const { userAgent = 'xmatters-sync', retries = 3, timeoutMs = 30_000, totalTimeoutMs = 300_000 } = options
  const { concurrency = 4, requestsPerSecond, maxResponseBytes = 64 * 1024 * 1024, allowInsecure = false } = options
  const { origin, host } = parseInstanceOrigin(options.baseUrl, allowInsecure)
  const fetch: typeof globalThis.fetch = options.fetch ?? (async (input, init) => globalThis.fetch(input, init))
  const headers = { accept: 'application/json', 'user-agent': userAgent }
  const emit = (event: ClientEvent): void => tell(options.onEvent, event)
  const pace = createPace({ concurrency, requestsPerSecond, emit })
  let calls = 0
  const askedForDate: { at: number | null }[] = []

  const perform = async (
    request: { readonly route: string; readonly url: string; readonly signal?: AbortSignal; readonly retries?: number },
    attempt: (call: Call, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> => {
    calls += 1
    const { route, url } = request
    const call: Call = { route, url, requestId: calls, attempts: 0 }
    const onRetry = ({ code, status }: XMattersClientError, delayMs: number): void => {
      const waitMs = Math.max(delayMs, pace.pausedMs())
      emit({ kind: 'retry', requestId: call.requestId, route, attempt: call.attempts, code, status, waitMs })
    }
    return exchange({ retries, ...request, totalTimeoutMs, onRetry }, async (signal) => attempt(call, signal))
  }

  const requestTokens: OAuthOptions['requestTokens'] = async (form) => {
    const init = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    }
    const request = { route: tokenRoute, url: routeUrl(origin, tokenRoute) }
    try {
      const { json } = await perform(request, async (call, signal) => send(call, init, signal))
      return json
    } catch (error) {
      // RFC 6749, 5.2: a grant that is refused is a 400.
      if (!(error instanceof XMattersClientError) || error.code !== 'bad-request') throw error
      throw new AuthenticationError('The token service refused the credentials (400).', error)
    }
  }

  const credentials = createCredentialSource(options.auth, {
    requestTokens,
    timeoutMs,
    onDelivery: (delivered) => emit({ kind: 'tokens', delivered }),
  })
  const isSecret = (text: string): boolean =>
    credentials.secrets().some((secret) => secret !== '' && text.includes(secret))
  const send = createSender({ pace, emit, limits: { fetch, timeoutMs, maxResponseBytes, isSecret } })
  const authorizedSend = createAuthorizedSend(send, credentials, headers)

  return {
    origin,
    host,
    emit,
    rateBudget: () => pace.budget(),
    read: async ({ route, params, query, link, ...rest }) => {
      const url = link === undefined ? routeUrl(origin, route, params, query) : linkUrl(origin, link, route)
      const answer = await perform({ route, url, ...rest }, authorizedSend)
      for (const date of askedForDate.splice(0)) date.at = readHttpDate(answer.headers.get('date') ?? '')
      return answer
    },
    nextDate: () => {
      const date: { at: number | null } = { at: null }
      askedForDate.push(date)
      return () => date.at
    },
  }
}
