/** What one response says about the budget of the tenant; `null` where it says nothing. */
export interface RateHeaders {
  readonly limit: number | null
  readonly remaining: number | null
  readonly periodMs: number | null
  readonly concurrencyLimit: number | null
  readonly concurrencyRemaining: number | null
}

/** `x-ratelimit-limit`, `-used`, `-period_in_sec` and `x-concurrentlimit-limit`, `-used`, as seen on xMatters; `-remaining` as elsewhere. */
export function readRateHeaders(headers: Headers): RateHeaders {
  // A limit of nothing is none: an instance without a word for "no limit" may say so.
  const limit = readCount(headers, 'x-ratelimit-limit') || null
  const period = readCount(headers, 'x-ratelimit-period_in_sec')
  const concurrencyLimit = readCount(headers, 'x-concurrentlimit-limit') || null
  return {
    limit,
    remaining: readCount(headers, 'x-ratelimit-remaining') ?? left(limit, readCount(headers, 'x-ratelimit-used')),
    periodMs: period === null ? null : period * 1000,
    concurrencyLimit,
    concurrencyRemaining: left(concurrencyLimit, readCount(headers, 'x-concurrentlimit-used')),
  }
}

function left(limit: number | null, used: number | null): number | null {
  return limit === null || used === null ? null : Math.max(0, limit - used)
}

function readCount(headers: Headers, name: string): number | null {
  const text = headers.get(name)?.trim() ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
