import { describe, expect, it } from 'vitest'
import { mapRecurrence, type SourceSemantics } from '../../src/mapping/index.ts'
import type { WireRecurrence, WireShift } from '../../src/xmatters/wire/index.ts'

const base = { id: 's', start: '2026-01-05T14:00:00.000Z', end: '2026-01-05T22:00:00.000Z' }
const map = (shift: Partial<WireShift>, semantics: Partial<SourceSemantics> = {}) =>
  mapRecurrence({ ...base, ...shift }, { timeZone: 'America/New_York', semantics })
const rule = (recurrence: WireRecurrence, semantics: Partial<SourceSemantics> = {}) =>
  map({ recurrence }, semantics).value.rule
const codes = (shift: Partial<WireShift>): readonly string[] =>
  map(shift).issues.map(({ code, path }) => `${code} ${path}`)

describe('a recurrence', () => {
  it('runs on the wall clock of its zone, and never without one', () => {
    expect(map({}).value).toMatchObject({
      startsAtWall: '2026-01-05T09:00:00',
      endsAtWall: '2026-01-05T17:00:00',
      rule: { kind: 'once' },
      until: { kind: 'never' },
      duration: { kind: 'wall' },
      disambiguation: 'compatible',
      exceptions: [],
    })
    const { value, issues } = mapRecurrence(base, { timeZone: null })
    expect(value).toMatchObject({ startsAtWall: '2026-01-05T14:00:00', rule: { kind: 'never' } })
    expect(issues).toEqual([])
  })

  it('takes each open question as it is answered', () => {
    expect(map({}, { duration: 'elapsed', disambiguation: 'later' }).value).toMatchObject({
      duration: { kind: 'elapsed', elapsedMs: 8 * 3_600_000 },
      disambiguation: 'later',
    })
    expect(rule({ frequency: 'WEEKLY', onDays: ['MO'] }, { weekStart: 'MO' })).toMatchObject({ weekStart: 'MO' })
    const monthly = { frequency: 'MONTHLY', on: 'DATE_OF_MONTH', dateOfMonth: 31 }
    expect(rule(monthly, { missingDate: 'last-day' })).toMatchObject({ date: 31, missingDate: 'last-day' })
    const end = { endBy: 'DATE', date: '2026-02-01T00:00:00Z' }
    expect(map({ recurrence: { frequency: 'DAILY', end } }, { endDate: 'exclusive' }).value.until).toEqual({
      kind: 'date',
      at: '2026-02-01T00:00:00Z',
      inclusive: false,
    })
  })

  it.each([
    [{ frequency: 'daily' }, { kind: 'daily', every: 1 }],
    [
      { frequency: 'DAILY', repeatEvery: 10_000 },
      { kind: 'daily', every: 10_000 },
    ],
    [
      { frequency: 'WEEKLY', repeatEvery: '3', onDays: ['Monday', 'su'] },
      { kind: 'weekly', every: 3, days: ['SU', 'MO'] },
    ],
    [{ frequency: 'every weekday' }, { kind: 'weekly', every: 1, days: ['MO', 'TU', 'WE', 'TH', 'FR'] }],
    [
      { frequency: 'MONTHLY', dateOfMonth: 'last' },
      { kind: 'monthly-by-date', date: 'last', months: [] },
    ],
    [
      { frequency: 'MONTHLY', dayOfWeek: 'TU', dayOfWeekClassifier: 'second' },
      { kind: 'monthly-by-weekday', ordinal: 2, day: 'TU', months: [] },
    ],
    [
      { frequency: 'MONTHLY', on: 'DATE_OF_MONTH', dateOfMonth: '1', months: ['December', 'FEB', 'feb'] },
      { kind: 'monthly-by-date', date: 1, months: [2, 12] },
    ],
    [{}, { kind: 'once' }],
    [{ end: { endBy: 'NEVER' } }, { kind: 'once' }],
  ])('reads %o', (wire, expected) => {
    expect(rule(wire)).toMatchObject(expected)
    expect(map({ recurrence: wire }).issues).toEqual([])
  })

  it.each([
    [{ repeatEvery: 2 }, 'recurrence.unreadable recurrence.repeatEvery'],
    [{ frequency: '', onDays: ['MO'], repeatEvery: 2 }, 'recurrence.unreadable recurrence.onDays'],
    [{ frequency: 'MONTHLY', dateOfMonth: 1, months: ['x', 'JAN', 'y'] }, 'recurrence.unreadable recurrence.months[0]'],
    [{ frequency: 'DAILY', repeatEvery: 0 }, 'recurrence.unreadable recurrence.repeatEvery'],
    [{ frequency: 'DAILY', repeatEvery: 1.5 }, 'recurrence.unreadable recurrence.repeatEvery'],
    [{ frequency: 'DAILY', repeatEvery: 10_001 }, 'recurrence.unreadable recurrence.repeatEvery'],
    [{ frequency: 'WEEKLY', onDays: ['MO', 'x'] }, 'recurrence.unreadable recurrence.onDays'],
    [{ frequency: 'WEEKLY', onDays: 'MO' as never }, 'recurrence.unreadable recurrence.onDays'],
    [{ frequency: 'MONTHLY', on: 'DATE_OF_MONTH', dateOfMonth: 32 }, 'recurrence.unreadable recurrence.dateOfMonth'],
    [{ frequency: 'MONTHLY', on: 'DATE_OF_MONTH', dateOfMonth: 0 }, 'recurrence.unreadable recurrence.dateOfMonth'],
    [{ frequency: 'MONTHLY', on: 'DATE_OF_MONTH' }, 'recurrence.unreadable recurrence.dateOfMonth'],
    [{ frequency: 'MONTHLY', dateOfMonth: 1, months: ['JAN', 'x'] }, 'recurrence.unreadable recurrence.months[1]'],
    [{ frequency: 'MONTHLY', on: 'MOON' }, 'recurrence.unreadable recurrence.on'],
    [
      { frequency: 'MONTHLY', on: 'DAY_OF_WEEK', dayOfWeek: 'MO', dayOfWeekClassifier: 'FIFTH' },
      'recurrence.unreadable recurrence.dayOfWeekClassifier',
    ],
    [
      { frequency: 'MONTHLY', on: 'DAY_OF_WEEK', dayOfWeek: 'x', dayOfWeekClassifier: 'LAST' },
      'recurrence.unreadable recurrence.dayOfWeek',
    ],
    [{ frequency: 'HOLIDAY' }, 'shift.holiday recurrence.frequency'],
    [{ frequency: 'LUNAR' }, 'recurrence.unknown recurrence.frequency'],
  ])('is never on duty where it cannot be read, and says why: %o', (recurrence, found) => {
    expect(map({ recurrence }).value.rule).toEqual({ kind: 'never' })
    expect(codes({ recurrence })).toEqual([found])
  })

  it.each([null, ''])('reads %j as a field that is not there', (none) => {
    const read = (wire: object): unknown => map(wire).value
    const blank = (wire: object): object => ({ repeatEvery: none, on: none, dayOfWeek: none, ...wire })
    expect(read({ recurrence: blank({ frequency: none }) })).toEqual(read({}))
    for (const wire of [
      { frequency: 'DAILY' },
      { frequency: 'MONTHLY', dateOfMonth: '10' },
      { frequency: 'DAILY', end: { endBy: 'REPETITIONS', repititions: 3 } },
    ]) {
      const end = 'end' in wire ? { end: { repetitions: none, ...wire.end } } : {}
      expect(read({ recurrence: blank({ ...wire, ...end }) })).toEqual(read({ recurrence: wire }))
    }
    const exclusion = { startDate: '2026-01-07T14:00:00Z' }
    expect(read({ exclusions: [{ start: none, ...exclusion }] })).toEqual(read({ exclusions: [exclusion] }))
  })

  it.each([
    ['FIRST', 1],
    ['second', 2],
    ['Third', 3],
    ['FOURTH', 4],
    ['LAST', 'last'],
  ])('takes the %s of a day for %s', (dayOfWeekClassifier, ordinal) => {
    expect(rule({ frequency: 'MONTHLY', dayOfWeek: 'FR', dayOfWeekClassifier })).toMatchObject({ ordinal, day: 'FR' })
  })

  it('is never on duty without a zone of its own, and says so', () => {
    const { value, issues } = mapRecurrence({ ...base, timezone: '' })
    expect(value).toMatchObject({ startsAtWall: '2026-01-05T14:00:00', rule: { kind: 'never' } })
    expect(issues).toMatchObject([
      {
        code: 'shift.time-zone',
        path: 'start',
        message: 'The shift has no time zone; the shift is never on duty here.',
      },
    ])
  })

  it('runs on the clock that is guessed, and says so', () => {
    const { value, issues } = mapRecurrence({ ...base, timezone: 'JST' })
    expect(value).toMatchObject({ startsAtWall: '2026-01-05T23:00:00' })
    expect(issues).toMatchObject([{ code: 'shift.time-zone', outcome: 'approximated', path: 'timezone' }])
  })

  it('takes every month for an interval of months, and says so', () => {
    const recurrence = { frequency: 'MONTHLY', dateOfMonth: 1, repeatEvery: 2 }
    expect(codes({ recurrence })).toEqual(['recurrence.interval recurrence.repeatEvery'])
    expect(codes({ recurrence: { ...recurrence, repeatEvery: 1 } })).toEqual([])
  })

  it.each([
    [undefined, { kind: 'never' }],
    [{}, { kind: 'never' }],
    [{ endBy: 'never' }, { kind: 'never' }],
    [{ date: '2026-02-01T00:00:00.000Z' }, { kind: 'date', at: '2026-02-01T00:00:00Z', inclusive: true }],
    [
      { endBy: 'REPETITIONS', repetitions: '4' },
      { kind: 'count', count: 4 },
    ],
    [
      { endBy: 'REPITITIONS', repititions: 0 },
      { kind: 'count', count: 0 },
    ],
    [{ repetitions: 3 }, { kind: 'count', count: 3 }],
  ])('that ends by %o ends so', (end, until) => {
    const recurrence = { frequency: 'DAILY', ...(end === undefined ? {} : { end }) }
    expect(map({ recurrence }).value.until).toEqual(until)
    expect(map({ recurrence }).issues).toEqual([])
  })

  it.each([
    [{ endBy: 'DATE', date: 'soon' }, 'date'],
    [{ endBy: 'REPETITIONS', repetitions: -1 }, 'repetitions'],
    [{ endBy: 'REPETITIONS', repetitions: 1.5 }, 'repetitions'],
    [{ endBy: 'REPETITIONS' }, 'repititions'],
    [{ endBy: 'DOOMSDAY' }, 'endBy'],
  ])('goes on where its end cannot be read: %o', (end, field) => {
    const recurrence = { frequency: 'DAILY', end }
    expect(map({ recurrence }).value.until).toEqual({ kind: 'never' })
    expect(codes({ recurrence })).toEqual([`recurrence.end recurrence.end.${field}`])
  })

  it('has no end where it takes place once', () => {
    const recurrence = { frequency: 'ONCE', end: { endBy: 'REPETITIONS', repetitions: 0 } }
    expect(map({ recurrence }).value.until).toEqual({ kind: 'never' })
  })

  it('leaves out deleted occurrences, in both spellings and both kinds of list', () => {
    const exclusions = [{ start: '2026-01-06T14:00:00.000Z' }, { startDate: '2026-01-07T14:00:00Z' }, { start: 'x' }]
    const found = [
      { kind: 'excluded', start: '2026-01-06T14:00:00Z' },
      { kind: 'excluded', start: '2026-01-07T14:00:00Z' },
    ]
    expect(map({ exclusions }).value.exceptions).toEqual(found)
    expect(map({ exclusions: { count: 3, total: 3, data: exclusions } }).value.exceptions).toEqual(found)
    expect(codes({ exclusions })).toEqual(['recurrence.exclusion exclusions[2].start'])
    expect(codes({ exclusions: { data: [{ startDate: 'x' }] } })).toEqual([
      'recurrence.exclusion exclusions.data[0].startDate',
    ])
  })

  it.each([
    [{ start: 'x' }, ['shift.times start']],
    [{ end: 'x' }, ['shift.times end']],
    [{ start: '1899-12-31T23:59:59Z' }, ['shift.times start']],
    [{ start: '9900-01-01T00:00:00Z' }, ['shift.times start']],
  ])('is never on duty without its first times: %o', (times, found) => {
    expect(map(times, { duration: 'elapsed' }).value).toMatchObject({
      startsAtWall: '1969-12-31T19:00:00',
      endsAtWall: '1969-12-31T19:00:00',
      rule: { kind: 'never' },
      duration: { elapsedMs: 0 },
    })
    expect(codes(times)).toEqual(found)
  })

  it('may begin in 1900', () => {
    expect(codes({ start: '1900-01-01T00:00:00Z' })).toEqual([])
  })
})
