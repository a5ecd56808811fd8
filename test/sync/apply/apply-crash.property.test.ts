import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UserGroup } from '../../../src/model/index.ts'
import {
  applyPlan,
  type Baseline,
  digestOf,
  type SyncPlan,
  SyncPlanner,
  type SyncStateStore,
  type TargetSnapshot,
} from '../../../src/sync/index.ts'
import type { MemoryFault } from '../../../src/testing/memory-fault.ts'
import { createMemoryState } from '../../../src/testing/memory-state.ts'
import { createMemoryTarget } from '../../../src/testing/memory-target.ts'
import { runs } from '../../schedule/support/runs.ts'
import { aChange, aPlan, contentOf } from '../support/apply-worlds.ts'
import { type Content, contents, histories, now, snapshotOf } from '../support/planner-worlds.ts'
import { aTeam, aUser, origin } from '../support/items.ts'

const planner = new SyncPlanner({ strategy: 'overwrite-with-source', removal: 'remove' })
const startedAt = Date.parse(now)

interface Stored {
  readonly target: TargetSnapshot
  readonly baseline: Baseline | null
}

/** A store that breaks before it keeps the first outcome of a change, and works from then on. */
function losingFirstOutcome(): SyncStateStore {
  let outcomes = 0
  return createMemoryState({
    fault: (call) => {
      const isOutcome = call.method === 'appendJournal' && call.entry.kind === 'outcome'
      if (isOutcome) outcomes += 1
      return isOutcome && outcomes === 1 ? { when: 'before', error: new Error('broken') } : null
    },
  })
}

/** A host with what was stored, whose calls to target and state store fail as told. */
function hostOf({ target, baseline }: Stored, clock: () => number) {
  let fault: () => MemoryFault | null = () => null
  const state = createMemoryState({ clock, fault: () => fault() })
  const host = { target: createMemoryTarget(target, { fault: () => fault() }), state }
  return {
    ...host,
    breakWith: (next: typeof fault): void => void (fault = next),
    prepare: async (): Promise<void> => {
      if (baseline) await state.writeBaseline(origin, { set: baseline.entries, delete: [] })
    },
    stored: async (): Promise<Stored> => ({
      target: host.target.snapshot(),
      baseline: await state.readBaseline(origin),
    }),
  }
}

const planFor = (content: Content, { target, baseline }: Stored): SyncPlan =>
  planner.plan({ desired: snapshotOf(content), current: target, baseline, now })

/** Applies, dies at the call with this number, and goes on an hour later, when the dead writer's lease has run out. */
async function crashAndResume(
  plan: SyncPlan,
  from: Stored,
  nth: number,
  when: MemoryFault['when'],
  isDead: boolean,
): Promise<{ readonly stored: Stored; readonly calls: number }> {
  let clock = startedAt
  const host = hostOf(from, () => clock)
  await host.prepare()
  const options = { ...host, retryDelayMs: 0, clock: () => clock, allowUnsafe: true }
  let calls = 0
  host.breakWith(() => {
    calls += 1
    if (calls === nth) return { when, error: new Error('broken') }
    return isDead && calls > nth ? { when: 'before', error: new Error('dead') } : null
  })
  await applyPlan(plan, options)
  host.breakWith(() => null)
  clock += 3_600_000
  const report = await applyPlan(plan, options)
  expect(report.results.filter(({ outcome }) => outcome !== 'applied' && outcome !== 'adopted')).toEqual([])
  expect(report.status).toBe('complete')
  return { stored: await host.stored(), calls }
}

const textOf = ({ target, baseline }: Stored): unknown => contentOf(target, baseline)

describe('a plan whose apply dies', () => {
  it('at any call to target or store, before it took effect or after, is finished by the next run as if nothing had been', async () => {
    let points = 0
    await fc.assert(
      fc.asyncProperty(contents, histories, async (before, { after }) => {
        const empty = { users: [], userGroups: [], schedules: [], escalationPolicies: [] }
        const imported = await crashAndResume(
          planFor(before, { target: empty, baseline: null }),
          { target: empty, baseline: null },
          0,
          'before',
          false,
        )
        const plan = planFor(after, imported.stored)
        const clean = await crashAndResume(plan, imported.stored, 0, 'before', false)
        expect(planFor(after, clean.stored).changes).toEqual([])
        for (let nth = 1; nth <= clean.calls; nth += 1) {
          for (const when of ['before', 'after'] as const) {
            for (const isDead of [true, false]) {
              const { stored } = await crashAndResume(plan, imported.stored, nth, when, isDead)
              expect(textOf(stored), JSON.stringify({ nth, when, isDead })).toEqual(textOf(clean.stored))
              points += 1
            }
          }
        }
      }),
      { numRuns: runs(2), endOnFailure: true },
    )
    expect(points).toBeGreaterThan(40)
  })

  it('between two changes of one item, keeps the baseline of the later one', async () => {
    const group = (memberGroupKeys: readonly string[]): UserGroup => ({
      ...aTeam('group:0', { name: 'Ops' }),
      memberGroupKeys,
    })
    const item = { entity: 'userGroup' as const, key: 'group:0' }
    const create = aChange({ ...item, action: 'create', value: group([]) })
    const update = aChange({ ...item, action: 'update', value: group(['group:0']), dependsOn: [create.id] })
    const plan = aPlan([create, update])
    const target = createMemoryTarget()
    const state = losingFirstOutcome()
    const options = { target, state, retryDelayMs: 0, clock: () => startedAt }
    const first = await applyPlan(plan, options)
    expect(first.results.map(({ error }) => error?.code)).toEqual(['state-store', undefined])
    expect(await applyPlan(plan, options)).toMatchObject({ status: 'complete' })
    const baseline = await state.readBaseline(origin)
    expect(baseline?.entries.map(({ value }) => value)).toEqual([group(['group:0'])])
  })

  it('while something is removed, never removes what has got its id since', async () => {
    const link = { origin, key: 'person:0' }
    const initial = { users: [{ id: 'user-1', link, revision: '1', value: aUser('person:0') }] }
    const removal = aChange({
      action: 'remove',
      entity: 'user',
      key: 'person:0',
      targetId: 'user-1',
      expects: digestOf(aUser('person:0')),
    })
    const creation = aChange({
      action: 'create',
      entity: 'user',
      key: 'person:1',
      value: aUser('person:1'),
      dependsOn: [removal.id],
    })
    const plan = aPlan([removal, creation])
    // The memory target counts from 1 again, so the new record gets the id of the one that went.
    const target = createMemoryTarget(initial)
    const state = losingFirstOutcome()
    const options = { target, state, retryDelayMs: 0, clock: () => startedAt }
    await applyPlan(plan, options)
    expect(target.snapshot().users).toMatchObject([{ id: 'user-1', link: { key: 'person:1' } }])
    expect(await applyPlan(plan, options)).toMatchObject({ status: 'complete' })
    expect(target.snapshot().users).toMatchObject([{ id: 'user-1', link: { key: 'person:1' } }])
  })
})
