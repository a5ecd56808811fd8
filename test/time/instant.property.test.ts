import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInstant, formatWall, parseInstant, parseWall } from '../../src/time/index.ts'

interface Fields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Each a little beyond what calendars and clocks have. */
const fields = fc.record({
  year: fc.integer({ min: 0, max: 9999 }),
  month: fc.integer({ min: 0, max: 13 }),
  day: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 32 }) }, fc.integer({ min: 28, max: 31 })),
  hour: fc.integer({ min: 0, max: 25 }),
  minute: fc.integer({ min: 0, max: 61 }),
  second: fc.integer({ min: 0, max: 61 }),
})
const fraction = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 0, maxLength: 12 })

/** What the platform says; NaN for what its calendar would carry into another day, hour or minute. */
function platformMs({ year, month, day, hour, minute, second }: Fields): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  const read = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
  return String([...read, ...clock]) === String([year, month, day, hour, minute, second]) ? date.getTime() : Number.NaN
}

const digits = (value: number, count = 2): string => String(value).padStart(count, '0')
const dateText = ({ year, month, day }: Fields): string => `${digits(year, 4)}-${digits(month)}-${digits(day)}`
const clockText = ({ hour, minute, second }: Fields): string => `${digits(hour)}:${digits(minute)}:${digits(second)}`
const millisecondsOf = (text: string): number => Math.floor(Number(`0.${text}0`) * 1000 + 1e-6)

const readOrNaN = (read: () => number): number => {
  try {
    return read()
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid-argument' })
    return Number.NaN
  }
}

describe('parseWall', () => {
  it('reads what the calendar of the platform has, and nothing else', () => {
    fc.assert(
      fc.property(fields, fraction, fc.constantFrom('T', 't', ' '), (parts, decimals, separator) => {
        const tail = decimals === '' ? '' : `.${decimals}`
        const text = `${dateText(parts)}${separator}${clockText(parts)}${tail}`
        expect(readOrNaN(() => parseWall(text))).toBe(platformMs(parts) + millisecondsOf(decimals))
        expect(readOrNaN(() => parseWall(`${dateText(parts)}${separator}${clockText(parts).slice(0, 5)}`))).toBe(
          platformMs({ ...parts, second: 0 }),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses whatever differs from the form in one character', () => {
    const form = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/
    for (const wall of ['2021-11-12T11:12:13.123', '2011-10-10t10:10']) {
      for (let at = 0; at <= wall.length; at++) {
        for (const character of ['', ...'/:0159;-+.,TtUSZ \n\u0660']) {
          for (const text of [
            wall.slice(0, at) + character + wall.slice(at + 1),
            wall.slice(0, at) + character + wall.slice(at),
          ]) {
            const [date, clock] = text.split(/[Tt ]/).map((part) => part.split(/[-:.]/).map(Number))
            const [year = 0, month = 0, day = 0] = date ?? []
            const [hour = 0, minute = 0, second = 0] = clock ?? []
            const expected = form.test(text) ? platformMs({ year, month, day, hour, minute, second }) : Number.NaN
            const read = readOrNaN(() => parseWall(text))
            expect([text, Math.floor(read / 1000) * 1000]).toEqual([text, expected])
          }
        }
      }
    }
  })

  it('refuses a text that is too long for a time', () => {
    const wall = '2026-03-08T02:30:00.'
    expect(parseWall(wall + '1'.repeat(12)) % 1000).toBe(111)
    expect(() => parseWall(wall + '1'.repeat(13))).toThrow('wall-clock time')
  })
})

describe('parseInstant', () => {
  it('reads what the calendar of the platform has, with every offset below a day', () => {
    const offset = fc.record({
      sign: fc.constantFrom('+', '-'),
      hours: fc.integer({ min: 0, max: 25 }),
      minutes: fc.integer({ min: 0, max: 61 }),
      colon: fc.constantFrom(':', ''),
    })
    fc.assert(
      fc.property(fields, fraction, offset, (parts, decimals, { sign, hours, minutes, colon }) => {
        const tail = decimals === '' ? '' : `.${decimals}`
        const offsetMs = hours > 23 || minutes > 59 ? Number.NaN : Number(`${sign}1`) * (hours * 60 + minutes) * 60_000
        const local = platformMs(parts) + millisecondsOf(decimals)
        const text = `${dateText(parts)}T${clockText(parts)}${tail}`
        expect(readOrNaN(() => parseInstant(`${text}Z`))).toBe(local)
        expect(readOrNaN(() => parseInstant(`${text}${sign}${digits(hours)}${colon}${digits(minutes)}`))).toBe(
          local - offsetMs,
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses a text that is too long for an instant, and names the beginning', () => {
    const instant = (length: number): string => `2026-03-08T02:30:00.${'1'.repeat(length - 21)}Z`
    expect(parseInstant(instant(64)) % 1000).toBe(111)
    expect(() => parseInstant(instant(65))).toThrow('2026-03-08T02:30:00.1111')
  })
})

describe('formatInstant and formatWall', () => {
  it('write what is read back as it was', () => {
    const time = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) })
    fc.assert(
      fc.property(time, (ms) => {
        expect(parseInstant(formatInstant(ms))).toBe(ms)
        expect(parseWall(formatWall(ms))).toBe(ms)
        expect(formatWall(ms).includes('.')).toBe(ms % 1000 !== 0)
      }),
    )
  })

  it('reach as far as the calendar of the platform', () => {
    expect(formatInstant(8.64e15)).toBe('+275760-09-13T00:00:00Z')
    expect(formatInstant(-8.64e15)).toBe('-271821-04-20T00:00:00Z')
    expect(() => formatWall(8.64e15 + 1)).toThrow('no time')
    expect(() => formatWall(-8.64e15 - 1)).toThrow('no time')
  })
})
