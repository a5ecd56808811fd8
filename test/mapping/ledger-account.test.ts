import { expect, it } from 'vitest'
import { openLedgerAccount } from '../../src/mapping/ledger-account.ts'

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
