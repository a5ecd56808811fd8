import { describe, expect, it } from 'vitest'
import { defaultSemantics, mapTenant, semanticsReadings, type SourceSemantics } from '../../src/mapping/index.ts'
import { calibrateSemantics } from '../../src/pipeline/index.ts'
import { aGroup, aMember, aPerson, aReference, aShift, aTenantOf, type FakeReadings } from '../../src/testing/index.ts'
import { verifyOnCall } from '../../src/verify/index.ts'
import type { TenantShift, WireGroup, XMattersTenant } from '../../src/xmatters/index.ts'
import { observeWalk } from '../mapping/support/observe-walk.ts'

const groupOf = (at: number): WireGroup => aGroup({ id: `g${at}`, targetName: `Team ${at}` })
const crew = ['ana', 'bo', 'cy'].map((targetName) => aPerson({ targetName }))
const members = crew.map((one, at) => aMember(one, { position: at + 1, delay: at === 0 ? 0 : 10 }))

/** The clock goes back on 1 November; the window has that night and the ends of two months. */
const from = '2026-10-28T12:00:00Z'
const to = '2026-12-02T12:00:00Z'

function company(...shifts: readonly Partial<TenantShift>[]): XMattersTenant {
  return aTenantOf({
    capturedAt: from,
    people: crew,
    // A group each, so that one does not hide what another shows.
    groups: shifts.map((_, at) => groupOf(at)),
    shifts: shifts.map((fields, at) =>
      aShift({
        id: `s${at}`,
        group: aReference(groupOf(at)),
        timezone: 'America/New_York',
        start: '2026-09-01T13:00:00.000Z',
        end: '2026-09-01T21:00:00.000Z',
        recurrence: { frequency: 'DAILY', repeatEvery: 1, end: { endBy: 'NEVER' } },
        members,
        ...fields,
      }),
    ),
  })
}

const calibrate = (tenant: XMattersTenant, readings: Partial<FakeReadings>) =>
  calibrateSemantics({ tenant, observed: observeWalk(tenant, { from, to }, readings), from, to })

const weekly = { type: 'TIME', interval: 1, intervalUnit: 'WEEKS' }
const midShift = { ...weekly, nextRotationTime: '2026-11-03T18:00:00.000Z' }
const fortnight = { frequency: 'WEEKLY', repeatEvery: 2, onDays: ['SU', 'MO'], end: { endBy: 'NEVER' } }
const acrossTheChange = { start: '2026-09-01T03:30:00.000Z', end: '2026-09-01T15:30:00.000Z' }
const inTheOverlap = { start: '2026-09-01T05:30:00.000Z', end: '2026-09-01T06:30:00.000Z' }
const lastDay = { frequency: 'MONTHLY', on: 'DATE_OF_MONTH', dateOfMonth: '31', end: { endBy: 'NEVER' } }
const untilNoon = { frequency: 'DAILY', repeatEvery: 1, end: { endBy: 'DATE', date: '2026-11-10T14:00:00.000Z' } }

const cases: readonly (readonly [Partial<FakeReadings>, Partial<TenantShift>])[] = [
  [{ memberOrder: 'base' }, { rotation: { ...weekly, nextRotationTime: '2026-11-03T13:00:00.000Z' } }],
  [{ midOccurrenceHandoff: 'split' }, { rotation: midShift }],
  [{ duration: 'elapsed' }, acrossTheChange],
  [{ weekStart: 'MO' }, { recurrence: fortnight }],
  [{ disambiguation: 'later' }, inTheOverlap],
  [{ endDate: 'exclusive' }, { recurrence: untilNoon }],
  [
    { missingDate: 'last-day' },
    { start: '2026-08-31T13:00:00.000Z', end: '2026-08-31T21:00:00.000Z', recurrence: lastDay },
  ],
]

describe('calibrating how the source is read', () => {
  it.each(cases)('finds %o, and says by how much', (readings, shift) => {
    const tenant = company(shift)
    const { semantics, evidence } = calibrate(tenant, readings)
    expect(semantics).toEqual({ ...defaultSemantics, ...readings })
    expect(evidence.chosenRatio).toBe(1)
    expect(evidence.defaultRatio).toBeLessThan(1)
    const [option] = Object.keys(readings)
    const found = evidence.options.find((one) => one.option === option)
    expect(found).toMatchObject({ decided: true, chosen: Object.values(readings)[0] })
    expect(found!.readings[0]!.ratio).toBeGreaterThan(found!.readings[1]!.ratio)
    expect(found!.message).toContain('explains 100.000 %')
  })

  it.each(cases)('keeps the default where the source does not do %o, and is sure of it', (readings, shift) => {
    const { semantics, evidence } = calibrate(company(shift), {})
    expect(semantics).toEqual(defaultSemantics)
    const [option] = Object.keys(readings)
    // Of the four ways through a gap or an overlap, three are one in an overlap.
    const isShared = option === 'disambiguation'
    expect(evidence.options.find((one) => one.option === option)?.decided).toBe(!isShared)
  })

  it('does not explain an order, or its change, by alerting all at once', () => {
    const tenant = company({ members: members.slice(0, 2), rotation: midShift })
    const { semantics, evidence } = calibrate(tenant, { midOccurrenceHandoff: 'split' })
    expect(semantics).toEqual({ ...defaultSemantics, midOccurrenceHandoff: 'split' })
    expect(evidence.options.find(({ option }) => option === 'midOccurrenceHandoff')).toMatchObject({ decided: true })

    const plain = company({ members: members.slice(0, 2) })
    const observed = observeWalk(plain, { from, to }).map((row) => {
      const [first, second] = row.members
      if (!first || !second) return row
      return {
        ...row,
        members: [
          { ...first, member: second.member },
          { ...second, member: first.member },
        ],
      }
    })
    const swapped = calibrateSemantics({ tenant: plain, observed, from, to })
    expect(swapped.semantics).toEqual(defaultSemantics)
    expect(swapped.evidence).toMatchObject({ defaultRatio: 0, chosenRatio: 0 })
    expect(swapped.evidence.options.find(({ option }) => option === 'memberDelay')).toMatchObject({
      decided: false,
      message: 'memberDelay: this window cannot tell before from after; before is kept.',
    })
  })

  it('finds that a delay is waited after its member where rows give the same delays before it', () => {
    const delayed = (...delays: readonly number[]) =>
      company({ members: members.map((one, at) => ({ ...one, delay: delays[at] ?? 0 })) })
    const observed = observeWalk(delayed(0, 5, 10), { from, to })
    const { semantics, evidence } = calibrateSemantics({ tenant: delayed(5, 10, 0), observed, from, to })
    expect(semantics).toEqual({ ...defaultSemantics, memberDelay: 'after' })
    expect(evidence).toMatchObject({ chosenRatio: 1 })
    expect(evidence.options.find(({ option }) => option === 'memberDelay')).toMatchObject({ decided: true })
  })

  it('finds several at once, also where they bear on each other', () => {
    const readings = {
      memberOrder: 'base',
      midOccurrenceHandoff: 'split',
      duration: 'elapsed',
      weekStart: 'MO',
      endDate: 'exclusive',
      missingDate: 'last-day',
    } as const
    const tenant = company(...cases.map(([, shift]) => shift), { ...acrossTheChange, rotation: midShift })
    const { semantics, evidence } = calibrate(tenant, readings)
    expect(semantics).toMatchObject(readings)
    expect(evidence.chosenRatio).toBe(1)
    expect(evidence.tried).toBeLessThan(130)
  })

  it('explains as much as the best of all combinations', () => {
    const tenant = company({ ...acrossTheChange, rotation: midShift }, { recurrence: fortnight, rotation: midShift })
    const readings = {
      memberOrder: 'base',
      midOccurrenceHandoff: 'split',
      duration: 'elapsed',
      weekStart: 'MO',
    } as const
    const observed = observeWalk(tenant, { from, to }, readings)
    const ratios = combinations().map((semantics) => {
      const { snapshot } = mapTenant(tenant, { semantics })
      return verifyOnCall({ snapshot, observed, from, to }).ratio
    })
    expect(ratios).toHaveLength(512)
    expect(calibrateSemantics({ tenant, observed, from, to }).evidence.chosenRatio).toBe(Math.max(...ratios))
  })

  it('says what the window cannot decide', () => {
    const { semantics, evidence } = calibrate(company({}), {})
    expect(semantics).toEqual(defaultSemantics)
    const undecided = evidence.options.filter(({ decided }) => !decided).map(({ option }) => option)
    expect(undecided).toEqual(Object.keys(semanticsReadings))
    expect(evidence.options[1]?.message).toBe('memberDelay: this window cannot tell before from after; before is kept.')
  })

  it('judges by the groups that the defaults do not explain, and by what is nested in them, when told to take few', () => {
    const nested = aGroup({ id: 'n', targetName: 'Nested' })
    const plain = Array.from({ length: 5 }, (_, at) => aGroup({ id: `p${at}`, targetName: `Plain ${at}` }))
    const tenant = {
      ...company({ members: [...members, aMember(nested, { position: 9, delay: 5 })], rotation: midShift }),
      groups: [groupOf(0), nested, ...plain],
    }
    const shifts = [nested, ...plain].map((one) => aShift({ id: `s-${one.id}`, group: aReference(one), members }))
    const whole = { ...tenant, shifts: [...tenant.shifts, ...shifts] }
    const observed = observeWalk(whole, { from, to }, { midOccurrenceHandoff: 'split' })
    const { semantics, evidence } = calibrateSemantics({ tenant: whole, observed, from, to, mostGroups: 1 })
    expect(semantics.midOccurrenceHandoff).toBe('split')
    expect(evidence).toMatchObject({ groups: 2, chosenRatio: 1 })
  })

  it('gives plain JSON', () => {
    const found = calibrate(company({ rotation: midShift }), {})
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })
})

function combinations(): readonly SourceSemantics[] {
  return Object.entries(semanticsReadings).reduce<readonly SourceSemantics[]>(
    (found, [option, readings]) => found.flatMap((one) => readings.map((reading) => ({ ...one, [option]: reading }))),
    [defaultSemantics],
  )
}
