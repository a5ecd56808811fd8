import { AuthenticationError } from '../client-error.ts'

export const tokenRoute = '/oauth2/token'

export interface TokenAnswer {
  readonly accessToken: string
  /** `null` where the answer has none: the one in use stays good. */
  readonly refreshToken: string | null
  /** Milliseconds; `null` where the answer does not say. */
  readonly lifeMs: number | null
}

/** Reads the answer of the token service. Throws `AuthenticationError` for one without a token that a header can hold. */
export function readTokens(json: unknown): TokenAnswer {
  const answer: Readonly<Record<string, unknown>> = typeof json === 'object' && json !== null ? { ...json } : {}
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn } = answer
  if (typeof accessToken !== 'string' || !isHeaderToken(accessToken)) {
    throw new AuthenticationError('The token service answered without a token.', { route: tokenRoute })
  }
  const seconds = typeof expiresIn === 'string' && expiresIn !== '' ? Number(expiresIn) : expiresIn
  return {
    accessToken,
    refreshToken: typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : null,
    lifeMs: typeof seconds === 'number' && seconds > 0 && seconds < 1e9 ? seconds * 1000 : null,
  }
}

/** Visible ASCII, without what would end a header. */
export function isHeaderToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text)
}
