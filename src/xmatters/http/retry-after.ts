/** HTTP dates in all three forms begin with the day's name; the oldest one does not name its zone, which is GMT. */
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /i

/** Milliseconds to wait, from `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); `null` for anything else. */
export function readRetryAfter(headers: Headers, nowMs: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000)
  const at = readHttpDate(text)
  if (at === null) return null
  // Against the server's own clock where it tells it, because the local one may be wrong.
  return Math.max(0, at - (readHttpDate(headers.get('date') ?? '') ?? nowMs))
}

/** Milliseconds since 1970; `null` for what is no HTTP date. */
export function readHttpDate(text: string): number | null {
  if (!httpDate.test(text)) return null
  const at = Date.parse(/GMT$/i.test(text) ? text : `${text} GMT`)
  return Number.isNaN(at) ? null : at
}
