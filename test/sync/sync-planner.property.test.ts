import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityKind } from '../../src/model/index.ts'
import {
  applyPlan,
  listReferences,
  mapReferences,
  parsePlan,
  type Strategy,
  type SyncPlan,
  SyncPlanner,
  type SyncPlannerOptions,
} from '../../src/sync/index.ts'
import { createMemoryState, createMemoryTarget, type MemoryState, type MemoryTarget } from '../../src/testing/index.ts'
import { everyRecord, lists } from './support/apply-worlds.ts'
import {
  type Content,
  contentInKeys,
  contents,
  histories,
  type History,
  type Item,
  now,
  shuffled,
  snapshotOf,
} from './support/planner-worlds.ts'
import { byKey, cellsOf, placesOf, verdictOf } from './support/table-oracle.ts'
import { aRota, aTeam, origin } from './support/items.ts'

const runs = Number(process.env['XMATTERS_SYNC_RUNS'] ?? 60)
const strategies = ['overwrite-with-source', 'preserve-local-changes', 'merge', 'manual'] as const

interface World {
  readonly target: MemoryTarget
  readonly state: MemoryState
}

async function planFor({ target, state }: World, content: Content, options: SyncPlannerOptions): Promise<SyncPlan> {
  return new SyncPlanner(options).plan({
    desired: snapshotOf(content),
    current: target.snapshot(),
    baseline: await state.readBaseline(origin),
    now,
  })
}

async function apply(world: World, plan: SyncPlan): Promise<void> {
  const report = await applyPlan(plan, { ...world, allowUnsafe: true })
  expect(report.results.filter(({ outcome }) => outcome !== 'applied')).toEqual([])
  expect(report.status).toBe('complete')
}

/** Others come to have names that the source's items may come to have. */
async function crowd({ target }: World): Promise<void> {
  const link = { origin: 'other', key: 'x' }
  const [group, rota] = [aTeam('x', { name: 'Team group:0 EU' }), aRota('x', [], { name: 'Rota group:1 EU' })]
  await target.create({ action: 'create', entity: 'userGroup', link, value: group }, { idempotencyKey: 'group' })
  await target.create({ action: 'create', entity: 'schedule', link, value: rota }, { idempotencyKey: 'rota' })
}

/** A target that was synced once, and edited since. */
async function synced({ before, edited, deletes, memory, isCrowded }: History): Promise<World> {
  const world = { target: createMemoryTarget(), state: createMemoryState() }
  await apply(world, await planFor(world, before, {}))
  const ids = new Map(
    everyRecord(world.target.snapshot()).map(({ entity, record }) => [`${entity} ${record.link?.key}`, record.id]),
  )
  for (const [entity, list] of Object.entries(lists)) {
    for (const item of edited[list]) {
      const id = ids.get(`${entity} ${item.key}`)
      if (id === undefined) continue
      const value = mapReferences(entity as EntityKind, item as never, (kind, key) => ids.get(`${kind} ${key}`)!)
      world.target.edit(entity as EntityKind, id, deletes(`${entity} ${item.key}`) ? null : (value as never))
    }
  }
  if (isCrowded) await crowd(world)
  if (memory === 'all') return world
  const left = world.target.snapshot()
  const unlinked = Object.fromEntries(
    Object.values(lists).map((list) => [
      list,
      left[list].map((record) => ({ ...record, link: record.link?.origin === origin ? null : record.link })),
    ]),
  )
  return {
    target: memory === 'links' ? world.target : createMemoryTarget(unlinked),
    state: createMemoryState(),
  }
}

const isMissingAny = ({ conflicts, skipped }: SyncPlan): boolean =>
  [...conflicts.map(({ kind }) => kind), ...skipped.map(({ code }) => code)].includes('removed-in-target')

const answers: readonly Strategy[] = [...strategies, () => 'source', () => 'target', () => 'unresolved']
const strategy = fc.oneof(
  fc.constantFrom(...answers),
  fc.record({
    default: fc.constantFrom(...answers),
    user: fc.constantFrom(...answers),
    schedule: fc.constantFrom(...answers),
    fields: fc.record({ memberKeys: fc.constantFrom(...answers), 'schedule.rotations': fc.constantFrom(...answers) }),
  }),
)
const removal = fc.constantFrom('keep', 'disable', 'remove')

/** All of a world's history. */
const steps = fc.record({ history: histories, strategy, removal })

describe('a plan that was applied', () => {
  it('leaves nothing to do, and the same conflicts, drift and all, whatever the strategy', async () => {
    await fc.assert(
      fc.asyncProperty(histories, strategy, removal, async (history, strategy, removal) => {
        const world = await synced(history)
        const plan = await planFor(world, history.after, { strategy, removal })
        await apply(world, plan)
        const again = await planFor(world, history.after, { strategy, removal })
        expect(again.changes).toEqual([])
        // While somebody's record is missing, what mentions them may come to agree a run later.
        if (!isMissingAny(plan)) expect(again.agreed ?? []).toEqual([])
        expect(again.conflicts.map(({ id }) => id)).toEqual(plan.conflicts.map(({ id }) => id))
        expect(again.drift).toEqual(plan.drift)
      }),
      { numRuns: runs },
    )
  })
  it('has given every place to whom the table says, and listed what it says is open', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.constantFrom(...strategies), async (drawn, strategy) => {
        const memory = drawn.memory === 'nothing' ? 'links' : drawn.memory
        const history = { ...drawn, memory, deletes: () => false, isCrowded: false }
        const world = await synced(history)
        const base = history.memory === 'all' ? history.before : null
        const before = contentInKeys(world.target.snapshot())
        const plan = await planFor(world, history.after, { strategy })
        await apply(world, plan)
        const after = new Map(
          cellsOf(null, history.after, contentInKeys(world.target.snapshot())).map((cell) => [
            `${cell.entity} ${cell.key} ${cell.path}`,
            cell,
          ]),
        )
        const open = (list: readonly { entity: string; key: string; path: string | null }[]): Set<string> =>
          new Set(list.map((one) => `${one.entity} ${one.key} ${one.path}`))
        const [conflicts, drift] = [open(plan.conflicts), open(plan.drift)]
        for (const cell of cellsOf(base, history.after, before)) {
          const place = `${cell.entity} ${cell.key} ${cell.path}`
          const verdict = verdictOf(cell, strategy, base !== null)
          const wanted = verdict === 'source' ? cell.source : cell.target
          expect([place, after.get(place)?.target]).toEqual([place, wanted])
          expect([place, conflicts.has(place)]).toEqual([place, verdict === 'conflict'])
          expect([place, drift.has(place)]).toEqual([place, verdict === 'drift'])
        }
      }),
      { numRuns: runs },
    )
  })

  it('has left no difference, if the source overwrites', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (drawn) => {
        const history = { ...drawn, isCrowded: false }
        const world = await synced(history)
        const plan = await planFor(world, history.after, { strategy: 'overwrite-with-source', removal: 'remove' })
        expect(plan.conflicts).toEqual([])
        await apply(world, plan)
        const kept = new Set(plan.skipped.map(({ entity, key }) => `${entity} ${key}`))
        const content = contentInKeys(world.target.snapshot())
        for (const [entity, list] of Object.entries(lists)) {
          const wanted = byKey<Item>(history.after[list])
          const present = byKey<Item>(content[list])
          for (const [key, value] of wanted) expect(inOrder(present.get(key))).toEqual(inOrder(value))
          const others = [...present.keys()].filter((key) => !wanted.has(key) && !kept.has(`${entity} ${key}`))
          if (history.memory !== 'nothing') expect(others).toEqual([])
        }
      }),
      { numRuns: runs },
    )
  })
})

describe('a plan', () => {
  it('is empty for a target that has what the source says', async () => {
    await fc.assert(
      fc.asyncProperty(contents, strategy, removal, async (content, strategy, removal) => {
        const world = { target: createMemoryTarget(), state: createMemoryState() }
        await apply(world, await planFor(world, content, {}))
        const plan = await planFor(world, content, { strategy, removal })
        const unchanged = Object.fromEntries(
          Object.entries(lists).map(([entity, list]) => [entity, content[list].length]),
        )
        expect(plan).toMatchObject({ changes: [], conflicts: [], drift: [], skipped: [], unchanged })
      }),
      { numRuns: runs },
    )
  })

  it('does not depend on the order of what it is made of, and survives JSON', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), async ({ history, strategy, removal }, salt) => {
        const world = await synced(history)
        const [current, baseline] = [world.target.snapshot(), await world.state.readBaseline(origin)]
        const planner = new SyncPlanner({ strategy, removal })
        const plan = planner.plan({ desired: snapshotOf(history.after), current, baseline, now })
        const mix = <T>(list: readonly T[]): readonly T[] => shuffled(list, salt)
        const other = planner.plan({
          desired: snapshotOf({
            users: mix(history.after.users).map((user) => ({ ...user, contactMethods: mix(user.contactMethods) })),
            userGroups: mix(history.after.userGroups).map((group) => ({ ...group, memberKeys: mix(group.memberKeys) })),
            schedules: mix(history.after.schedules).map((schedule) => ({
              ...schedule,
              rotations: mix(schedule.rotations),
              overrides: mix(schedule.overrides),
            })),
            escalationPolicies: mix(history.after.escalationPolicies),
          }),
          current: {
            users: mix(current.users),
            userGroups: mix(current.userGroups),
            schedules: mix(current.schedules),
            escalationPolicies: mix(current.escalationPolicies),
          },
          baseline: baseline && { origin, entries: mix(baseline.entries) },
          now,
        })
        expect(JSON.stringify(other)).toBe(JSON.stringify(plan))
        expect(parsePlan(JSON.stringify(plan))).toEqual(plan)
      }),
      { numRuns: runs },
    )
  })

  it('never breaks a dependency: whatever is written, what it refers to is there, and whatever goes, nothing refers to it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async ({ history: drawn, strategy, removal }) => {
        const world = await synced({ ...drawn, deletes: () => false })
        const plan = await planFor(world, drawn.after, { strategy, removal })
        const strict = strictTarget(world.target, plan)
        await apply({ ...world, target: strict }, plan)
        const places = new Map(plan.changes.map(({ id }, place) => [id, place]))
        for (const { id, dependsOn } of plan.changes)
          for (const needed of dependsOn) expect(places.get(needed)).toBeLessThan(places.get(id)!)
      }),
      { numRuns: runs },
    )
  })

  it('leaves out exactly what the target edited since, and what depends on that', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), async ({ history, strategy, removal }, salt) => {
        const world = await synced({ ...history, memory: 'all' })
        const plan = await planFor(world, history.after, { strategy, removal })
        const touched = new Set<string>()
        for (const { entity, record } of everyRecord(world.target.snapshot())) {
          if (salt % 3 !== 0 && touched.size > salt % 5) continue
          world.target.edit(entity, record.id, { ...record.value, name: 'Edited since' })
          touched.add(`${entity} ${record.id}`)
        }
        const { results } = await applyPlan(plan, { ...world, allowUnsafe: true })
        const dropped = new Set<string>()
        for (const [nth, { id, entity, targetId, dependsOn }] of plan.changes.entries()) {
          const isStale = targetId !== null && touched.has(`${entity} ${targetId}`)
          const isBlocked = dependsOn.some((needed) => dropped.has(needed))
          if (isStale || isBlocked) dropped.add(id)
          expect([id, results[nth]?.outcome]).toEqual([id, isBlocked ? 'blocked' : isStale ? 'stale' : 'applied'])
        }
      }),
      { numRuns: runs },
    )
  })
})

/** With its sets, and its lists by key, in one order. */
function inOrder(item: Item | undefined): unknown {
  return item && Object.fromEntries(placesOf(item))
}

/** Fails every write that refers to what is not there, and every removal of what something refers to. */
function strictTarget(target: MemoryTarget, plan: SyncPlan): MemoryTarget {
  // What goes together may refer to each other in a circle, of which one has to go first.
  const leaving = new Set(
    plan.changes.filter(({ action }) => action === 'remove').map(({ entity, targetId }) => `${entity} ${targetId}`),
  )
  const idsOf = (): Set<string> =>
    new Set(everyRecord(target.snapshot()).map(({ entity, record }) => `${entity} ${record.id}`))
  const check = (entity: EntityKind, value: unknown): void => {
    const ids = idsOf()
    for (const { kind, reference } of listReferences(entity, value as never)) {
      if (!ids.has(`${kind} ${reference}`)) throw new Error(`There is no ${kind} ${reference}.`)
    }
  }
  return {
    ...target,
    create: async (change, context) => {
      check(change.entity, change.value)
      return target.create(change, context)
    },
    update: async (change, context) => {
      check(change.entity, change.value)
      return target.update(change, context)
    },
    remove: async (change, context) => {
      await target.remove(change, context)
      for (const { entity, record } of everyRecord(target.snapshot())) {
        if (!leaving.has(`${entity} ${record.id}`)) check(entity, record.value)
      }
    },
  }
}
