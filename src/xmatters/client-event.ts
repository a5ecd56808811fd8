/** What the client does, as it does it. No event holds a credential, a query string or a body. */
export type ClientEvent =
  | {
      readonly kind: 'request'
      readonly requestId: number
      /** Template, such as `/groups/{group}/shifts`. */
      readonly route: string
      /** From 1. */
      readonly attempt: number
    }
  | {
      readonly kind: 'retry'
      readonly requestId: number
      readonly route: string
      /** The attempt that failed, from 1. */
      readonly attempt: number
      /** Why it failed. */
      readonly code: string
      readonly status: number | null
      readonly waitMs: number
    }
  /** All calls wait, because the instance asked for it or its budget is nearly spent. */
  | {
      readonly kind: 'pause'
      readonly reason: 'rate-limited' | 'unavailable' | 'rate-budget' | 'concurrency-budget'
      readonly waitMs: number
    }
  /** An attempt ended: with a status, or with an error code. */
  | {
      readonly kind: 'done'
      readonly requestId: number
      readonly route: string
      readonly attempt: number
      readonly status: number | null
      /** `null` when it went well. */
      readonly code: string | null
      /** Headers and body. */
      readonly durationMs: number
      /** Of the body, after decompression. */
      readonly bytes: number
    }
  /** OAuth gave a new pair of tokens; not delivered means that `onTokens` failed with it and is called again before the next request. */
  | { readonly kind: 'tokens'; readonly delivered: boolean }
  | {
      readonly kind: 'page'
      readonly route: string
      readonly count: number
      /** `null` when the instance gave none. */
      readonly total: number | null
      readonly issues: number
    }
