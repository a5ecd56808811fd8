import type { EntityKind } from '../model/index.ts'
import { digestOf } from './digest.ts'
import { entityKinds } from './entity-kinds.ts'
import { type KeyBook, nameByRecord } from './key-book.ts'
import type { Matching } from './matching.ts'
import { mergeItem } from './merge-item.ts'
import type { JsonObject } from './json-object.ts'
import { newConflict } from './new-conflict.ts'
import type { Change, Conflict, Skipped } from './plan.ts'
import { type AnyRecord, displayName, type ReadInput } from './plan-input.ts'
import type { PlannerSettings } from './planner-options.ts'
import type { SameValue } from './same-value.ts'
import { decideRemoval } from './settle-items.ts'
import type { TargetCapabilities } from './target-adapter.ts'

export interface RemovalPlan {
  /** Without what they depend on. */
  readonly changes: readonly Change[]
  readonly conflicts: readonly Conflict[]
  readonly skipped: readonly Skipped[]
}

export interface RemovalContext {
  readonly input: ReadInput
  readonly settings: PlannerSettings
  readonly capabilities: Partial<TargetCapabilities>
  readonly matchings: Readonly<Record<EntityKind, Matching>>
  readonly book: KeyBook
  readonly isSame: SameValue
}

/** Whether the source's silence about the item means that it is gone. */
export function isInScope({ silence }: ReadInput, key: string): boolean {
  return silence === 'all' || silence.has(key)
}

/** Decides about each record that is linked to an item which the source has no more. */
export function planRemovals(context: RemovalContext): RemovalPlan {
  const plan = { changes: [] as Change[], conflicts: [] as Conflict[], skipped: [] as Skipped[] }
  for (const entity of entityKinds) {
    for (const [key, records] of context.matchings[entity].orphans) {
      if (records.length === 1) decideOrphan(context, entity, key, records[0]!, plan)
      else plan.conflicts.push(ambiguous(entity, key, records))
    }
  }
  return plan
}

function decideOrphan(
  context: RemovalContext,
  entity: EntityKind,
  key: string,
  record: AnyRecord,
  plan: { readonly changes: Change[]; readonly conflicts: Conflict[]; readonly skipped: Skipped[] },
): void {
  const { input, settings, book } = context
  const name = displayName(record.value, key)
  const reluctance = whyNot(context, key, record)
  if (reluctance) {
    plan.skipped.push({ entity, key, targetId: record.id, name, ...reluctance })
    return
  }
  if (settings.removal === 'disable' && record.status === 'disabled') return

  const base = (input.baseline[entity].get(key)?.value ?? null) as JsonObject | null
  const { value, held, replaced } = book.readRecord(entity, record)
  const edits = editsOf(context, entity, key, record, value)
  if (edits > 0) {
    const sides = { ...(base === null ? {} : { base }), target: value }
    const conflict = newConflict('removed-in-source', { entity, key, name, targetId: record.id }, sides)
    const answer = decideRemoval(settings, entity, conflict)
    if (answer === 'unresolved') plan.conflicts.push(conflict)
    if (answer === 'target') {
      const reason = 'The source has it no more; it stays, because the target changed it.'
      plan.skipped.push({ entity, key, targetId: record.id, name, code: 'edited-in-target', reason })
    }
    if (answer !== 'source') return
  }
  const action = settings.removal === 'disable' ? 'disable' : 'remove'
  plan.changes.push({
    id: `${entity}:${key}:${action}`,
    action,
    entity,
    key,
    targetId: record.id,
    fields: [],
    value: action === 'remove' ? null : nameByRecord(entity, value, new Map([...held, ...replaced])),
    ...(action === 'remove' ? {} : { baseline: base }),
    dependsOn: [],
    expects: digestOf(record.value),
    reason: 'The source has it no more.',
    name,
  })
}

function whyNot(
  { input, settings, capabilities }: RemovalContext,
  key: string,
  { managedBy }: AnyRecord,
): Pick<Skipped, 'code' | 'reason'> | null {
  if (managedBy !== undefined) return managedReason(managedBy)
  if (settings.removal === 'keep')
    return { code: 'removed-in-source', reason: 'The source has it no more; the option `removal` keeps it.' }
  if (!input.isComplete)
    return { code: 'incomplete-export', reason: 'The export was not complete, so that its absence means nothing.' }
  if (!isInScope(input, key))
    return {
      code: 'outside-selection',
      reason: 'It is outside of what was selected, so that its absence means nothing.',
    }
  if (settings.removal === 'disable' && capabilities.disable === false)
    return { code: 'disable-unsupported', reason: 'The source has it no more; the target cannot disable items.' }
  return null
}

/** Why nothing touches a record that somebody else manages. */
export function managedReason(managedBy: 'external' | 'built-in'): Pick<Skipped, 'code' | 'reason'> {
  return managedBy === 'external'
    ? { code: 'external', reason: 'Another system manages it; change it there.' }
    : { code: 'built-in', reason: 'It is built into the target and cannot be changed.' }
}

/** How many places the target changed since the last sync; without a baseline that cannot be told, and counts as one. */
function editsOf(
  { input, isSame }: RemovalContext,
  entity: EntityKind,
  key: string,
  record: AnyRecord,
  target: JsonObject,
): number {
  const base = (input.baseline[entity].get(key)?.value ?? null) as JsonObject | null
  if (base === null) return 1
  const item = {
    entity,
    key,
    name: displayName(record.value, key),
    targetId: record.id,
    strategyFor: () => 'merge' as const,
    isSame,
    othersWith: () => [],
    fields: [],
    conflicts: [],
    drift: [],
  }
  mergeItem(item, { base, source: base, target })
  return item.fields.length
}

function ambiguous(entity: EntityKind, key: string, records: readonly AnyRecord[]): Conflict {
  const candidates = records.map(({ id }) => id)
  const name = displayName(records[0]!.value, key)
  const detail = `The source has it no more, and ${candidates.length} records are linked to it: ${candidates.join(', ')}.`
  return newConflict('ambiguous-match', { entity, key, name }, { candidates, detail })
}
