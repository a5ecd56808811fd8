import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EscalationPolicy, OnCallSnapshot, Target } from '../../../src/model/index.ts'
import { renderEscalation } from '../../../src/schedule/index.ts'
import { affectedPolicies, type ChangedItem } from '../../../src/sync/safety/affected-policies.ts'
import { assessPlan } from '../../../src/sync/safety/assess-plan.ts'
import { planImpact } from '../../../src/sync/safety/plan-impact.ts'
import type { PlanImpact, PolicyImpact } from '../../../src/sync/plan.ts'
import { readLimits } from '../../../src/sync/safety-limits.ts'
import { aRandomSnapshot } from '../../schedule/support/random-snapshot.ts'
import { runs } from '../../schedule/support/runs.ts'

const from = '2026-10-22T00:00:00Z'
const to = '2026-10-29T00:00:00Z'
const windowMinutes = 7 * 24 * 60
const zones = ['UTC', 'America/New_York', 'Europe/London']

const policyKeys = ['group:a', 'group:b', 'group:c'] as const
const personKeys = ['person:ada', 'person:bo', 'person:cy', 'person:dan', 'person:off'] as const

/** Levels with targets that are not rotations, which the random snapshots do not have. */
const aDirectTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.constantFrom(...personKeys).map((key): Target => ({ kind: 'user', key })),
  fc.constantFrom(...policyKeys).map((key): Target => ({ kind: 'policy', key })),
)

const someLevels = fc.array(
  fc.record({ policy: fc.nat(2), offsetMinutes: fc.integer({ min: 20, max: 25 }), target: aDirectTarget }),
  { maxLength: 2 },
)

const aWorld: fc.Arbitrary<OnCallSnapshot> = fc
  .record({ snapshot: aRandomSnapshot(Date.parse(from), zones), levels: someLevels })
  .map(({ snapshot, levels }) => ({
    ...snapshot,
    escalationPolicies: snapshot.escalationPolicies.map((policy, nth): EscalationPolicy => {
      const added = levels.filter((level) => level.policy === nth)
      return {
        ...policy,
        levels: [...policy.levels, ...added.map(({ offsetMinutes, target }) => ({ offsetMinutes, targets: [target] }))],
      }
    }),
  }))

type Fate = 'keep' | 'change' | 'remove'
const fates = fc.tuple(...policyKeys.map(() => fc.constantFrom<Fate[]>('keep', 'keep', 'keep', 'change', 'remove')))

/** Two worlds, the second with some items of another, and what differs. */
const aPair = fc
  .record({
    before: aWorld,
    other: aWorld,
    policies: fates,
    schedules: fates,
    switched: fc.subarray([...personKeys], { maxLength: 2 }),
  })
  .map(({ before, other, policies, schedules, switched }) => {
    const mix = <T extends { readonly key: string }>(
      left: readonly T[],
      right: readonly T[],
      by: readonly Fate[],
    ): T[] => left.flatMap((item, nth) => (by[nth] === 'keep' ? item : by[nth] === 'change' ? right[nth]! : []))
    const changedKeys = (by: readonly Fate[]): string[] => policyKeys.filter((_, nth) => by[nth] !== 'keep')
    const after: OnCallSnapshot = {
      ...before,
      users: before.users.map((user) =>
        switched.some((key) => key === user.key) ? { ...user, active: !user.active } : user,
      ),
      schedules: mix(before.schedules, other.schedules, schedules),
      escalationPolicies: mix(before.escalationPolicies, other.escalationPolicies, policies),
    }
    const changed = [
      ...switched.map((key) => ({ entity: 'user' as const, key })),
      ...changedKeys(schedules).map((key) => ({ entity: 'schedule' as const, key })),
      ...changedKeys(policies).map((key) => ({ entity: 'escalationPolicy' as const, key })),
    ]
    return { before, after, changed }
  })

/** Read off the rendered intervals of every policy, whatever changed. */
function readDirectly(snapshot: OnCallSnapshot, key: string) {
  const has = snapshot.escalationPolicies.some((policy) => policy.key === key)
  const intervals = has ? renderEscalation(snapshot, key, { from, to }) : []
  const load = new Map<string, number>()
  let covered = 0
  for (const { start, end, levels } of intervals) {
    const minutes = (Date.parse(end) - Date.parse(start)) / 60_000
    covered += minutes
    for (const user of new Set(levels.flatMap(({ userKeys }) => userKeys))) {
      load.set(user, (load.get(user) ?? 0) + minutes)
    }
  }
  const now = intervals.find(({ start }) => start === from)?.levels ?? []
  return { now, uncovered: windowMinutes - covered, load }
}

function impactDirectly(before: OnCallSnapshot, after: OnCallSnapshot): Omit<PolicyImpact, 'phase'>[] {
  return policyKeys.flatMap((key) => {
    const [left, right] = [readDirectly(before, key), readDirectly(after, key)]
    const load = personKeys
      .map((userKey) => ({ userKey, minutes: (right.load.get(userKey) ?? 0) - (left.load.get(userKey) ?? 0) }))
      .filter(({ minutes }) => minutes !== 0)
    const [now, uncoveredMinutes] = [
      { before: left.now, after: right.now },
      { before: left.uncovered, after: right.uncovered },
    ]
    const isSame =
      load.length === 0 && left.uncovered === right.uncovered && JSON.stringify(left.now) === JSON.stringify(right.now)
    return isSame ? [] : { key, name: key, now, uncoveredMinutes, load }
  })
}

const withoutPhase = ({ key, name, now, uncoveredMinutes, load }: PolicyImpact): Omit<PolicyImpact, 'phase'> => ({
  key,
  name,
  now,
  uncoveredMinutes,
  load,
})

const impactOf = (before: OnCallSnapshot, after: OnCallSnapshot, changed: readonly ChangedItem[]): PlanImpact =>
  planImpact(affectedPolicies(before, after, changed), { before, after, changed, from, to })

describe('planImpact', () => {
  it('says of each policy what its rendering says, and leaves out only policies that nobody notices', () => {
    fc.assert(
      fc.property(aPair, ({ before, after, changed }) => {
        const { policies } = impactOf(before, after, changed)
        expect(policies.map(withoutPhase)).toEqual(impactDirectly(before, after))
      }),
      { numRuns: runs(120) },
    )
  })

  it('does not depend on the order of the lists that it is given', () => {
    fc.assert(
      fc.property(aPair, ({ before, after, changed }) => {
        const turned = (world: OnCallSnapshot): OnCallSnapshot => ({
          ...world,
          users: world.users.toReversed(),
          schedules: world.schedules.toReversed(),
          escalationPolicies: world.escalationPolicies.toReversed(),
        })
        const [here, there, items] = [turned(before), turned(after), changed.toReversed()]
        expect(impactOf(here, there, items)).toEqual(impactOf(before, after, changed))
      }),
      { numRuns: runs(30) },
    )
  })

  it('survives what a store may hold beside', () => {
    const broken: readonly ((world: OnCallSnapshot) => unknown)[] = [
      ({ schedules }) => ({
        schedules: schedules.map((schedule) => ({
          ...schedule,
          rotations: schedule.rotations.map((rotation) => ({ ...rotation, timeZone: 'Mars/Olympus' })),
        })),
      }),
      ({ schedules }) => ({ schedules: schedules.map(({ rotations: _rotations, ...rest }) => rest) }),
      ({ schedules }) => ({ schedules: schedules.map((schedule) => ({ ...schedule, rotations: [{}, null] })) }),
      ({ escalationPolicies }) => ({
        escalationPolicies: escalationPolicies.map((policy) => ({ ...policy, levels: [{ offsetMinutes: 0 }, 5] })),
      }),
      ({ escalationPolicies }) => ({
        escalationPolicies: escalationPolicies.map(({ levels: _levels, ...rest }) => rest),
      }),
    ]
    const changed = policyKeys.flatMap((key) => [
      { entity: 'schedule' as const, key },
      { entity: 'escalationPolicy' as const, key },
      { entity: 'user' as const, key: 'person:ada' },
    ])
    fc.assert(
      fc.property(aWorld, fc.constantFrom(...broken), fc.boolean(), (world, breakIt, isBefore) => {
        const other = { ...world, ...(breakIt(world) as OnCallSnapshot) }
        const users = world.users.map((user) => ({ ...user, active: !user.active }))
        const [before, after] = isBefore ? [other, { ...world, users }] : [{ ...world, users }, other]
        const input = {
          before,
          after,
          changes: changed as never,
          source: world,
          now: from,
          uninvited: new Set<string>(),
        }
        const none = { user: 0, userGroup: 0, schedule: 0, escalationPolicy: 0 }
        const { impact } = assessPlan({ ...input, held: none, limits: readLimits() })
        for (const { now, uncoveredMinutes } of impact.policies) {
          if (uncoveredMinutes.after === 28 * 24 * 60) expect(now.after).toEqual([])
        }
      }),
      { numRuns: runs(40) },
    )
  })
})
