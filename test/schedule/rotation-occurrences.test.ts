import { describe, expect, it } from 'vitest'
import type { Recurrence, RecurrenceRule } from '../../src/model/index.ts'
import { rotationOccurrences, rotationOccurrenceTimes } from '../../src/schedule/index.ts'
import { aRotation, type RotationParts } from './support/builders.ts'

const wide = { from: '2000-01-01T00:00:00Z', to: '2090-01-01T00:00:00Z' }
const list = (recurrence: Partial<Recurrence>, parts: RotationParts = {}, window = wide) =>
  rotationOccurrences(aRotation({ ...parts, recurrence }), window)
/** The first local dates on which a rule in UTC has occurrences. */
const dates = (rule: RecurrenceRule, start: string, count = 5, rest: Partial<Recurrence> = {}) =>
  list({
    startsAtWall: `${start}T09:00:00`,
    endsAtWall: `${start}T17:00:00`,
    rule,
    until: { kind: 'count', count },
    ...rest,
  }).map(({ start }) => start.slice(0, 10))

describe('the days that a rule gives', () => {
  it('repeats every so many days', () => {
    expect(dates({ kind: 'daily', every: 3 }, '2026-02-26')).toEqual([
      '2026-02-26',
      '2026-03-01',
      '2026-03-04',
      '2026-03-07',
      '2026-03-10',
    ])
  })

  it('counts weeks from the one that contains the first date, which begins on the week start', () => {
    // 2026-01-10 is a Saturday: with weeks from Sunday its week is over the next day, with weeks from Monday a day later.
    const rule = { kind: 'weekly', every: 2, days: ['SU', 'MO'] } as const
    expect(dates({ ...rule, weekStart: 'SU' }, '2026-01-10', 3)).toEqual(['2026-01-18', '2026-01-19', '2026-02-01'])
    expect(dates({ ...rule, weekStart: 'MO' }, '2026-01-10', 3)).toEqual(['2026-01-11', '2026-01-19', '2026-01-25'])
  })

  it('has no occurrence before the first date, and does not force that date in', () => {
    const rule = { kind: 'weekly', every: 1, days: ['MO', 'FR'], weekStart: 'SU' } as const
    expect(dates(rule, '2026-01-07', 3)).toEqual(['2026-01-09', '2026-01-12', '2026-01-16'])
  })

  it('takes days of the week in any order and more than once', () => {
    const rule = { kind: 'weekly', every: 1, days: ['FR', 'MO', 'FR'], weekStart: 'WE' } as const
    expect(dates(rule, '2026-01-05', 3)).toEqual(['2026-01-05', '2026-01-09', '2026-01-12'])
  })

  it('leaves out a month without the date, or takes its last day', () => {
    const rule = { kind: 'monthly-by-date', date: 31, months: [] } as const
    expect(dates({ ...rule, missingDate: 'skip' }, '2026-01-15', 4)).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
    ])
    expect(dates({ ...rule, missingDate: 'last-day' }, '2026-01-15', 4)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  it('takes the last day of the months asked for', () => {
    const rule = { kind: 'monthly-by-date', date: 'last', months: [2, 4], missingDate: 'skip' } as const
    expect(dates(rule, '2027-03-01', 4)).toEqual(['2027-04-30', '2028-02-29', '2028-04-30', '2029-02-28'])
  })

  it('takes an ordinal weekday of the month', () => {
    const second = { kind: 'monthly-by-weekday', ordinal: 2, day: 'TU', months: [] } as const
    expect(dates(second, '2026-01-14', 3)).toEqual(['2026-02-10', '2026-03-10', '2026-04-14'])
    const last = { kind: 'monthly-by-weekday', ordinal: 'last', day: 'SU', months: [3, 10] } as const
    expect(dates(last, '2026-01-01', 4)).toEqual(['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'])
  })

  it('repeats a date every year, 29 February in leap years only', () => {
    expect(dates({ kind: 'yearly' }, '2026-05-03', 3)).toEqual(['2026-05-03', '2027-05-03', '2028-05-03'])
    expect(dates({ kind: 'yearly' }, '2024-02-29', 4)).toEqual(['2024-02-29', '2028-02-29', '2032-02-29', '2036-02-29'])
  })

  it('finds 29 February in the years that have it, also across centuries and after 400 years', () => {
    const years = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, number) => from + number).filter(
        (year) => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1,
      )
    const found = (from: number, to: number) =>
      list(
        { startsAtWall: '1896-02-29T09:00:00', endsAtWall: '1896-02-29T10:00:00', rule: { kind: 'yearly' } },
        {},
        { from: `${from}-01-01T00:00:00Z`, to: `${to}-01-01T00:00:00Z` },
      )
    expect(found(1896, 2900).map(({ start }) => Number(start.slice(0, 4)))).toEqual(years(1896, 2900))
    for (const [from, to] of [
      [1900, 1905],
      [2096, 2105],
      [2396, 2405],
      [2397, 2399],
      [2799, 2801],
    ] as const) {
      const before = years(1896, from).length
      expect(found(from, to).map(({ start, index }) => [Number(start.slice(0, 4)), index])).toEqual(
        years(from, to).map((year, number) => [year, before + number]),
      )
    }
  })

  it('knows how many there were before a month in a leap year', () => {
    const rule = { kind: 'monthly-by-date', date: 29, months: [2, 3], missingDate: 'skip' } as const
    expect(dates(rule, '2027-01-01', 5)).toEqual(['2027-03-29', '2028-02-29', '2028-03-29', '2029-03-29', '2030-03-29'])
    expect(dates(rule, '2028-03-01', 2)).toEqual(['2028-03-29', '2029-03-29'])
    const march = { from: '2028-03-01T00:00:00Z', to: '2028-04-01T00:00:00Z' }
    const recurrence = { startsAtWall: '2027-01-01T09:00:00', endsAtWall: '2027-01-01T10:00:00', rule }
    expect(list(recurrence, {}, march)).toEqual([
      { start: '2028-03-29T09:00:00Z', end: '2028-03-29T10:00:00Z', index: 2 },
    ])
  })

  it('takes place once', () => {
    expect(dates({ kind: 'once' }, '2026-05-03')).toEqual(['2026-05-03'])
  })

  it.each<RecurrenceRule>([
    { kind: 'never' },
    { kind: 'monthly-by-date', date: 30, months: [2], missingDate: 'skip' },
    { kind: 'monthly-by-date', date: 31, months: [4, 6, 9, 11], missingDate: 'skip' },
    { kind: 'monthly-by-date', date: 32, months: [], missingDate: 'skip' },
    { kind: 'monthly-by-date', date: 32, months: [], missingDate: 'last-day' },
    { kind: 'monthly-by-date', date: 0, months: [], missingDate: 'skip' },
    { kind: 'monthly-by-date', date: 1.5, months: [], missingDate: 'skip' },
    { kind: 'monthly-by-date', date: 1, months: [0, 1.5, 13], missingDate: 'skip' },
    { kind: 'monthly-by-weekday', ordinal: 0 as never, day: 'MO', months: [] },
    { kind: 'monthly-by-weekday', ordinal: 5 as never, day: 'MO', months: [] },
    { kind: 'weekly', every: 1, days: [], weekStart: 'SU' },
    { kind: 'daily', every: 0 },
    { kind: 'weekly', every: Number.NaN, days: ['MO'], weekStart: 'SU' },
  ])('never fires and does not hang: %j', (rule) => {
    expect(dates(rule, '2026-01-01')).toEqual([])
    expect(list({ rule, until: { kind: 'date', at: '2030-01-01T00:00:00Z', inclusive: true } })).toEqual([])
  })
})

describe('where a recurrence ends', () => {
  const daily = { kind: 'daily', every: 1 } as const

  it('includes an occurrence that starts exactly at the end date, or not', () => {
    const until = { kind: 'date', at: '2026-01-07T09:00:00Z' } as const
    const last = (inclusive: boolean) => dates(daily, '2026-01-05', 0, { until: { ...until, inclusive } }).at(-1)
    expect(last(true)).toBe('2026-01-07')
    expect(last(false)).toBe('2026-01-06')
  })

  it('ends before it begins where the end date does', () => {
    const until = { kind: 'date', at: '2025-01-01T00:00:00Z', inclusive: true } as const
    expect(dates(daily, '2026-01-05', 0, { until })).toEqual([])
  })

  it('counts repetitions from the first that the rule gives', () => {
    const rule = { kind: 'weekly', every: 1, days: ['FR'], weekStart: 'SU' } as const
    expect(dates(rule, '2026-01-05', 2)).toEqual(['2026-01-09', '2026-01-16'])
    expect(dates(rule, '2026-01-05', 0)).toEqual([])
  })

  it('takes a number of repetitions that is none, or not a whole one, as so many', () => {
    expect(dates(daily, '2026-01-05', -1)).toEqual([])
    expect(dates(daily, '2026-01-05', 2.5)).toEqual(['2026-01-05', '2026-01-06'])
  })

  it('counts an excluded occurrence as a repetition', () => {
    const exceptions = [{ kind: 'excluded', start: '2026-01-06T09:00:00Z' }] as const
    expect(dates(daily, '2026-01-05', 3, { exceptions })).toEqual(['2026-01-05', '2026-01-07'])
  })
})

describe('single occurrences', () => {
  it('moves one, also from outside of the window and out of it', () => {
    const exceptions = [
      {
        kind: 'moved',
        start: '2026-01-06T09:00:00Z',
        newStart: '2026-02-01T00:00:00Z',
        newEnd: '2026-02-01T02:00:00Z',
      },
    ] as const
    const window = (from: string, to: string) => ({ from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z` })
    const recurrence = { exceptions, until: { kind: 'count', count: 3 } } as const
    expect(list(recurrence, {}, window('2026-02-01', '2026-02-02'))).toEqual([
      { start: '2026-02-01T00:00:00Z', end: '2026-02-01T02:00:00Z', index: 1 },
    ])
    expect(list(recurrence, {}, window('2026-01-06', '2026-01-07'))).toEqual([])
    expect(list(recurrence, {}, window('2026-01-31', '2026-02-01'))).toEqual([])
    expect(list(recurrence, {}, { from: '2026-02-01T02:00:00Z', to: '2026-02-02T00:00:00Z' })).toEqual([])
    expect(list(recurrence, {}, { from: '2026-02-01T01:59:59Z', to: '2026-02-02T00:00:00Z' })).toHaveLength(1)
  })

  it('has none that was moved to no time at all', () => {
    const start = '2026-01-06T09:00:00Z'
    const nothing = { kind: 'moved', start, newStart: '2026-01-07T12:00:00Z', newEnd: '2026-01-07T12:00:00Z' } as const
    const until = { kind: 'count', count: 3 } as const
    expect(list({ exceptions: [nothing], until }).map(({ index }) => index)).toEqual([0, 2])
  })

  it('lists a moved one by its start, and by number those that start together', () => {
    const at = (day: number) => `2026-01-0${day}T09:00:00Z`
    const moved = (from: number, to: number) =>
      ({ kind: 'moved', start: at(from), newStart: at(to), newEnd: `2026-01-0${to}T10:00:00Z` }) as const
    const exceptions = [moved(9, 7), moved(5, 7), moved(8, 6), moved(5, 9)]
    const recurrence = { exceptions, until: { kind: 'count', count: 5 } } as const
    expect(list(recurrence).map(({ start, index }) => [start, index])).toEqual([
      [at(6), 1],
      [at(6), 3],
      [at(7), 0],
      [at(7), 2],
      [at(7), 4],
    ])
  })

  it('takes an exclusion before a move, whichever is told first', () => {
    const exclusion = { kind: 'excluded', start: '2026-01-06T09:00:00Z' } as const
    const move = {
      kind: 'moved',
      start: '2026-01-06T09:00:00Z',
      newStart: '2026-01-06T10:00:00Z',
      newEnd: '2026-01-06T11:00:00Z',
    } as const
    for (const exceptions of [
      [exclusion, move],
      [move, exclusion],
    ]) {
      expect(list({ exceptions, until: { kind: 'count', count: 3 } }).map(({ index }) => index)).toEqual([0, 2])
    }
  })

  it('takes an exception for both of two occurrences that start together', () => {
    // Samoa left out 30 December, so what is given for it falls on the day after.
    const exceptions = [{ kind: 'excluded', start: '2011-12-30T19:00:00Z' }] as const
    const days = { startsAtWall: '2011-12-28T09:00:00', endsAtWall: '2011-12-28T10:00:00' }
    const samoa = { ...days, until: { kind: 'count', count: 5 }, exceptions } as const
    expect(list(samoa, { timeZone: 'Pacific/Apia' }).map(({ index }) => index)).toEqual([0, 1, 4])
  })

  it('has no exception after the last occurrence', () => {
    const exceptions = [
      {
        kind: 'moved',
        start: '2026-01-07T09:00:00Z',
        newStart: '2026-01-07T10:00:00Z',
        newEnd: '2026-01-07T11:00:00Z',
      },
    ] as const
    expect(list({ exceptions, until: { kind: 'count', count: 2 } }).map(({ index }) => index)).toEqual([0, 1])
  })

  it('ignores an exception for a time at which there is none', () => {
    const exceptions = [{ kind: 'excluded', start: '2026-01-06T09:00:01Z' }] as const
    expect(dates({ kind: 'daily', every: 1 }, '2026-01-05', 2, { exceptions })).toEqual(['2026-01-05', '2026-01-06'])
  })
})

describe('wall clock and instants', () => {
  const newYork = { timeZone: 'America/New_York' }
  const march = { from: '2026-03-07T00:00:00Z', to: '2026-03-10T00:00:00Z' }
  const night = { startsAtWall: '2026-01-05T23:00:00', endsAtWall: '2026-01-06T07:00:00' }

  it('makes a night shift an hour shorter when the clocks go forward, or keeps its elapsed time', () => {
    expect(list(night, newYork, march).at(1)).toMatchObject({
      start: '2026-03-08T04:00:00Z',
      end: '2026-03-08T11:00:00Z',
    })
    const elapsed = { ...night, duration: { kind: 'elapsed', elapsedMs: 8 * 3_600_000 } } as const
    expect(list(elapsed, newYork, march).at(1)).toMatchObject({
      start: '2026-03-08T04:00:00Z',
      end: '2026-03-08T12:00:00Z',
    })
  })

  it.each([
    ['wall', '2026-03-08T11:00:00Z', '2026-11-01T12:00:00Z'],
    ['elapsed', '2026-03-08T12:00:00Z', '2026-11-01T11:00:00Z'],
  ] as const)('ends a night in which the clocks change where its duration says: %s', (kind, inSpring, inAutumn) => {
    const duration = kind === 'wall' ? ({ kind } as const) : ({ kind, elapsedMs: 8 * 3_600_000 } as const)
    for (const end of [inSpring, inAutumn]) {
      const from = (ms: number) => ({
        from: new Date(Date.parse(end) + ms).toISOString(),
        to: end.replace(/T.*/, 'T18:00:00Z'),
      })
      expect(list({ ...night, duration }, newYork, from(-1)).map((one) => one.end)).toEqual([end])
      expect(list({ ...night, duration }, newYork, from(0))).toEqual([])
    }
  })

  it('takes the elapsed time and not the end on the wall, which may lie beyond a change of the clocks', () => {
    const across = { startsAtWall: '2026-03-07T23:00:00', endsAtWall: '2026-03-08T07:00:00' }
    const elapsed = { ...across, duration: { kind: 'elapsed', elapsedMs: 7 * 3_600_000 } } as const
    expect(list(elapsed, newYork, march).map(({ start, end }) => [start, end])).toEqual([
      ['2026-03-08T04:00:00Z', '2026-03-08T11:00:00Z'],
      ['2026-03-09T03:00:00Z', '2026-03-09T10:00:00Z'],
    ])
    expect(list(elapsed, newYork, { from: '2026-03-09T10:00:00Z', to: '2026-03-09T11:00:00Z' })).toEqual([])
    expect(list(elapsed, newYork, { from: '2026-03-09T09:59:59Z', to: '2026-03-09T11:00:00Z' })).toHaveLength(1)
  })

  it.each([
    ['compatible', '2026-03-08T07:30:00Z', '2026-11-01T05:30:00Z'],
    ['earlier', '2026-03-08T06:30:00Z', '2026-11-01T05:30:00Z'],
    ['later', '2026-03-08T07:30:00Z', '2026-11-01T06:30:00Z'],
    ['first-valid', '2026-03-08T07:00:00Z', '2026-11-01T05:30:00Z'],
  ] as const)('starts in a skipped and in a repeated hour: %s', (disambiguation, inGap, inOverlap) => {
    const at = (clock: string, from: string, to: string) =>
      list({ startsAtWall: `2026-01-01T${clock}`, endsAtWall: '2026-01-01T12:00:00', disambiguation }, newYork, {
        from,
        to,
      })
    expect(at('02:30:00', '2026-03-08T05:00:00Z', '2026-03-08T09:00:00Z')[0]?.start).toBe(inGap)
    expect(at('01:30:00', '2026-11-01T04:00:00Z', '2026-11-01T09:00:00Z')[0]?.start).toBe(inOverlap)
  })

  it('reaches nobody through an occurrence that falls into a skipped hour, but counts it', () => {
    const inGap = {
      startsAtWall: '2026-03-07T02:15:00',
      endsAtWall: '2026-03-07T02:45:00',
      disambiguation: 'first-valid',
    } as const
    expect(list({ ...inGap, until: { kind: 'count', count: 3 } }, newYork)).toEqual([
      { start: '2026-03-07T07:15:00Z', end: '2026-03-07T07:45:00Z', index: 0 },
      { start: '2026-03-09T06:15:00Z', end: '2026-03-09T06:45:00Z', index: 2 },
    ])
  })

  it('keeps the date of the first occurrence local', () => {
    const auckland = { timeZone: 'Pacific/Auckland' }
    const first = list({ startsAtWall: '2026-01-05T08:00:00', endsAtWall: '2026-01-05T09:00:00' }, auckland)[0]
    expect(first).toEqual({ start: '2026-01-04T19:00:00Z', end: '2026-01-04T20:00:00Z', index: 0 })
  })

  it('has two occurrences at once where a zone left out a day', () => {
    const samoa = {
      startsAtWall: '2011-12-29T09:00:00',
      endsAtWall: '2011-12-29T10:00:00',
      until: { kind: 'count', count: 3 },
    } as const
    expect(list(samoa, { timeZone: 'Pacific/Apia' }).map(({ start, index }) => [start, index])).toEqual([
      ['2011-12-29T19:00:00Z', 0],
      ['2011-12-30T19:00:00Z', 1],
      ['2011-12-30T19:00:00Z', 2],
    ])
  })
})

describe('a window', () => {
  it('finds occurrences that began before it and still last', () => {
    const long = { startsAtWall: '2026-01-01T00:00:00', endsAtWall: '2026-01-04T12:00:00' }
    expect(
      list(long, {}, { from: '2026-02-10T12:00:00Z', to: '2026-02-10T13:00:00Z' }).map(({ start }) => start),
    ).toEqual(['2026-02-08T00:00:00Z', '2026-02-09T00:00:00Z', '2026-02-10T00:00:00Z'])
  })

  it('far ahead finds an occurrence with its number', () => {
    const rotation = aRotation({
      timeZone: 'America/New_York',
      recurrence: { rule: { kind: 'monthly-by-date', date: 29, months: [2], missingDate: 'skip' } },
    })
    const { length, starts, indices } = rotationOccurrenceTimes(rotation, Date.UTC(2088, 0, 1), Date.UTC(2089, 0, 1))
    expect([length, starts[0], indices[0]]).toEqual([1, Date.UTC(2088, 1, 29, 14), 15])
  })
})
