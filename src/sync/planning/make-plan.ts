import type { EntityKind } from '../../model/index.ts'
import { assessPlan } from '../safety/assess-plan.ts'
import { buildWorlds } from './build-worlds.ts'
import { digestOf } from '../digest.ts'
import { compareItems, compareText, entityKinds, perEntity } from '../entity-kinds.ts'
import { createKeyBook, type KeyBook } from '../match/key-book.ts'
import { matchItems } from '../match/match-items.ts'
import type { Matching } from '../match/matching.ts'
import { orderRemovals, type Referrer } from './order-removals.ts'
import type { Change, Skipped, SyncPlan } from '../plan.ts'
import { displayName } from '../plan-subject.ts'
import { type AnyValue, type PlanInput, readPlanInput, type ReadInput } from '../plan-input.ts'
import { planItems } from './plan-items.ts'
import { isInScope, planRemovals } from './plan-removals.ts'
import { orderWrites } from './plan-writes.ts'
import type { PlannerSettings } from '../planner-options.ts'
import { createSameValue } from '../same-value.ts'
import { settleItems } from '../match/settle-items.ts'
import { weaken } from './weaken.ts'

/** Compares the three sides and says what is to be done. Pure; the same input in any order gives the same bytes. */
export function makePlan(planInput: PlanInput, settings: PlannerSettings): SyncPlan {
  const input = readPlanInput(planInput)
  const { capabilities = {} } = planInput
  const kept: ReadonlySet<EntityKind> = new Set(capabilities.entities ?? entityKinds)
  const matchings = perEntity((entity) =>
    kept.has(entity)
      ? matchItems(entity, input, {
          manual: settings.manual[entity],
          isLeaving: (key) => settings.removal === 'remove' && isInScope(input, key),
        })
      : noMatching,
  )
  const matched = { input, settings, capabilities, kept, matchings }
  const settled = settleItems(matched)
  const book = createKeyBook(input, matchings, settled)
  const context = { ...matched, settled, book, isSame: createSameValue() }

  const items = planItems(context)
  const removals = planRemovals(context)
  const ordered = orderRemovals(removals.changes, referrersOf(input, book, items.changes))
  const changes = [...orderWrites(items.changes), ...ordered.changes]
  const weakened = weaken(
    planInput.desired,
    [...settled.conflicts, ...items.conflicts, ...removals.conflicts],
    items.lost,
  )
  const skipped = [...settled.skipped, ...items.skipped, ...removals.skipped, ...ordered.skipped, ...weakened.skipped]

  const worlds = changes.length === 0 ? noWorlds : buildWorlds(input, book, changes)
  const { impact, safety } = assessPlan({
    ...worlds,
    changes,
    now: input.now,
    held: perEntity((entity) => matchings[entity].matches.size + matchings[entity].orphans.size),
    source: planInput.desired,
    uninvited: new Set(items.lost.user.keys()),
    limits: settings.limits,
  })
  const content = {
    version: 1 as const,
    origin: input.origin,
    createdAt: input.now,
    changes,
    conflicts: weakened.conflicts,
    drift: items.drift,
    skipped: skipped.sort(bySkipped),
    unchanged: items.unchanged,
    safety,
    impact,
    ...(items.agreed.length > 0 ? { agreed: items.agreed } : {}),
  }
  return { ...content, id: digestOf(content) }
}

const noMatching: Matching = {
  matches: new Map(),
  problems: new Map(),
  elsewhere: new Map(),
  fresh: [],
  orphans: new Map(),
  othersNamed: () => [],
}

const emptyWorld = { users: [], userGroups: [], schedules: [], escalationPolicies: [] } as const
const noWorlds = { before: emptyWorld, after: emptyWorld }

/** Whatever may refer to something else, before and after what is written. */
function* referrersOf({ records }: ReadInput, book: KeyBook, changes: readonly Change[]): Generator<Referrer> {
  const updates = perEntity(() => new Map<string, Change>())
  for (const change of changes) {
    const { id, action, entity, key, name, value } = change
    if (action === 'create')
      yield { entity, key, name, before: null, after: value as AnyValue, changeId: id, isOff: false }
    else updates[entity].set(key, change)
  }
  for (const entity of entityKinds) {
    if (entity === 'user') continue
    for (const record of records[entity].values()) {
      const key = book.keyOf(entity, record.id)
      const before = book.readRecord(entity, record).value as unknown as AnyValue
      const update = updates[entity].get(key)
      const after = update ? (update.value as AnyValue) : before
      const name = displayName(record.value, key)
      yield { entity, key, name, before, after, changeId: update?.id ?? null, isOff: record.status === 'disabled' }
    }
  }
}

function bySkipped(a: Skipped, b: Skipped): number {
  return compareItems(a, b) || compareText(a.targetId ?? '', b.targetId ?? '') || compareText(a.code, b.code)
}
