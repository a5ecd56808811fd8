import { describe, expect, it } from 'vitest'
import { openLedgerAccount } from '../../src/mapping/ledger-account.ts'
import type { FieldTable } from '../../src/mapping/source-fields.ts'

const noFields = new Map<never, never>()

it.each([
  ['plain', 'people[0].plain'],
  ['First Aid Training', 'people[0].First Aid Training'],
  ['dept.name', 'people[0]["dept.name"]'],
  ['level [1]', 'people[0]["level [1]"]'],
  ['say "when"', 'people[0]["say \\"when\\""]'],
  ['', 'people[0][""]'],
])('quotes a field whose name reads like a path: %j', (name, path) => {
  const account = openLedgerAccount()
  account.enter({ [name]: 1 }, noFields, 'people[0]', 'person:a')
  expect(account.close().entries).toEqual([expect.objectContaining({ path, value: 1 })])
})

describe('very many entries of one code', () => {
  const tableOf = (code: string, outcome: 'dropped' | 'unknown' = 'dropped'): FieldTable =>
    new Map([['a', { outcome, code, message: 'A note.' }]])
  /** Twenty thousand and three leaves, one row each or all of them in one. */
  const countedAs = (code: string, isOneRow: boolean, outcome?: 'dropped' | 'unknown'): object => {
    const account = openLedgerAccount()
    const total = 20_003
    if (isOneRow) account.enter({ a: Array(total).fill('x') }, tableOf(code, outcome), 'rows[0]', 'row:0')
    else
      for (let at = 0; at < total; at++) account.enter({ a: 'x' }, tableOf(code, outcome), `rows[${at}]`, `row:${at}`)
    const { entries, ...totals } = account.close()
    return { ...totals, listed: entries.filter(({ count }) => count === undefined).length, last: entries.at(-1) }
  }

  it.each(['field.note', 'device.setting'])('are summed up after the first, where nobody acts on them: %s', (code) => {
    const message = '3 more values of this code.'
    const last = { code, outcome: 'dropped', entity: '', path: '', value: null, count: 3, message }
    const expected = { leaves: 20_003, mapped: 0, approximated: 0, dropped: 20_003, unknown: 0, listed: 20_000, last }
    expect(countedAs(code, true)).toEqual(expected)
    expect(countedAs(code, false)).toEqual(expected)
  })

  it.each([
    ['field.unknown', 'unknown'],
    ['shift.holiday-times', 'dropped'],
    ['device.settings', 'dropped'],
  ] as const)('are listed each by itself where somebody may act on them: %s', (code, outcome) => {
    const expected = { leaves: 20_003, [outcome]: 20_003, listed: 20_003, last: { code, value: 'x' } }
    expect(countedAs(code, true, outcome)).toMatchObject(expected)
    expect(countedAs(code, false, outcome)).toMatchObject(expected)
  })

  it('may be as many as are listed', () => {
    const account = openLedgerAccount()
    account.enter({ a: Array(20_000).fill('x') }, tableOf('field.note'), 'rows[0]', 'row:0')
    expect(account.close().entries.every(({ count }) => count === undefined)).toBe(true)
  })
})
