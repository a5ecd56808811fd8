import { InvalidArgumentError } from '../errors.ts'
import { dayMs, daysFromCivil, daysInMonth } from './civil-date.ts'
import { quoteLabel } from './time-errors.ts'

const instantPattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))$/i
/** The longest text that is worth reading: dates with nine and more digits of a fraction stay far below it. */
const longestText = 64

/**
 * Reads an instant in ISO 8601 with `Z` or an offset, to milliseconds since 1970.
 *
 * Seconds may be left out; of a fraction of a second whole milliseconds are kept, the rest is cut.
 * Throws `InvalidArgumentError` that names the value where it is no such instant.
 */
export function parseInstant(iso: string): number {
  const match = typeof iso === 'string' && iso.length <= longestText ? instantPattern.exec(iso) : null
  if (match === null) throw isNot('an instant such as 2026-11-23T09:00:00Z', iso)
  const [, year, month, day, hour, minute, second = '0', fraction = '', , sign, offsetHour = '0', offsetMinute = '0'] =
    match
  const local = clockMs(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second))
  if (local === null || Number(offsetHour) > 23 || Number(offsetMinute) > 59)
    throw isNot('an instant of the calendar', iso)
  const offsetMs = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000 * (sign === '-' ? -1 : 1)
  return local + Number(fraction.slice(0, 3).padEnd(3, '0')) - offsetMs
}

/** Writes an instant as `2026-11-23T09:00:00Z`, with milliseconds only where there are some. */
export function formatInstant(epochMs: number): string {
  return `${formatWall(epochMs)}Z`
}

/**
 * Reads a wall-clock time such as `2026-03-08T02:30` or `2026-03-08T02:30:00`, to the milliseconds that it would have in UTC.
 *
 * Throws `InvalidArgumentError` that names the value where it is no wall-clock time, or one with an offset.
 */
export function parseWall(wall: string): number {
  const local = readWall(wall)
  if (Number.isNaN(local)) throw isNot('a wall-clock time such as 2026-03-08T02:30', wall)
  return local
}

/** Writes a wall-clock time as `2026-11-23T09:00:00`; `localMs` are the milliseconds that it would have in UTC. */
export function formatWall(localMs: number): string {
  if (!(Math.abs(localMs) <= 8.64e15)) throw new InvalidArgumentError(`${localMs} is no time that a calendar has.`)
  const text = new Date(localMs).toISOString()
  return text.endsWith('.000Z') ? text.slice(0, -5) : text.slice(0, -1)
}

/** Digit by digit, because a regular expression takes longer than finding the instant does. NaN where the text is no wall-clock time. */
function readWall(wall: string): number {
  const length = typeof wall === 'string' ? wall.length : 0
  if (length < 16 || length > 32) return Number.NaN
  if (wall.charCodeAt(4) !== 45 || wall.charCodeAt(7) !== 45 || wall.charCodeAt(13) !== 58) return Number.NaN
  const separator = wall.charCodeAt(10)
  if (separator !== 84 && separator !== 116 && separator !== 32) return Number.NaN
  let second = 0
  let millisecond = 0
  if (length > 16) {
    const tail = /^:(\d\d)(?:\.(\d+))?$/.exec(wall.slice(16))
    if (tail === null) return Number.NaN
    second = Number(tail[1])
    millisecond = Number((tail[2] ?? '').slice(0, 3).padEnd(3, '0'))
  }
  const century = twoDigits(wall, 0)
  const yearOfCentury = twoDigits(wall, 2)
  if (century < 0 || yearOfCentury < 0) return Number.NaN
  const year = century * 100 + yearOfCentury
  const local = clockMs(year, twoDigits(wall, 5), twoDigits(wall, 8), twoDigits(wall, 11), twoDigits(wall, 14), second)
  return local === null ? Number.NaN : local + millisecond
}

/** -1 where one of the two is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}

function clockMs(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  if (month < 1 || month > 12 || day < 1) return null
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second > 59) return null
  if (day > 28 && day > daysInMonth(year, month)) return null
  return daysFromCivil(year, month, day) * dayMs + hour * 3_600_000 + minute * 60_000 + second * 1000
}

function isNot(what: string, value: unknown): InvalidArgumentError {
  return new InvalidArgumentError(
    `Expected ${what}, got ${typeof value === 'string' ? quoteLabel(value) : typeof value}.`,
  )
}
