/** When a POSIX rule changes the clock in a year: month, week (5 is the last), weekday (0 is Sunday) and seconds after local midnight, or a day of the year. */
export type PosixChange =
  | {
      readonly kind: 'weekday'
      readonly month: number
      readonly week: number
      readonly weekday: number
      readonly seconds: number
    }
  | { readonly kind: 'julian'; readonly day: number; readonly seconds: number }
  | { readonly kind: 'day'; readonly day: number; readonly seconds: number }

/** A parsed POSIX TZ string. Offsets count eastwards, against the sign in the text. */
export interface PosixRule {
  readonly standardName: string
  readonly standardOffsetMs: number
  readonly daylight: {
    readonly name: string
    readonly offsetMs: number
    /** Null where the text names a daylight time and not when it is kept. */
    readonly changes: { readonly start: PosixChange; readonly end: PosixChange } | null
  } | null
}

const name = '(<[A-Za-z0-9+-]{3,10}>|[A-Za-z]{3,10})'
const time = '([+-]?\\d{1,3}(?::\\d{1,2}){0,2})'
const change = '(M\\d{1,2}\\.\\d\\.\\d|J\\d{1,3}|\\d{1,3})(?:/([+-]?\\d{1,3}(?::\\d{1,2}){0,2}))?'
const pattern = new RegExp(`^${name}${time}(?:${name}${time}?(?:,${change},${change})?)?$`)

/** Reads a POSIX TZ string with the extensions of RFC 9636 (hours -167 to 167); null where the text is none. */
export function parsePosixRule(text: string): PosixRule | null {
  const match = pattern.exec(text)
  if (match === null) return null
  const [, standardName, standardTime, daylightName, daylightTime, start, startTime, end, endTime] = match
  const standardOffsetMs = -secondsOf(standardTime ?? '') * 1000
  if (Math.abs(standardOffsetMs) > 24 * 3_600_000) return null
  const rule = { standardName: bareName(standardName), standardOffsetMs }
  if (daylightName === undefined) return { ...rule, daylight: null }
  const offsetMs = daylightTime === undefined ? standardOffsetMs + 3_600_000 : -secondsOf(daylightTime) * 1000
  const daylight = { name: bareName(daylightName), offsetMs }
  if (start === undefined || end === undefined) return { ...rule, daylight: { ...daylight, changes: null } }
  const changes = { start: parseChange(start, startTime), end: parseChange(end, endTime) }
  if (changes.start === null || changes.end === null) return null
  return { ...rule, daylight: { ...daylight, changes: { start: changes.start, end: changes.end } } }
}

function bareName(text: string | undefined): string {
  return (text ?? '').replace(/[<>]/g, '')
}

function secondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[+-]/, '').split(':').map(Number)
  const total = hours * 3600 + minutes * 60 + seconds
  return text.startsWith('-') ? -total : total
}

function parseChange(text: string, timeText: string | undefined): PosixChange | null {
  const seconds = timeText === undefined ? 7200 : secondsOf(timeText)
  if (text.startsWith('J')) {
    const day = Number(text.slice(1))
    return day >= 1 && day <= 365 ? { kind: 'julian', day, seconds } : null
  }
  if (!text.startsWith('M')) return Number(text) <= 365 ? { kind: 'day', day: Number(text), seconds } : null
  const [month = 0, week = 0, weekday = 0] = text.slice(1).split('.').map(Number)
  const valid = month >= 1 && month <= 12 && week >= 1 && week <= 5 && weekday <= 6
  return valid ? { kind: 'weekday', month, week, weekday, seconds } : null
}
