import type { ClientEvent } from './client-event.ts'

/** How the client proves who it is. Passwords and secrets are sent as UTF-8. */
export type ClientAuth =
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'apiKey'; readonly key: string; readonly secret: string }
  | { readonly kind: 'oauth'; readonly clientId: string; readonly username: string; readonly password: string }
  | {
      readonly kind: 'oauth'
      readonly clientId: string
      readonly refreshToken: string
      /** Called with each new pair before it is used, so that a single-use refresh token is never lost. */
      readonly onTokens?: (tokens: OAuthTokens) => void | Promise<void>
    }
  | { readonly kind: 'bearer'; readonly token: () => string | Promise<string> }

export interface OAuthTokens {
  readonly accessToken: string
  readonly refreshToken: string
  /** Instant; `null` when the instance does not say. */
  readonly expiresAt: string | null
}

export interface XMattersClientOptions {
  /** Origin of the instance, such as `https://acme.xmatters.com`. `http:` for loopback only, unless `allowInsecure`. */
  readonly baseUrl: string | URL
  readonly auth: ClientAuth
  /** Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch
  /** Most requests at once, over the whole client. Default 4. */
  readonly concurrency?: number
  /** Most requests started per second, over the whole client. Default: no limit but the instance's own. */
  readonly requestsPerSecond?: number
  /** Retries after the first attempt. Default 3. */
  readonly retries?: number
  /** One attempt, headers and body. Default 30,000. */
  readonly timeoutMs?: number
  /** All attempts and waits of one call. Default 300,000. */
  readonly totalTimeoutMs?: number
  /** After decompression. Default 67,108,864 (64 MiB). */
  readonly maxResponseBytes?: number
  /** Observes; what it throws harms nothing. */
  readonly onEvent?: (event: ClientEvent) => void
  /** Sent as `user-agent` where the runtime allows it. Default `xmatters-sync`. */
  readonly userAgent?: string
  /** Accept `http:` for hosts other than loopback. Default false. */
  readonly allowInsecure?: boolean
}
