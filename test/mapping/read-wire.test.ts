import { expect, it } from 'vitest'
import type { MappingIssue } from '../../src/mapping/mapping-issue.ts'
import {
  isMissing,
  listPath,
  readFlag,
  readInstant,
  readList,
  readMinutes,
  readNumber,
  readObject,
  readText,
  readWhole,
  readWord,
} from '../../src/mapping/read-wire.ts'
import { readWeekday, readWeekdays } from '../../src/mapping/weekdays.ts'

it('reads objects, and lists bare or as a page', () => {
  expect(readObject({ a: 1 })).toEqual({ a: 1 })
  for (const none of [null, undefined, 'text', 3, true, [1]]) expect(Object.keys(readObject(none))).toEqual([])
  expect([[1, 2], { data: [1, 2] }].map(readList)).toEqual([
    [1, 2],
    [1, 2],
  ])
  for (const none of [null, 'ab', { data: 'ab' }, { rows: [1] }]) expect(readList(none)).toEqual([])
  expect([listPath('x', [1]), listPath('x', { data: [1] }), listPath('x', undefined)]).toEqual([
    'x',
    'x.data',
    'x.data',
  ])
})

it('tells what is missing from what is there', () => {
  expect([undefined, null, ''].map(isMissing)).toEqual([true, true, true])
  expect([0, false, ' ', [], {}].map(isMissing)).toEqual([false, false, false, false, false])
})

it.each([
  [' a b ', 'a b', 'A_B', null],
  ['second to - first', 'second to - first', 'SECOND_TO_FIRST', null],
  [' 7 ', '7', '7', 7],
  [-1.5, '-1.5', '_1.5', -1.5],
  [0, '0', '0', 0],
  ['1e400', '1e400', '1E400', null],
  ['', null, '', null],
  [' ', null, '', null],
  [true, null, '', null],
  [null, null, '', null],
  [['7'], null, '', null],
])('reads %j as text, word and number', (value, text, word, number) => {
  expect([readText(value), readWord(value), readNumber(value)]).toEqual([text, word, number])
})

it('reads numbers that are finite', () => {
  expect([Infinity, -Infinity, NaN].map(readNumber)).toEqual([null, null, null])
})

it('reads whole numbers within bounds', () => {
  const read = (value: unknown): number | null => readWhole(value, 2, 4)
  expect([1, 2, '3', 4, 5, 2.5, 'x', null, undefined].map(read)).toEqual([null, 2, 3, 4, null, null, null, null, null])
})

it.each([
  [true, true, true],
  [false, false, false],
  [' True', true, true],
  ['FALSE', false, false],
  ['yes', true, false],
  [1, true, false],
  [undefined, true, false],
])('reads the flag %j as %s or %s, by what else it would be', (value, orTrue, orFalse) => {
  expect([readFlag(value, true), readFlag(value, false)]).toEqual([orTrue, orFalse])
})

it.each([
  [0, 0],
  ['12.5', 12.5],
  [527_040, 527_040],
  [527_041, null],
  [-1, null],
  ['soon', null],
  ['', 0],
  [undefined, 0],
])('reads the minutes %j as %j', (value, minutes) => {
  const issues: MappingIssue[] = []
  expect(readMinutes(value, 'at', issues)).toBe(minutes ?? 0)
  expect(issues.map(({ code, outcome, path }) => `${outcome} ${code} ${path}`)).toEqual(
    minutes === null ? ['approximated field.unreadable at'] : [],
  )
})

it.each([
  [' 2026-11-23T09:00:00+01:00 ', '2026-11-23T08:00:00.000Z'],
  ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
  ['1899-12-31T23:59:59Z', null],
  ['9899-12-31T23:59:59Z', '9899-12-31T23:59:59.000Z'],
  ['9900-01-01T00:00:00Z', null],
  ['2026-11-23', null],
  ['soon', null],
  [1_795_000_000_000, null],
  [null, null],
])('reads the instant %j as %s', (value, instant) => {
  expect(readInstant(value)).toBe(instant === null ? null : Date.parse(instant))
})

it.each([
  ['SU', 'SU'],
  ['mon', 'MO'],
  ['Tuesday', 'TU'],
  [' we ', 'WE'],
  ['thurs', 'TH'],
  ['FRI', 'FR'],
  ['SATURDAY', 'SA'],
  ['S', null],
  ['M', null],
  ['', null],
  ['MONDAYS', null],
  ['X', null],
  [1, null],
])('reads the day %j as %s', (value, day) => {
  expect(readWeekday(value)).toBe(day)
})

it('reads days once each, from Sunday on, and none where one is no day', () => {
  expect(readWeekdays(['SA', 'monday', 'MO', 'SU'])).toEqual(['SU', 'MO', 'SA'])
  expect(readWeekdays({ data: ['FR'] })).toEqual(['FR'])
  expect(readWeekdays([])).toEqual([])
  expect(readWeekdays(['MO', 'x'])).toBeNull()
})
