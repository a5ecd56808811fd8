/** HTTP dates in all three forms end with the zone or the year, and begin with the day's name. */
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /i

/** Milliseconds to wait, from `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); `null` for anything else. */
export function readRetryAfter(headers: Headers, nowMs: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000)
  if (!httpDate.test(text)) return null
  const at = Date.parse(text)
  if (Number.isNaN(at)) return null
  // Against the server's own clock where it tells it, because the local one may be wrong.
  const served = Date.parse(headers.get('date') ?? '')
  return Math.max(0, at - (Number.isNaN(served) ? nowMs : served))
}
