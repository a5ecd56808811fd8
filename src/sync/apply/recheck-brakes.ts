import type { EntityKind, User } from '../../model/index.ts'
import { formatInstant, parseInstant } from '../../time/index.ts'
import { affectedPolicies } from '../safety/affected-policies.ts'
import { targetPrefix } from '../translate-references.ts'
import { type KeyTable, knownId, recordDigest, type TargetIndex } from '../target-index.ts'
import { memberRemovalBrakes, shareAndCountBrakes } from '../safety/count-brakes.ts'
import { entityLists, perEntity } from '../entity-kinds.ts'
import { onCallBrakes } from '../safety/on-call-brakes.ts'
import type { AnyRecord, AnyValue } from '../plan-input.ts'
import { impactWindow, planImpact } from '../safety/plan-impact.ts'
import { asItCounts, type PlanWorld, switchedOff, worldOf } from '../plan-world.ts'
import type { Brake, Change, SyncPlan } from '../plan.ts'
import { mapReferences } from '../references.ts'
import { readLimits } from '../safety-limits.ts'
import type { TargetSnapshot } from '../target-adapter.ts'

export interface RecheckContext {
  /** The target as it was read before the first write. */
  readonly snapshot: TargetSnapshot
  /** Of the same read. */
  readonly index: TargetIndex
  readonly keys: KeyTable
  /** Kinds that the target keeps. */
  readonly kept: ReadonlySet<EntityKind>
  /** Epoch milliseconds. */
  readonly nowMs: number
}

/**
 * The brakes of a plan against the target as it is before the first write: since the plan was made, turns may have changed and items
 * gone. What was edited since drops out of the plan, so it is left out here, with what depends on it. That the source was empty cannot
 * be seen from here; the plan says so itself.
 */
export function recheckBrakes(plan: SyncPlan, context: RecheckContext): readonly Brake[] {
  // All in target ids.
  const values = valuesOf(context.snapshot)
  const before = worldOfValues(values)
  const dropped = new Set<string>()
  const changes: Change[] = []
  for (const { id, dependsOn, ...rest } of plan.changes) {
    const change = { ...rest, id, dependsOn, key: rest.targetId ?? idOf(context, rest.entity, rest.key) }
    const isFit = !dependsOn.some((needed) => dropped.has(needed)) && !isEdited(change, context)
    if (isFit && applyTo(values, change, context)) changes.push(change)
    else dropped.add(id)
  }
  const after = worldOfValues(values)

  const now = formatInstant(Math.max(context.nowMs, parseInstant(plan.createdAt)))
  // What is new takes nobody's place, and a first import is all new.
  const known = new Set(before.escalationPolicies.map(({ key }) => key))
  const affected = affectedPolicies(before, after, changes).filter((key) => known.has(key))
  const impact = planImpact(affected, { before, after, changed: changes, ...impactWindow(now) })
  const held = perEntity((entity) => heldCount(plan, entity, context.snapshot))
  const limits = readLimits(plan.safety.limits)
  const input = { before, after, changes, affected, impact, held, limits }
  return [...shareAndCountBrakes(input), ...memberRemovalBrakes(input), ...onCallBrakes(input)]
}

type Values = Readonly<Record<EntityKind, Map<string, AnyValue>>>

function recordsOf(snapshot: TargetSnapshot, entity: EntityKind): readonly AnyRecord[] {
  return snapshot[entityLists[entity]]
}

function valuesOf(snapshot: TargetSnapshot): Values {
  return perEntity((entity) => {
    const records = recordsOf(snapshot, entity)
    return new Map(records.map(({ id, status, value }) => [id, asItCounts(entity, id, value, status)]))
  })
}

function worldOfValues(values: Values): PlanWorld {
  return worldOf(perEntity((entity) => values[entity].values()))
}

/** What the plan creates goes by its source key meanwhile. */
function idOf(context: Pick<RecheckContext, 'index' | 'keys'>, entity: EntityKind, key: string): string {
  return knownId(context, entity, key) ?? key
}

/** Users are compared only where they stop or begin to be reachable: reading all of them twice would cost more than it tells. */
function isEdited({ entity, action, key: id, value, expects }: Change, { index }: RecheckContext): boolean {
  if (expects === null) return false
  const record = index.record(entity, id)
  if (!record) return true
  const isPlainUser =
    entity === 'user' && action !== 'disable' && action !== 'remove' && isActive(record.value) === isActive(value)
  return !isPlainUser && recordDigest(record) !== expects
}

function isActive(value: unknown): boolean {
  return (value as Partial<User> | null)?.active === true
}

/** False where the change would refer to what is not there. */
function applyTo(
  values: Values,
  { action, entity, key: id, value }: Change,
  context: Pick<RecheckContext, 'index' | 'keys' | 'kept'>,
): boolean {
  const current = values[entity].get(id)
  if (action === 'link') return true
  if (action === 'remove') values[entity].delete(id)
  else if (action === 'disable') {
    if (current) values[entity].set(id, switchedOff(entity, current))
  } else {
    let isWhole = true
    const translated = mapReferences(entity, value as never, (kind, reference) => {
      if (reference.startsWith(targetPrefix)) return reference.slice(targetPrefix.length)
      const found = idOf(context, kind, reference)
      if (context.kept.has(kind) && !values[kind].has(found)) isWhole = false
      return found
    })
    if (!isWhole) return false
    values[entity].set(id, { ...translated, key: id })
  }
  return true
}

/** Items that are linked to the plan's source, or that the plan takes over. */
function heldCount({ origin, changes }: SyncPlan, entity: EntityKind, snapshot: TargetSnapshot): number {
  const taken = new Set(changes.filter((change) => change.entity === entity).map(({ targetId }) => targetId))
  return recordsOf(snapshot, entity).filter(({ id, link }) => link?.origin === origin || taken.has(id)).length
}
