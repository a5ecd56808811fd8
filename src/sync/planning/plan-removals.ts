import { digestOf } from '../digest.ts'
import { entityKinds } from '../entity-kinds.ts'
import type { JsonObject } from '../json-object.ts'
import { nameByRecord } from '../match/key-book.ts'
import { mergeItem } from './merge-item.ts'
import { newChange } from '../new-change.ts'
import { newConflict } from '../new-conflict.ts'
import type { PlanContext } from './plan-context.ts'
import type { AnyRecord, ReadInput } from '../plan-input.ts'
import { type PlanSubject, subjectOf } from '../plan-subject.ts'
import type { Change, Conflict, Skipped } from '../plan.ts'
import { decideRemoval } from '../match/settle-items.ts'
import type { Strategy } from '../strategy.ts'

export interface RemovalPlan {
  /** Without what they depend on. */
  readonly changes: readonly Change[]
  readonly conflicts: readonly Conflict[]
  readonly skipped: readonly Skipped[]
}

/** Whether the source's silence about the item means that it is gone. */
export function isInScope({ silence }: ReadInput, key: string): boolean {
  return silence === 'all' || silence.has(key)
}

/** Decides about each record that is linked to an item which the source has no more. */
export function planRemovals(context: PlanContext): RemovalPlan {
  const plan = { changes: [] as Change[], conflicts: [] as Conflict[], skipped: [] as Skipped[] }
  for (const entity of entityKinds) {
    for (const [key, [record, ...others]] of context.matchings[entity].orphans) {
      const subject = { ...subjectOf(entity, key, record!.value), targetId: record!.id }
      if (others.length === 0) decideOrphan(context, subject, record!, plan)
      else plan.conflicts.push(ambiguous(subject, [record!, ...others]))
    }
  }
  return plan
}

type OrphanSubject = PlanSubject & { readonly targetId: string }

function decideOrphan(
  context: PlanContext,
  subject: OrphanSubject,
  record: AnyRecord,
  plan: { readonly changes: Change[]; readonly conflicts: Conflict[]; readonly skipped: Skipped[] },
): void {
  const { input, settings, book } = context
  const { entity, key } = subject
  const reluctance = whyNot(context, key, record)
  if (reluctance) {
    plan.skipped.push({ ...subject, ...reluctance })
    return
  }
  if (settings.removal === 'disable' && record.status === 'disabled') return

  const base = (input.baseline[entity].get(key)?.value ?? null) as JsonObject | null
  const { value, held, replaced } = book.readRecord(entity, record)
  if (isEdited(context, subject, base, value)) {
    const conflict = newConflict('removed-in-source', subject, { ...(base === null ? {} : { base }), target: value })
    const answer = decideRemoval(settings, conflict)
    if (answer === 'unresolved') plan.conflicts.push(conflict)
    if (answer === 'target') {
      const reason = 'The source has it no more; it stays, because the target changed it.'
      plan.skipped.push({ ...subject, code: 'edited-in-target', reason })
    }
    if (answer !== 'source') return
  }
  const outcome =
    settings.removal === 'disable'
      ? { value: nameByRecord(entity, value, new Map([...held, ...replaced])), baseline: base }
      : { value: null }
  plan.changes.push(
    newChange(settings.removal === 'disable' ? 'disable' : 'remove', subject, {
      ...outcome,
      expects: digestOf(record.value),
      reason: 'The source has it no more.',
    }),
  )
}

function whyNot(
  { input, settings, capabilities }: PlanContext,
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

/** Whether the target changed it since the last sync; without a baseline that cannot be told, and counts as if it had. */
function isEdited(
  { isSame }: PlanContext,
  subject: OrphanSubject,
  base: JsonObject | null,
  target: JsonObject,
): boolean {
  if (base === null) return true
  const found = { fields: [], conflicts: [], drift: [] }
  const strategyFor = (): Strategy => 'merge'
  mergeItem({ ...subject, ...found, strategyFor, isSame, othersWith: () => [] }, { base, source: base, target })
  return found.fields.length > 0
}

function ambiguous(subject: PlanSubject, records: readonly AnyRecord[]): Conflict {
  const candidates = records.map(({ id }) => id)
  const detail = `The source has it no more, and ${candidates.length} records are linked to it: ${candidates.join(', ')}.`
  return newConflict('ambiguous-match', { ...subject, targetId: null }, { candidates, detail })
}
