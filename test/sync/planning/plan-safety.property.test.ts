import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityKind, OnCallSnapshot } from '../../../src/model/index.ts'
import { onCallAt, renderEscalation } from '../../../src/schedule/index.ts'
import {
  applyPlan,
  mapReferences,
  type PolicyImpact,
  type SyncPlan,
  SyncPlanner,
  type SyncPlannerOptions,
} from '../../../src/sync/index.ts'
import { createMemoryState, type MemoryState } from '../../../src/testing/memory-state.ts'
import { createMemoryTarget, type MemoryTarget } from '../../../src/testing/memory-target.ts'
import { aRandomSnapshot } from '../../schedule/support/random-snapshot.ts'
import { runs } from '../../schedule/support/runs.ts'
import { everyRecord } from '../support/apply-worlds.ts'
import { aTeam } from '../support/items.ts'

const now = '2026-10-22T06:00:00Z'
const clock = () => Date.parse(now)
const zones = ['UTC', 'America/New_York', 'Europe/London']

const aSource: fc.Arbitrary<OnCallSnapshot> = aRandomSnapshot(Date.parse(now), zones).map((snapshot) => ({
  ...snapshot,
  userGroups: snapshot.escalationPolicies.map(({ key }) => aTeam(key)),
}))

/** A source, and the same later: some of its schedules and policies are as in a third, some users switched. */
const aChangingSource = fc
  .record({
    first: aSource,
    other: aSource,
    isChanged: fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
  })
  .map(({ first, other, isChanged }) => {
    const mix = <T>(left: readonly T[], right: readonly T[], from: number): T[] =>
      left.map((item, nth) => (isChanged[from + nth] ? right[nth]! : item))
    const second = {
      ...first,
      users: first.users.map((user, nth) => (isChanged[6 + nth] ? { ...user, active: !user.active } : user)),
      schedules: mix(first.schedules, other.schedules, 0),
      escalationPolicies: mix(first.escalationPolicies, other.escalationPolicies, 3),
    }
    return { first, second }
  })

interface Host {
  readonly target: MemoryTarget
  readonly state: MemoryState
}

const aHost = (): Host => ({ target: createMemoryTarget(), state: createMemoryState({ clock }) })

async function planFor(
  desired: OnCallSnapshot,
  { target, state }: Host,
  options: SyncPlannerOptions = {},
): Promise<SyncPlan> {
  const baseline = await state.readBaseline(desired.origin)
  const planner = new SyncPlanner({ strategy: 'overwrite-with-source', ...options })
  return planner.plan({ desired, current: target.snapshot(), baseline, now })
}

/** What the host has, as a snapshot in source keys. */
function worldOf({ target }: Host, like: OnCallSnapshot): OnCallSnapshot {
  const current = target.snapshot()
  const keys = new Map(everyRecord(current).map(({ entity, record }) => [`${entity} ${record.id}`, record.link!.key]))
  const keyOf = (entity: EntityKind, id: string): string => keys.get(`${entity} ${id}`) ?? id
  const read = <E extends EntityKind>(entity: E, list: keyof typeof current) =>
    current[list].map(({ value, link }) => ({ ...mapReferences(entity, value as never, keyOf), key: link!.key }))
  return {
    ...like,
    users: read('user', 'users'),
    userGroups: read('userGroup', 'userGroups'),
    schedules: read('schedule', 'schedules'),
    escalationPolicies: read('escalationPolicy', 'escalationPolicies'),
  }
}

function readPolicy(world: OnCallSnapshot, key: string, window: { readonly from: string; readonly to: string }) {
  let covered = 0
  const load = new Map<string, number>()
  for (const { start, end, levels } of renderEscalation(world, key, window)) {
    const minutes = (Date.parse(end) - Date.parse(start)) / 60_000
    covered += minutes
    for (const user of new Set(levels.flatMap(({ userKeys }) => userKeys)))
      load.set(user, (load.get(user) ?? 0) + minutes)
  }
  return {
    now: onCallAt(world, key, window.from),
    uncovered: (Date.parse(window.to) - Date.parse(window.from)) / 60_000 - covered,
    load,
  }
}

describe('the impact of a plan', () => {
  it('is what rendering the host before and after applying it says', async () => {
    await fc.assert(
      fc.asyncProperty(aChangingSource, async ({ first, second }) => {
        const host = aHost()
        const initial = await planFor(first, host)
        expect(await applyPlan(initial, { ...host, clock, allowUnsafe: true })).toMatchObject({ status: 'complete' })
        const before = worldOf(host, first)
        const plan = await planFor(second, host)
        expect(await applyPlan(plan, { ...host, clock, allowUnsafe: true })).toMatchObject({ status: 'complete' })
        const after = worldOf(host, first)

        const told = new Map<string, PolicyImpact>(plan.impact.policies.map((policy) => [policy.key, policy]))
        for (const { key } of first.escalationPolicies) {
          const [left, right] = [readPolicy(before, key, plan.impact), readPolicy(after, key, plan.impact)]
          const load = [...new Set([...left.load.keys(), ...right.load.keys()])]
            .sort()
            .map((userKey) => ({ userKey, minutes: (right.load.get(userKey) ?? 0) - (left.load.get(userKey) ?? 0) }))
            .filter(({ minutes }) => minutes !== 0)
          const isSame = JSON.stringify([left.now, left.uncovered]) === JSON.stringify([right.now, right.uncovered])
          if (isSame && load.length === 0) expect(told.get(key)).toBeUndefined()
          else {
            expect(told.get(key)).toMatchObject({
              now: { before: left.now, after: right.now },
              uncoveredMinutes: { before: left.uncovered, after: right.uncovered },
              load,
            })
          }
        }
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('the brakes of a plan', () => {
  it('let a first import into an empty host pass, and a second that changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(aSource, async (source) => {
        const host = aHost()
        const initial = await planFor(source, host)
        expect(initial.safety).toEqual({ safe: true, brakes: [] })
        expect(await applyPlan(initial, { ...host, clock })).toMatchObject({ status: 'complete' })
        const again = await planFor(source, host)
        expect(again.changes).toEqual([])
        expect(again.safety).toEqual({ safe: true, brakes: [] })
      }),
      { numRuns: runs(30) },
    )
  })

  it('hold at the first write what they held at the plan, and no more while host and clock stand still', async () => {
    await fc.assert(
      fc.asyncProperty(aChangingSource, async ({ first, second }) => {
        const host = aHost()
        await applyPlan(await planFor(first, host), { ...host, clock, allowUnsafe: true })
        const plan = await planFor(second, host)
        const written = host.target.snapshot()
        const report = await applyPlan(plan, { ...host, clock })
        expect(report.status).toBe(plan.safety.safe || plan.changes.length === 0 ? 'complete' : 'refused')
        if (report.status !== 'refused') return
        expect(host.target.snapshot()).toEqual(written)
        const codes = plan.safety.brakes.map(({ code }) => code)
        const released = await applyPlan(plan, { ...host, clock, allowUnsafe: codes })
        expect(released.status).toBe('complete')
      }),
      { numRuns: runs(60) },
    )
  })

  it('hold a source that came back empty, whatever becomes of what is gone', async () => {
    await fc.assert(
      fc.asyncProperty(
        aSource,
        fc.constantFrom('keep' as const, 'disable' as const, 'remove' as const),
        async (source, removal) => {
          const host = aHost()
          await applyPlan(await planFor(source, host), { ...host, clock })
          const empty = { ...source, users: [], userGroups: [], schedules: [], escalationPolicies: [] }
          const { safety } = await planFor(empty, host, { removal })
          expect(safety.brakes.map(({ code }) => code)).toContain('empty-source')
        },
      ),
      { numRuns: runs(20) },
    )
  })
})
