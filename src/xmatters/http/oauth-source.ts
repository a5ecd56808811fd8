import { formatInstant } from '../../time/index.ts'
import { AuthenticationError } from '../client-error.ts'
import type { ClientAuth, OAuthTokens } from '../client-options.ts'
import { linkSignal, untilAborted } from '../linked-signal.ts'
import type { CredentialSource } from './credential-source.ts'
import { readTokens, type TokenAnswer } from './token-answer.ts'

type OAuth = Extract<ClientAuth, { kind: 'oauth' }>
type Form = Readonly<Record<string, string>>

export interface OAuthOptions {
  /** `POST /oauth2/token` with a form; resolves with the parsed JSON. Bound to no caller, because many may wait for it. */
  readonly requestTokens: (form: Form) => Promise<unknown>
  /** How long `onTokens` may take, in milliseconds. */
  readonly timeoutMs: number
  readonly onDelivery: (delivered: boolean) => void
}

/** A token is replaced this long before it ends, or a tenth of its life where that is shorter. */
const earlyMs = 30_000

interface Grant {
  readonly header: string
  /** Milliseconds since 1970 at which it should be replaced. */
  readonly renewAt: number
}

/**
 * Access tokens by password or refresh token: one request at a time, however many wait for it. A caller that gives up leaves the request
 * running for the others, because a refresh token may be good for one use and its answer must not be lost.
 */
export function createOAuthSource(
  auth: OAuth,
  { requestTokens, timeoutMs, onDelivery }: OAuthOptions,
): CredentialSource {
  const onTokens = 'refreshToken' in auth ? auth.onTokens : undefined
  let refreshToken = 'refreshToken' in auth ? auth.refreshToken : null
  let accessToken = ''
  let grant: Grant | null = null
  let renewal: Promise<Grant> | null = null
  let undelivered: OAuthTokens | null = null

  const request = async (): Promise<unknown> => {
    const client = { client_id: auth.clientId }
    const password: Form | null =
      'password' in auth
        ? { grant_type: 'password', ...client, username: auth.username, password: auth.password }
        : null
    if (refreshToken === null) return requestTokens(password ?? client)
    try {
      return await requestTokens({ grant_type: 'refresh_token', ...client, refresh_token: refreshToken })
    } catch (error) {
      // A refresh token ends some day; a password gets a new one.
      if (password === null || !(error instanceof AuthenticationError)) throw error
      refreshToken = null
      return requestTokens(password)
    }
  }

  /** Hands the pair over. A host that cannot store it now is told again before the next request; reading goes on. */
  const deliver = async (): Promise<void> => {
    if (undelivered === null || !onTokens) return
    const tokens = undelivered
    const limit = linkSignal(undefined, timeoutMs)
    try {
      await untilAborted(Promise.resolve(tokens).then(onTokens), limit.signal)
      if (undelivered === tokens) undelivered = null
      onDelivery(true)
    } catch {
      onDelivery(false)
    } finally {
      limit.release()
    }
  }

  const accept = ({ lifeMs, ...tokens }: TokenAnswer): Grant => {
    const endsAt = lifeMs === null ? null : Date.now() + lifeMs
    accessToken = tokens.accessToken
    refreshToken = tokens.refreshToken ?? refreshToken
    undelivered = {
      accessToken,
      refreshToken: refreshToken ?? '',
      expiresAt: endsAt === null ? null : formatInstant(endsAt),
    }
    const earlier = Math.min(earlyMs, (lifeMs ?? 0) / 10)
    return { header: `Bearer ${accessToken}`, renewAt: (endsAt ?? Number.POSITIVE_INFINITY) - earlier }
  }

  const replace = async (): Promise<Grant> => {
    grant = accept(readTokens(await request()))
    await deliver()
    return grant
  }

  const renewed = async (signal: AbortSignal): Promise<string> => {
    renewal ??= replace().finally(() => (renewal = null))
    return (await untilAborted(renewal, signal)).header
  }

  return {
    current: async (signal) => {
      if (renewal !== null || grant === null || Date.now() >= grant.renewAt) return renewed(signal)
      if (undelivered !== null && onTokens) await untilAborted(deliver(), signal)
      return grant.header
    },
    renew: async (refused, signal) => {
      // A late refusal of a token that was replaced since says nothing about the one in use.
      const isReplaced = renewal === null && grant !== null && grant.header !== refused
      return isReplaced || (await renewed(signal)) !== refused
    },
    secrets: () => ['password' in auth ? auth.password : auth.refreshToken, refreshToken ?? '', accessToken],
    canChange: false,
    isFixed: false,
  }
}
