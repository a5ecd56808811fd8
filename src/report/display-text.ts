/** Longest text shown on one line of a terminal. */
const longestName = 80

/** Control characters, line separators, halves of characters and marks that reorder text; a name with one of them could rewrite the lines around it. */
const unsafe =
  // oxlint-disable-next-line no-control-regex -- they are what must not come through
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]/gu

/** Makes a foreign text safe to print inside a line: characters that could act on the terminal are shown by code point, not sent. */
export function visibleText(text: string): string {
  return text.replace(unsafe, (one) => `⟨U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
}

/** Like `visibleText`, cut to 80 characters. */
export function shortText(text: string, longest: number = longestName): string {
  const characters = [...visibleText(text)]
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`
}

/** A value of any kind in one short line. */
export function shortValue(value: unknown, longest: number = 60): string {
  if (typeof value === 'string') return shortText(JSON.stringify(value), longest)
  if (Array.isArray(value) && value.length > 3) return `${value.length} entries`
  // Only what is not JSON has no text.
  const text = JSON.stringify(value) as string | undefined
  return shortText(text ?? '(absent)', longest)
}

/** `1 change`, `2 changes`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/** Minutes as `2 d 3 h`, `16 h`, `1 h 30 min` or `45 min`; days from 48 hours on. */
export function durationText(minutes: number): string {
  const whole = Math.round(Math.abs(minutes))
  if (whole === 0) return minutes === 0 ? '0 min' : 'less than a minute'
  const days = whole >= 2880 ? Math.floor(whole / 1440) : 0
  const hours = Math.floor((whole - days * 1440) / 60)
  const rest = whole % 60
  return [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : '']
    .filter(Boolean)
    .join(' ')
}

/** Minutes as `16 h`, `1 h 30 min` or `45 min`; never in days, because time on call is compared in hours. */
export function hoursText(minutes: number): string {
  const whole = Math.round(Math.abs(minutes))
  if (whole < 60) return `${whole} min`
  return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`
}

/** A share as a percentage that never rounds up to 100. */
export function percentText(ratio: number): string {
  if (ratio >= 1) return '100 %'
  return `${(Math.floor(ratio * 10_000) / 100).toFixed(2)} %`
}

/** `2026-11-02T09:00:00Z` as `2026-11-02 09:00 UTC`. */
export function utcText(instant: string): string {
  return `${visibleText(instant)
    .replace('T', ' ')
    .replace(/(:00)?(\.\d+)?Z$/, '')} UTC`
}
