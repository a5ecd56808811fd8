import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePosixRule, type PosixChange, type PosixRule } from '../../src/time/posix-rule.ts'
import { posixTransitions } from '../../src/time/posix-transitions.ts'

const hourMs = 3_600_000

interface Written<Value> {
  readonly text: string
  readonly value: Value
}

/** `[+-]hh[:mm[:ss]]` in seconds, with as many parts as it takes or more. */
const timeOf = (mostHours: number): fc.Arbitrary<Written<number>> =>
  fc
    .tuple(
      fc.constantFrom('', '+', '-'),
      fc.integer({ min: 0, max: mostHours }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([sign, hours, minutes, seconds, parts]) => {
      const kept = [hours, minutes, seconds].slice(0, parts)
      const total = kept.reduce((sum, part, index) => sum + part * [3600, 60, 1][index]!, 0)
      return { text: sign + kept.join(':'), value: sign === '-' ? 0 - total : total }
    })

const letters = 'ABCXYZabcxyz'
const name: fc.Arbitrary<Written<string>> = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 10 })
    .map((value) => ({ text: value, value })),
  fc
    .string({ unit: fc.constantFrom(...letters, ...'059+-'), minLength: 3, maxLength: 10 })
    .map((value) => ({ text: `<${value}>`, value })),
)

const day: fc.Arbitrary<Written<PosixChange>> = fc
  .tuple(
    fc.oneof(
      fc
        .record({
          month: fc.integer({ min: 1, max: 12 }),
          week: fc.integer({ min: 1, max: 5 }),
          weekday: fc.integer({ min: 0, max: 6 }),
        })
        .map((fields) => ({
          text: `M${fields.month}.${fields.week}.${fields.weekday}`,
          value: { kind: 'weekday' as const, ...fields },
        })),
      fc
        .integer({ min: 1, max: 365 })
        .map((julian) => ({ text: `J${julian}`, value: { kind: 'julian' as const, day: julian } })),
      fc
        .integer({ min: 0, max: 365 })
        .map((counted) => ({ text: `${counted}`, value: { kind: 'day' as const, day: counted } })),
    ),
    fc.option(timeOf(167), { nil: undefined }),
  )
  .map(([{ text, value }, time]) => ({
    text: time === undefined ? text : `${text}/${time.text}`,
    value: { ...value, seconds: time?.value ?? 7200 },
  }))

/** Texts that say everything, and what they say. */
const fullRule: fc.Arbitrary<Written<PosixRule>> = fc
  .tuple(name, timeOf(23), name, fc.option(timeOf(23), { nil: undefined }), day, day)
  .map(([standard, offset, daylight, summer, start, end]) => {
    const standardOffsetMs = 0 - offset.value * 1000
    const offsetMs = summer === undefined ? standardOffsetMs + hourMs : 0 - summer.value * 1000
    return {
      text: `${standard.text}${offset.text}${daylight.text}${summer?.text ?? ''},${start.text},${end.text}`,
      value: {
        standardName: standard.value,
        standardOffsetMs,
        daylight: { name: daylight.value, offsetMs, changes: { start: start.value, end: end.value } },
      },
    }
  })

/** Minus nothing is nothing. */
const plain = (rule: unknown): unknown => JSON.parse(JSON.stringify(rule))

describe('parsePosixRule', () => {
  it('reads every form of names, offsets, days and times', () => {
    fc.assert(
      fc.property(fullRule, ({ text, value }) => {
        expect([text, plain(parsePosixRule(text))]).toEqual([text, plain(value)])
        const unwritten = text.slice(0, text.indexOf(','))
        expect(plain(parsePosixRule(unwritten))).toEqual(
          plain({ ...value, daylight: { ...value.daylight, changes: null } }),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('reads a rule without daylight time', () => {
    expect(parsePosixRule('EST5')).toEqual({ standardName: 'EST', standardOffsetMs: -5 * hourMs, daylight: null })
    expect(parsePosixRule('XYZ-24')).toMatchObject({ standardOffsetMs: 24 * hourMs })
    expect(parsePosixRule('XYZ24')).toMatchObject({ standardOffsetMs: -24 * hourMs })
  })

  it.each(['XYZ24:00:01', 'XYZ-24:00:01', 'XYZ25', 'EST', '5', 'ES5', '<-0>5', 'EST5EDT4EST', 'EST5EDT,M3.2.0', ''])(
    'refuses %s',
    (text) => {
      expect(parsePosixRule(text)).toBeNull()
    },
  )

  it('refuses days that no year has, at the start and at the end', () => {
    const days = ['J0', 'J366', '366', 'M0.1.0', 'M13.1.0', 'M1.0.0', 'M1.6.0', 'M1.1.7']
    for (const wrong of days) {
      expect([wrong, parsePosixRule(`EST5EDT,${wrong},M11.1.0`)]).toEqual([wrong, null])
      expect([wrong, parsePosixRule(`EST5EDT,M3.2.0,${wrong}`)]).toEqual([wrong, null])
    }
  })
})

describe('posixTransitions', () => {
  const daysOf = (year: number): Date[] => {
    const days = []
    for (
      let date = new Date(Date.UTC(year, 0, 1));
      date.getUTCFullYear() === year;
      date = new Date(+date + 24 * hourMs)
    ) {
      days.push(date)
    }
    return days
  }
  /** By going through the days of the year. */
  const wallOf = (change: PosixChange, year: number): number => {
    let days = daysOf(year)
    let index
    if (change.kind === 'day') index = change.day
    else if (change.kind === 'julian') {
      days = days.filter((date) => date.getUTCMonth() !== 1 || date.getUTCDate() !== 29)
      index = change.day - 1
    } else {
      days = days.filter((date) => date.getUTCMonth() + 1 === change.month && date.getUTCDay() === change.weekday)
      index = Math.min(change.week, days.length) - 1
    }
    // Day 365 of a common year, counted from 0, is the first of the next.
    const at = days[index] ?? new Date(Date.UTC(year + 1, 0, 1))
    return at.getTime() + change.seconds * 1000
  }

  it('equal what the days of the year give, in order', () => {
    fc.assert(
      fc.property(fullRule, fc.integer({ min: 1996, max: 2500 }), ({ value }, year) => {
        if (value.daylight === null || value.daylight.changes === null) return expect.fail('no changes')
        const { changes, offsetMs } = value.daylight
        const start = { at: wallOf(changes.start, year) - value.standardOffsetMs, offsetAfterMs: offsetMs }
        const end = { at: wallOf(changes.end, year) - offsetMs, offsetAfterMs: value.standardOffsetMs }
        const expected = [start, end].toSorted((a, b) => a.at - b.at)
        expect(plain(posixTransitions(value, year))).toEqual(plain(expected))
      }),
      { numRuns: 500 },
    )
  })

  it('are none where the rule does not say when', () => {
    expect(posixTransitions({ standardName: 'EST', standardOffsetMs: 0, daylight: null }, 2026)).toEqual([])
    const daylight = { name: 'EDT', offsetMs: hourMs, changes: null }
    expect(posixTransitions({ standardName: 'EST', standardOffsetMs: 0, daylight }, 2026)).toEqual([])
  })
})
