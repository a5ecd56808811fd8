import type { ClientEvent } from './client-event.ts'

/** Values of a query; arrays become one comma-separated value, `undefined` is left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** Values for the names of a route. */
export type RouteParams = Readonly<Record<string, string>>

/** One read, by route or by a link that the instance gave. */
export interface ReadRequest {
  /** Template below `/api/xm/1`, such as `/groups/{group}/shifts`; names the call in errors and events. */
  readonly route: string
  /** Values for the template's names; encoded. An empty value, `.` and `..` are refused. */
  readonly params?: RouteParams | undefined
  readonly query?: QueryValues | undefined
  /** A `links.next` as it came, used verbatim instead of `params` and `query`; another origin is refused. */
  readonly link?: string
  readonly signal?: AbortSignal
  /** Retries after the first attempt. Default: the client's. */
  readonly retries?: number
}

export interface ReadResponse {
  /** Parsed JSON, not yet validated; own `__proto__` keys dropped. */
  readonly json: unknown
  /** Of the body, after decompression. */
  readonly bytes: number
  readonly headers: Headers
}

/** What the instance's headers say is left; `null` where it did not say. */
export interface RateBudget {
  readonly limit: number | null
  readonly remaining: number | null
  /** Instant at which the budget is full again. */
  readonly resetsAt: string | null
  readonly concurrencyLimit: number | null
  readonly concurrencyRemaining: number | null
}

/** Everything between a read and its JSON: credentials, pace, retries, timeouts, limits, errors. */
export interface Transport {
  /** Such as `https://acme.xmatters.com`. */
  readonly origin: string
  /** Such as `acme.xmatters.com`, with the port where there is one. */
  readonly host: string
  /** Rejects with an `XMattersClientError`. */
  read(request: ReadRequest): Promise<ReadResponse>
  emit(event: ClientEvent): void
  rateBudget(): RateBudget | null
  /** The instance's clock as the next answer tells it: milliseconds since 1970, `null` until then and where it does not tell. */
  nextDate(): () => number | null
}
