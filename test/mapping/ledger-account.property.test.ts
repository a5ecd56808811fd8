import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CountedEntry, openLedgerAccount } from '../../src/mapping/ledger-account.ts'
import type { MappingIssue } from '../../src/mapping/mapping-issue.ts'
import type { FieldRule, FieldTable } from '../../src/mapping/source-fields.ts'
import { runs } from '../schedule/support/runs.ts'

const mapped: FieldRule = { outcome: 'mapped' }
const noted = { outcome: 'dropped', code: 'field.note', message: 'A note.' } as const
const unknown = {
  outcome: 'unknown',
  code: 'field.unknown',
  message: 'A field that this version does not know.',
} as const
const inner = new Map<string, FieldRule>([
  ['a', mapped],
  ['b', { ...noted, code: 'device.setting' }],
])
const fields: FieldTable = new Map<string, FieldRule>([
  ['a', mapped],
  ['b', noted],
  ['c', { ...unknown, fields: inner }],
  // Dropped as a leaf, and with fields of its own.
  ['d', { ...noted, fields: inner }],
])

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('', 'text', 0, 7, false, true, null, undefined),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value
const issue = fc.record(
  {
    code: fc.constantFrom('shift.times', 'field.unreadable'),
    outcome: fc.constantFrom<MappingIssue['outcome'][]>('approximated', 'dropped'),
    path: fc.constantFrom('a', 'b', 'c.a', 'c.d', 'a[0]', 'c.a[1]', 'd.c', 'b.a', 'd.a', 'nowhere'),
    message: fc.constantFrom('One.', 'Other.'),
    effect: fc.constant({ minutes: 3 }),
  },
  { requiredKeys: ['code', 'outcome', 'path', 'message'] },
)

interface Leaf {
  readonly path: string
  readonly value: string | number | boolean
  readonly rule: FieldRule
}

/** All leaves with what is said of their fields, in the order in which they stand. */
function leavesOf(value: unknown, rule: FieldRule, path: string): readonly Leaf[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [{ path, value, rule }]
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, rule, `${path}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    leavesOf(one, rule.fields?.get(key) ?? unknown, `${path}.${key}`),
  )
}

/** What is said of a leaf by its field; `null` where it is mapped. */
function ruleEntry({ rule }: Leaf): Pick<CountedEntry, 'code' | 'message' | 'outcome'> | null {
  if (rule.outcome === 'mapped') return null
  const { code, message, outcome } = rule
  return { code, message, outcome }
}

it('counts every leaf by its issue, else by what is said of its field, and remarks on what is not there', () => {
  const row = fc.dictionary(name, json, { noNullPrototype: true })
  fc.assert(
    fc.property(row, fc.array(issue, { maxLength: 5 }), (value, issues) => {
      const account = openLedgerAccount()
      account.enter(value, fields, 'rows[0]', 'row:x', issues)

      const firsts = issues.filter(({ path }, at) => issues.findIndex((one) => one.path === path) === at)
      const leaves = leavesOf(value, { ...unknown, fields }, 'rows[0]')
      const entries: CountedEntry[] = leaves.flatMap((leaf) => {
        const said = firsts.find(({ path }) => `rows[0].${path}` === leaf.path) ?? ruleEntry(leaf)
        return said === null ? [] : [{ ...said, entity: 'row:x', path: leaf.path, value: leaf.value }]
      })
      const count = (outcome: CountedEntry['outcome']): number =>
        entries.filter((one) => one.outcome === outcome).length
      const [approximated, dropped, unread] = [count('approximated'), count('dropped'), count('unknown')]
      const isThere = ({ path }: MappingIssue): boolean => leaves.some((leaf) => leaf.path === `rows[0].${path}`)
      const seconds = issues.filter((one) => !firsts.includes(one))
      const remarks = [...firsts.filter((one) => !isThere(one)), ...seconds].map((one) => ({
        ...one,
        entity: 'row:x',
        path: `rows[0].${one.path}`,
        value: null,
        count: 0,
      }))
      expect(account.close()).toEqual({
        leaves: leaves.length,
        mapped: leaves.length - entries.length,
        approximated,
        dropped,
        unknown: unread,
        entries: [...entries, ...remarks],
      })
    }),
    { numRuns: runs(300) },
  )
})
