import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mapRecurrence, mapTenant } from '../../src/mapping/index.ts'
import { renderEscalation } from '../../src/schedule/index.ts'
import type { XMattersTenant } from '../../src/xmatters/index.ts'

const runs = 100 * Number(process.env['XMATTERS_SYNC_RUNS'] ?? 1)

const id = fc.constantFrom('a', 'b', 'c', 'g', 'h', 's')
const reference = fc.record(
  { id, recipientType: fc.constantFrom('PERSON', 'group', 'DEVICE', 'DYNAMIC_TEAM', 'X') },
  { requiredKeys: [] },
)
const instant = fc.constantFrom('2026-03-08T09:30:00Z', '2026-11-01T05:00:00.000Z', '2024-01-31T00:00:00Z', 'soon')
const word = fc.constantFrom(
  'ONCE',
  'DAILY',
  'weekly',
  'EVERY_WEEKDAY',
  'MONTHLY',
  'YEARLY',
  'HOLIDAY',
  'TIME',
  'SHIFTS',
  'ALERT',
  'WEEKS',
  'DAYS',
  'LAST',
  'nothing',
)
const number = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.constantFrom('3', 'x', 1e308))
const value = fc.record(
  {
    id,
    targetName: fc.string(),
    status: fc.constantFrom('ACTIVE', 'INACTIVE'),
    groupType: fc.constantFrom('ON_CALL', 'BROADCAST', 'DYNAMIC'),
    timezone: fc.constantFrom('US/Eastern', 'UTC', 'Nowhere'),
    start: instant,
    end: instant,
    group: fc.record({ id: fc.constantFrom('g', 'h') }),
    member: reference,
    replacement: reference,
    owner: reference,
    sequence: number,
    recurrence: fc.record(
      { frequency: word, repeatEvery: number, onDays: fc.array(fc.constantFrom('MO', 'SU', 'x')), dateOfMonth: number },
      { requiredKeys: [] },
    ),
    rotation: fc.record(
      { type: word, intervalUnit: word, direction: word, interval: number, nextRotationTime: instant },
      { requiredKeys: [] },
    ),
    members: fc.oneof(
      fc.array(fc.record({ recipient: reference, position: number, delay: number })),
      fc.record({
        data: fc.array(fc.record({ recipient: reference, position: number, delay: number }), { maxLength: 4 }),
      }),
    ),
    surprise: fc.jsonValue({ maxDepth: 3 }),
  },
  { requiredKeys: [] },
)
const list = fc.array(
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) }),
  { maxLength: 5 },
)
const lists = fc.record({
  people: list,
  devices: list,
  groups: list,
  roster: list,
  shifts: list,
  absences: list,
  sites: list,
  services: list,
})
const tenantOf = (values: object): XMattersTenant =>
  ({
    origin: 'xmatters:x',
    capturedAt: '2026-06-01T00:00:00Z',
    selection: null,
    completeness: { complete: true, gaps: [] },
    ...values,
  }) as unknown as XMattersTenant

const countLeaves = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, one) => sum + countLeaves(one), 0)
    : value === null
      ? 0
      : 1

it('balances over any tenant, however strange', () => {
  fc.assert(
    fc.property(lists, (values) => {
      const { ledger } = mapTenant(tenantOf(values))
      expect(ledger.leaves).toBe(countLeaves(values))
      expect(ledger.mapped + ledger.approximated + ledger.dropped + ledger.unknown).toBe(ledger.leaves)
      for (const outcome of ['approximated', 'dropped', 'unknown'] as const) {
        const counts = ledger.entries.map((entry) => (entry.outcome === outcome ? (entry.count ?? 1) : 0))
        expect(counts.reduce<number>((sum, count) => sum + count, 0)).toBe(ledger[outcome])
      }
    }),
    { numRuns: runs },
  )
})

it('makes snapshots that survive JSON and render', () => {
  fc.assert(
    fc.property(lists, (values) => {
      const { snapshot } = mapTenant(tenantOf(values))
      expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
      for (const { key } of snapshot.escalationPolicies) {
        renderEscalation(snapshot, key, { from: '2026-10-30T00:00:00Z', to: '2026-11-03T00:00:00Z' })
      }
    }),
    { numRuns: runs },
  )
})

it('counts one more unknown leaf for one more unknown field', () => {
  fc.assert(
    fc.property(lists, fc.constantFrom('people', 'groups', 'shifts'), (values, resource) => {
      const before = mapTenant(tenantOf(values)).ledger.unknown
      const more = { ...values, [resource]: [...values[resource], { id: 'new', zzNewField: true }] }
      expect(mapTenant(tenantOf(more)).ledger.unknown).toBe(before + 1)
    }),
    { numRuns: runs },
  )
})

const frequencies = [
  ['ONCE', {}, { kind: 'once' }],
  ['DAILY', { repeatEvery: '2' }, { kind: 'daily', every: 2 }],
  [
    'WEEKLY',
    { repeatEvery: 1, onDays: [] },
    { kind: 'weekly', every: 1, days: ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'], weekStart: 'SU' },
  ],
  ['EVERY_WEEKDAY', {}, { kind: 'weekly', every: 1, days: ['MO', 'TU', 'WE', 'TH', 'FR'], weekStart: 'SU' }],
  ['EVERY_WEEKEND_DAY', {}, { kind: 'weekly', every: 1, days: ['SU', 'SA'], weekStart: 'SU' }],
  [
    'MONTHLY',
    { on: 'DATE_OF_MONTH', dateOfMonth: '31' },
    { kind: 'monthly-by-date', date: 31, months: [], missingDate: 'skip' },
  ],
  [
    'MONTHLY',
    { on: 'DAY_OF_WEEK', dayOfWeekClassifier: 'LAST', dayOfWeek: 'FR', months: ['DEC', 'JAN'] },
    { kind: 'monthly-by-weekday', ordinal: 'last', day: 'FR', months: [1, 12] },
  ],
  ['YEARLY', {}, { kind: 'yearly' }],
] as const
const ends = [
  [{ endBy: 'NEVER' }, { kind: 'never' }],
  [
    { endBy: 'DATE', date: '2027-01-01T00:00:00.000Z' },
    { kind: 'date', at: '2027-01-01T00:00:00Z', inclusive: true },
  ],
  [
    { endBy: 'REPETITIONS', repititions: '4' },
    { kind: 'count', count: 4 },
  ],
] as const

for (const [frequency, fields, rule] of frequencies) {
  for (const [end, until] of ends) {
    it(`reads ${frequency} ${JSON.stringify(fields)} that ends by ${end.endBy}`, () => {
      const shift = {
        id: 's',
        start: '2026-01-05T14:00:00Z',
        end: '2026-01-05T22:00:00Z',
        recurrence: { frequency, ...fields, end },
      }
      const { value, issues } = mapRecurrence(shift, { timeZone: 'America/New_York' })
      expect(value).toMatchObject({ startsAtWall: '2026-01-05T09:00:00', endsAtWall: '2026-01-05T17:00:00', rule })
      expect(value.until).toEqual(frequency === 'ONCE' ? { kind: 'never' } : until)
      expect(issues).toEqual([])
    })
  }
}
