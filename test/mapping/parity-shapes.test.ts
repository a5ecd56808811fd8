import { describe, expect, it } from 'vitest'
import { mapTenant } from '../../src/mapping/index.ts'
import { aGroup, aMember, aPerson, aReference, aShift, aTenantOf } from '../../src/testing/index.ts'
import { verifyOnCall } from '../../src/verify/index.ts'
import type { TenantShift, WireRecurrence, XMattersTenant } from '../../src/xmatters/index.ts'
import { observeWalk } from './support/observe-walk.ts'

const now = '2026-10-20T12:00:00Z'
const group = aGroup({ id: 'g' })
const crew = ['ana', 'bo', 'cy'].map((targetName) => aPerson({ targetName }))

function company(...shifts: readonly Partial<TenantShift>[]): XMattersTenant {
  return aTenantOf({
    capturedAt: now,
    people: crew,
    groups: [group],
    shifts: shifts.map((fields, at) =>
      aShift({
        id: `s${at}`,
        group: aReference(group),
        members: crew.map((one, place) => aMember(one, { position: place + 1, delay: place * 5 })),
        ...fields,
      }),
    ),
  })
}

function parityOf(tenant: XMattersTenant, days: number) {
  const from = tenant.capturedAt
  const to = new Date(Date.parse(from) + days * 86_400_000).toISOString()
  const { snapshot, ledger } = mapTenant(tenant)
  return verifyOnCall({ snapshot, observed: observeWalk(tenant, { from, to }), from, to, ledger })
}

const monthlyDate = { frequency: 'MONTHLY', on: 'DATE_OF_MONTH', dateOfMonth: '31' }
const frequencies: readonly WireRecurrence[] = [
  { frequency: 'ONCE' },
  { frequency: 'DAILY', repeatEvery: '3' },
  { frequency: 'WEEKLY', repeatEvery: 2, onDays: ['SA', 'TU', 'SU'] },
  { frequency: 'EVERY_WEEKDAY' },
  { frequency: 'EVERY_WEEKEND_DAY' },
  monthlyDate,
  { frequency: 'MONTHLY', on: 'DAY_OF_WEEK', dayOfWeekClassifier: 'LAST', dayOfWeek: 'SA' },
  { frequency: 'YEARLY' },
]
const ends: readonly NonNullable<WireRecurrence['end']>[] = [
  { endBy: 'NEVER' },
  // At exactly the start of an occurrence of each frequency but the rare ones.
  { endBy: 'DATE', date: '2026-10-31T22:00:00.000Z' },
  { endBy: 'REPETITIONS', repetitions: '9' },
]

describe('every shape of shift', () => {
  for (const recurrence of frequencies) {
    for (const end of ends) {
      it(`agrees to the minute: ${recurrence.frequency} ${recurrence.on ?? ''} until ${end.endBy}`, () => {
        // Saturday, 18:00 to 02:30 in New York, over the ends of summer time on both sides of the ocean.
        const start = recurrence.frequency === 'YEARLY' ? '2025-10-31T22:00:00.000Z' : '2026-10-24T22:00:00.000Z'
        const until = new Date(Date.parse(start) + 8.5 * 3_600_000).toISOString()
        const shift = { start, end: until, recurrence: { ...recurrence, end } }
        const weekly = {
          type: 'TIME',
          interval: 1,
          intervalUnit: 'WEEKS',
          nextRotationTime: '2026-10-26T04:00:00.000Z',
        }
        const report = parityOf(company(shift, { ...shift, rotation: weekly, timezone: 'Europe/London' }), 90)
        expect(report.policies.flatMap(({ differences }) => differences)).toEqual([])
        expect(report.personMinutes).toBeGreaterThan(500)
      })
    }
  }
})

/** Tenants that once went wrong, as small as they could be made. */
describe('what once went wrong', () => {
  it('does not count a deleted occurrence that never was one as a turn', () => {
    const weekend = { frequency: 'EVERY_WEEKEND_DAY', end: { endBy: 'NEVER' } }
    const shift = {
      timezone: 'UTC',
      start: '2026-10-17T00:00:00.000Z',
      end: '2026-10-17T08:00:00.000Z',
      recurrence: weekend,
      exclusions: [{ start: '2026-10-19T00:00:00.000Z', end: '2026-10-19T08:00:00.000Z' }],
      rotation: { type: 'COMPLETED_SHIFTS', interval: '2', nextRotationTime: '2026-10-17T00:00:00.000Z' },
    }
    expect(parityOf(company(shift), 30).ratio).toBe(1)
  })

  it('lets a replacement stand in for somebody of a roster who is alerted with all the others', () => {
    const everybody = aGroup({ id: 'all', targetName: 'Everybody', groupType: 'BROADCAST' })
    const tenant = company({ members: [aMember(everybody)] })
    const [ana, bo, cy] = crew.map(aReference)
    const report = parityOf(
      {
        ...tenant,
        groups: [...tenant.groups, everybody],
        roster: [ana!, bo!].map((member) => ({ group: aReference(everybody), member })),
        absences: [{ id: 'a', start: now, end: '2026-10-30T12:00:00Z', member: ana!, replacement: cy! }],
      },
      14,
    )
    expect(report.ratio).toBe(1)
    expect(report.personMinutes).toBeGreaterThan(0)
  })

  it('reads delays by the timeline, not by the people, where others are on call than expected', () => {
    const tenant = company({
      timezone: 'UTC',
      recurrence: { frequency: 'DAILY', repeatEvery: 1, end: { endBy: 'NEVER' } },
      rotation: { type: 'ALERTS', interval: 1 },
    })
    const [shift] = tenant.shifts
    const [ana, bo] = crew.map(aReference)
    const members = shift!.members.map((one, at) =>
      at === 0 ? { ...one, recipient: bo! } : { ...one, recipient: ana! },
    )
    const { snapshot, ledger } = mapTenant(tenant)
    const window = { from: now, to: '2026-10-25T12:00:00Z' }
    const real = { ...tenant, shifts: [{ ...shift!, members: members.slice(0, 2) }] }
    const report = verifyOnCall({ snapshot, ledger, observed: observeWalk(real, window), ...window })
    expect(report.delayReading).toBe('before')
    expect(new Set(report.policies[0]?.differences.map(({ cause }) => cause))).toEqual(new Set(['rotation.by-alert']))
  })
})
