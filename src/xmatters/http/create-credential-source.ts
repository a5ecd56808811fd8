import { AuthenticationError } from '../client-error.ts'
import type { ClientAuth } from '../client-options.ts'
import { untilAborted } from '../linked-signal.ts'
import type { CredentialSource } from './credential-source.ts'
import { createOAuthSource, type OAuthOptions } from './oauth-source.ts'
import { isHeaderToken } from './token-answer.ts'

export function createCredentialSource(auth: ClientAuth, oauth: OAuthOptions): CredentialSource {
  switch (auth.kind) {
    case 'basic':
      return fixedSource(auth.username, auth.password)
    case 'apiKey':
      return fixedSource(auth.key, auth.secret)
    case 'bearer':
      return functionSource(auth.token)
    case 'oauth':
      return createOAuthSource(auth, oauth)
  }
}

function fixedSource(name: string, secret: string): CredentialSource {
  const encoded = base64(`${name}:${secret}`)
  return {
    current: async () => `Basic ${encoded}`,
    renew: async () => false,
    secrets: () => [secret, encoded.replace(/=+$/, '')],
    canChange: false,
    isFixed: true,
  }
}

function functionSource(token: () => string | Promise<string>): CredentialSource {
  const route = 'the bearer function'
  let last = ''
  const current = async (signal: AbortSignal): Promise<string> => {
    const given: unknown = await untilAborted(Promise.resolve().then(token), signal).catch((cause: unknown) => {
      signal.throwIfAborted()
      const { name } = cause instanceof Error ? cause : { name: typeof cause }
      throw new AuthenticationError(`No token: ${route} threw ${name}.`, { route, attempts: 0 })
    })
    if (typeof given !== 'string' || !isHeaderToken(given)) {
      throw new AuthenticationError(`No token: ${route} gave nothing that a header can hold.`, { route, attempts: 0 })
    }
    last = given
    return `Bearer ${given}`
  }
  return {
    current,
    renew: async (refused, signal) => (await current(signal)) !== refused,
    secrets: () => [last],
    canChange: true,
    isFixed: false,
  }
}

/** Of the text in UTF-8: passwords have letters that Latin-1 lacks (RFC 7617, 2.1). */
function base64(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary)
}
