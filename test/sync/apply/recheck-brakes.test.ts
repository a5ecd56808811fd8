import { describe, expect, it } from 'vitest'
import type { OnCallSnapshot } from '../../../src/model/index.ts'
import { applyPlan, type SyncPlan, SyncPlanner, type SyncPlannerOptions } from '../../../src/sync/index.ts'
import { createMemoryState, type MemoryState } from '../../../src/testing/memory-state.ts'
import { createMemoryTarget, type MemoryTarget } from '../../../src/testing/memory-target.ts'
import { aSnapshot, aUser, type Holder, slot } from '../../schedule/support/builders.ts'

const now = '2026-11-23T09:00:00Z'
const clockAt = (iso: string) => ({ clock: () => Date.parse(iso), retryDelayMs: 0 })

const names = Array.from({ length: 60 }, (_, nth) => `p${String(nth).padStart(2, '0')}`)
const everybody = names.map((name) => aUser(name))

/** Round the clock, a turn a day from 23 November on. */
const daily = (holders: readonly Holder[]) =>
  slot(0, 'shift:day/slot:1', holders, {
    recurrence: { startsAtWall: '2026-01-05T00:00:00', endsAtWall: '2026-01-06T00:00:00' },
    handoff: {
      kind: 'elapsed',
      anchorWall: '2026-11-23T00:00:00',
      firstIndex: 1,
      every: 1,
      unit: 'days',
      midOccurrence: 'split',
    },
  })

const source = (holders: readonly Holder[], users = everybody): OnCallSnapshot => {
  const snapshot = aSnapshot([{ key: 'group:ops', slots: [daily(holders)] }], users)
  const group = {
    key: 'group:ops',
    name: 'Ops',
    description: '',
    membership: 'static' as const,
    active: true,
    memberKeys: [],
    memberGroupKeys: [],
    supervisorKeys: [],
    ownedServices: [],
    site: null,
  }
  return { ...snapshot, userGroups: [group] }
}

interface Host {
  readonly target: MemoryTarget
  readonly state: MemoryState
}

/** A host that has the first snapshot, and the plan to the second. */
async function hostAndPlan(
  first: OnCallSnapshot,
  second: OnCallSnapshot,
  options: SyncPlannerOptions = {},
): Promise<Host & { readonly plan: SyncPlan }> {
  const host = { target: createMemoryTarget(), state: createMemoryState({ clock: () => Date.parse(now) }) }
  const planner = new SyncPlanner({ strategy: 'overwrite-with-source', ...options })
  const planFor = async (desired: OnCallSnapshot): Promise<SyncPlan> =>
    planner.plan({
      desired,
      current: host.target.snapshot(),
      baseline: await host.state.readBaseline(desired.origin),
      now,
    })
  const initial = await planFor(first)
  expect(initial.safety).toMatchObject({ safe: true, brakes: [] })
  expect(await applyPlan(initial, { ...host, ...clockAt(now) })).toMatchObject({ status: 'complete' })
  return { ...host, plan: await planFor(second) }
}

describe('applyPlan checks the brakes again', () => {
  it('and holds a plan that changes who is on call at the moment of the first write', async () => {
    const { target, state, plan } = await hostAndPlan(source(['p00', 'p01', 'p02']), source(['p00', 'p01', 'p03']))
    expect(plan.safety.safe).toBe(true)
    const written = target.snapshot()

    const early = { target: createMemoryTarget(written), state: createMemoryState() }
    expect(await applyPlan(plan, { ...early, ...clockAt('2026-11-24T23:59:00Z') })).toMatchObject({
      status: 'complete',
    })

    const late = clockAt('2026-11-25T00:00:00Z')
    const report = await applyPlan(plan, { target, state, ...late })
    expect(report).toMatchObject({
      status: 'refused',
      refusal: {
        code: 'unsafe',
        message:
          'Since the plan was made: on-call-now-changes: Who is on call now changes in "group:ops"; the limit is 0.',
      },
    })
    expect(target.snapshot()).toEqual(written)
    expect(await state.readJournal(plan.id)).toEqual([])
    const released = await applyPlan(plan, { target, state, allowUnsafe: ['on-call-now-changes'], ...late })
    expect(released.status).toBe('complete')
  })

  it('against the limits of the plan', async () => {
    const { plan, ...host } = await hostAndPlan(source(['p00', 'p01', 'p02']), source(['p00', 'p01', 'p03']), {
      limits: { onCallNowChanges: Infinity },
    })
    expect(await applyPlan(plan, { ...host, ...clockAt('2026-11-25T00:00:00Z') })).toMatchObject({ status: 'complete' })
  })

  it('and finishes a plan that was begun', async () => {
    const { target, state, plan } = await hostAndPlan(
      source(['p00', 'p01', 'p02']),
      source(['p00', 'p01', 'p03'], [...everybody, aUser('new')]),
    )
    const abort = new AbortController()
    const onProgress = (): void => abort.abort()
    const first = await applyPlan(plan, {
      target,
      state,
      signal: abort.signal,
      onProgress,
      concurrency: 1,
      ...clockAt(now),
    })
    expect(first.status).toBe('aborted')
    expect(await applyPlan(plan, { target, state, ...clockAt('2026-11-25T00:00:00Z') })).toMatchObject({
      status: 'complete',
    })
  })

  it('and counts shares of what the target has left', async () => {
    const holders = ['p10', 'p11']
    const { plan, ...host } = await hostAndPlan(source(holders), source(holders, everybody.slice(5)), {
      removal: 'remove',
    })
    expect(plan.safety.safe).toBe(true)
    expect(plan.changes.map(({ action }) => action)).toEqual(Array.from({ length: 5 }, () => 'remove'))
    for (const { id, link } of host.target.snapshot().users) {
      if ((link?.key ?? '') >= 'person:p30') host.target.edit('user', id, null)
    }
    // Nor does it matter what the target has from elsewhere.
    for (const user of everybody) {
      const link = { origin: 'elsewhere', key: user.key }
      await host.target.create({ action: 'create', entity: 'user', link, value: user }, { idempotencyKey: user.key })
    }
    expect(await applyPlan(plan, { ...host, ...clockAt(now) })).toMatchObject({
      status: 'refused',
      refusal: { message: expect.stringContaining('removal-share: 16.7 % of the users (5 of 30)') },
    })
  })

  it('without what was edited since, which drops out', async () => {
    const { plan, ...host } = await hostAndPlan(source(['p00', 'p01', 'p02']), source(['p00', 'p01', 'p03']))
    const [schedule] = host.target.snapshot().schedules
    host.target.edit('schedule', schedule!.id, { name: 'edited by hand' })
    const report = await applyPlan(plan, { ...host, ...clockAt('2026-11-25T00:00:00Z') })
    expect(report.results.find(({ changeId }) => changeId.startsWith('schedule:'))?.outcome).toBe('stale')
  })

  it('without what needs somebody who is gone since, which is blocked', async () => {
    const { plan, ...host } = await hostAndPlan(source(['p00', 'p01', 'p02']), source(['p00', 'p01', 'p03']))
    const gone = host.target.snapshot().users.find(({ link }) => link?.key === 'person:p03')
    host.target.edit('user', gone!.id, null)
    const report = await applyPlan(plan, { ...host, ...clockAt('2026-11-25T00:00:00Z') })
    expect(report.status).toBe('partial')
    expect(report.results.find(({ changeId }) => changeId.startsWith('schedule:'))?.outcome).toBe('blocked')
  })
})
