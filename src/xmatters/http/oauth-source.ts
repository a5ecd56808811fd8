import { AuthenticationError, XMattersClientError } from '../client-error.ts'
import type { ClientAuth, OAuthTokens } from '../client-options.ts'
import { linkSignal, untilAborted } from '../linked-signal.ts'
import type { CredentialSource } from './credential-source.ts'

type OAuth = Extract<ClientAuth, { kind: 'oauth' }>

/** `POST /api/xm/1/oauth2/token` with a form body; resolves with the parsed JSON. Bound to no caller: many may wait for it. */
export type RequestTokens = (form: Readonly<Record<string, string>>) => Promise<unknown>

export const tokenRoute = '/oauth2/token'

/** A token is replaced this long before it ends, or a tenth of its life where that is shorter. */
const earlyMs = 30_000

interface Grant {
  readonly accessToken: string
  /** Milliseconds since 1970 at which it should be replaced. */
  readonly renewAt: number
}

/**
 * Access tokens by password or refresh token: one request at a time, however many wait for it. A caller that gives up leaves the request
 * running for the others, because a refresh token may be good for one use and its answer must not be lost.
 */
export function createOAuthSource(auth: OAuth, requestTokens: RequestTokens, timeoutMs: number): CredentialSource {
  const { clientId } = auth
  let refreshToken = 'refreshToken' in auth ? auth.refreshToken : null
  let grant: Grant | null = null
  let underWay: Promise<Grant> | null = null
  let undelivered: OAuthTokens | null = null

  const byPassword = (): Readonly<Record<string, string>> | null =>
    'password' in auth
      ? { grant_type: 'password', client_id: clientId, username: auth.username, password: auth.password }
      : null

  const request = async (): Promise<unknown> => {
    const password = byPassword()
    if (refreshToken === null) return requestTokens(password ?? {})
    try {
      return await requestTokens({ grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken })
    } catch (error) {
      if (password === null || !isRefusal(error)) throw error
      refreshToken = null
      return requestTokens(password)
    }
  }

  /** Hands the pair over. A host that cannot store it now is told again before the next request; reading goes on. */
  const deliver = async (): Promise<void> => {
    if (undelivered === null || !('refreshToken' in auth) || !auth.onTokens) return
    const tokens = undelivered
    const limit = linkSignal(undefined, timeoutMs)
    try {
      await untilAborted(Promise.resolve(tokens).then(auth.onTokens), limit.signal)
      if (undelivered === tokens) undelivered = null
    } catch {
      // Stays undelivered.
    } finally {
      limit.release()
    }
  }

  const replace = async (): Promise<Grant> => {
    const tokens = readTokens(await request(), refreshToken)
    refreshToken = tokens.refreshToken || refreshToken
    const endsAt = tokens.lifeMs === null ? null : Date.now() + tokens.lifeMs
    grant = {
      accessToken: tokens.accessToken,
      renewAt: endsAt === null ? Number.POSITIVE_INFINITY : endsAt - Math.min(earlyMs, (tokens.lifeMs ?? 0) / 10),
    }
    undelivered = {
      accessToken: tokens.accessToken,
      refreshToken: refreshToken ?? '',
      expiresAt: endsAt === null ? null : new Date(endsAt).toISOString(),
    }
    await deliver()
    return grant
  }

  const single = async (signal: AbortSignal): Promise<Grant> => {
    underWay ??= replace().finally(() => (underWay = null))
    // Whoever is left waiting sees a failure; nobody else needs to.
    underWay.catch(() => undefined)
    return untilAborted(underWay, signal)
  }

  return {
    current: async (signal) => {
      if (underWay === null && grant !== null && Date.now() < grant.renewAt) {
        if (undelivered !== null) await untilAborted(deliver(), signal)
        return `Bearer ${grant.accessToken}`
      }
      return `Bearer ${(await single(signal)).accessToken}`
    },
    renew: async (refused, signal) => {
      if (underWay === null && grant !== null && `Bearer ${grant.accessToken}` !== refused) return true
      await single(signal)
      return true
    },
    secrets: () => [
      ...('password' in auth ? [auth.password] : [auth.refreshToken]),
      ...(refreshToken === null ? [] : [refreshToken]),
      ...(grant === null ? [] : [grant.accessToken]),
    ],
    canChange: false,
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof XMattersClientError && (error.code === 'authentication' || error.code === 'bad-request')
}

function readTokens(
  json: unknown,
  known: string | null,
): { readonly accessToken: string; readonly refreshToken: string | null; readonly lifeMs: number | null } {
  const { access_token, refresh_token, expires_in } = (
    typeof json === 'object' && json !== null ? json : {}
  ) as Readonly<Record<string, unknown>>
  if (typeof access_token !== 'string' || !/^[\x21-\x7e]+$/.test(access_token)) {
    throw new AuthenticationError('The token service answered without a token.', { route: tokenRoute })
  }
  const seconds = typeof expires_in === 'string' && expires_in !== '' ? Number(expires_in) : expires_in
  return {
    accessToken: access_token,
    refreshToken: typeof refresh_token === 'string' && refresh_token !== '' ? refresh_token : known,
    lifeMs: typeof seconds === 'number' && seconds > 0 && seconds < 1e9 ? seconds * 1000 : null,
  }
}
