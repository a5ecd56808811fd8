import { type FakeAnswer, ok, refusal } from './fake-answer.ts'

/** Whom the fake lets in. Fields decide: a user, an API key, an OAuth client, or a fixed bearer token. */
export type FakeAuth =
  | { readonly username: string; readonly password: string; readonly clientId?: string }
  | { readonly key: string; readonly secret: string }
  | { readonly token: string }

export interface FakeGate {
  /** Whether the `Authorization` header is right. */
  admits(header: string | null): boolean
  /** `POST /oauth2/token`, parameters of the query or of the form body. Refresh tokens can be used once. */
  grant(parameters: URLSearchParams): FakeAnswer
  /** All access tokens end at once, as if their time were over. */
  expireTokens(): void
}

/** Without `auth` everybody is let in. */
export function createGate(auth: FakeAuth | undefined): FakeGate {
  const accessTokens = new Set<string>()
  const refreshTokens = new Set<string>()
  let issued = 0
  const basic =
    auth === undefined || 'token' in auth
      ? null
      : 'key' in auth
        ? basicHeader(auth.key, auth.secret)
        : basicHeader(auth.username, auth.password)
  const isKnown = (parameters: URLSearchParams): boolean => {
    if (parameters.get('grant_type') === 'refresh_token') {
      return refreshTokens.delete(parameters.get('refresh_token') ?? '')
    }
    if (parameters.get('grant_type') !== 'password') return false
    if (auth === undefined) return true
    if (!('username' in auth)) return false
    return (
      parameters.get('username') === auth.username &&
      parameters.get('password') === auth.password &&
      (auth.clientId === undefined || parameters.get('client_id') === auth.clientId)
    )
  }
  return {
    admits: (header) => {
      if (auth === undefined) return true
      if (header === null) return false
      const bearer = /^Bearer (.+)$/i.exec(header)?.[1]
      if (bearer !== undefined) return accessTokens.has(bearer) || ('token' in auth && bearer === auth.token)
      return header === basic
    },
    grant: (parameters) => {
      if (!isKnown(parameters)) return refusal(401, 'Invalid Credentials')
      issued += 1
      const [access, refresh] = [`access-${issued}`, `refresh-${issued}`]
      accessTokens.add(access)
      refreshTokens.add(refresh)
      return ok({
        access_token: access,
        token_type: 'bearer',
        refresh_token: refresh,
        expires_in: 900,
        jti: `jti-${issued}`,
      })
    },
    expireTokens: () => accessTokens.clear(),
  }
}

function basicHeader(name: string, password: string): string {
  const bytes = new TextEncoder().encode(`${name}:${password}`)
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}
