import type { EntityKind } from '../../model/index.ts'
import { translateValue, type Translation } from '../translate-references.ts'
import { type KeyTable, knownId, type KnownRecord, recordDigest, type TargetIndex } from '../target-index.ts'
import { differingFields } from '../json-object.ts'
import type { Change } from '../plan.ts'
import { isSameJson } from '../../schedule/index.ts'
import type { ApplyError } from '../state-store.ts'
import type { CreateChange, RecordLink, RemoveChange, UpdateChange } from '../target-adapter.ts'

/** What is to be done about a change, before anything was written for it. */
export type Step =
  | { readonly kind: 'write'; readonly write: Write }
  /** The target has it already. */
  | { readonly kind: 'landed'; readonly targetId: string | null; readonly revision: string | null }
  | { readonly kind: 'stale'; readonly error: ApplyError }
  | { readonly kind: 'blocked'; readonly error: ApplyError }

export type Write = CreateChange | UpdateChange | RemoveChange

export interface ChangeContext {
  readonly origin: string
  readonly index: TargetIndex
  readonly keys: KeyTable
  /** Kinds that the target keeps. */
  readonly kept: ReadonlySet<EntityKind>
  readonly revisions: boolean
  /** Revisions that this plan's writes gave in earlier runs, by target id. */
  readonly earlierRevision: (entity: EntityKind, id: string) => string | null | undefined
}

/** Compares the target with what the plan was made against. `attempted`: an earlier try may have reached the target. */
export function nextStep(change: Change, attempted: boolean, context: ChangeContext): Step {
  if (change.action === 'create') return createStep(change, attempted, context)
  const { entity, key } = change
  const id = change.targetId ?? knownId(context, entity, key)
  const record = id === undefined ? undefined : context.index.record(entity, id)
  if (!record || isAnother(change, record, context)) {
    if (change.action === 'remove' && attempted) return { kind: 'landed', targetId: id ?? null, revision: null }
    return stale('record-gone', change, 'is no longer in the target')
  }
  if (attempted && hasLanded(change, record, context))
    return { kind: 'landed', targetId: record.id, revision: record.revision }
  if (record.link !== null && record.link.origin !== context.origin) {
    return stale('linked-elsewhere', change, 'was linked to another source since the plan was made')
  }
  if (record.managedBy !== undefined) {
    return stale('managed-elsewhere', change, 'came under other management since the plan was made')
  }
  if (!fits(change, record, context)) {
    return stale('stale', change, 'was edited in the target since the plan was made')
  }

  const link: RecordLink = { origin: context.origin, key }
  const expectedRevision = context.revisions ? record.revision : null
  if (change.action === 'remove')
    return { kind: 'write', write: { action: 'remove', entity, id: record.id, link, expectedRevision } }
  if (change.action === 'invite') throw new Error('Invitations are sent in batches.')
  const { value, missing } = translateValue(entity, change.value, context, record.value)
  if (missing.length > 0) return blocked(missing)
  const fields = differingFields(value, record.value as object).map(([field]) => field)
  const update = { action: change.action, entity, id: record.id, link, value, fields, expectedRevision } as UpdateChange
  return { kind: 'write', write: update }
}

/** Whether what was to be removed is gone, and another item of ours has its id: stores give ids again. */
export function isAnother(
  { action, key }: Change,
  { link }: KnownRecord,
  { origin }: Pick<ChangeContext, 'origin'>,
): boolean {
  return action === 'remove' && link?.origin === origin && link.key !== key
}

/** Whether the record is what the change wants it to be. */
export function hasLanded(change: Change, record: KnownRecord, context: ChangeContext): boolean {
  const { link, status } = record
  if (link?.origin !== context.origin || link.key !== change.key) return false
  if (change.action === 'create') return true
  if (change.action === 'remove') return false
  if (change.action === 'disable' && status !== 'disabled') return false
  const { value, missing } = translateValue(change.entity, change.value, context, record.value)
  return missing.length === 0 && isSameJson(value, record.value)
}

function createStep(change: Change, attempted: boolean, context: ChangeContext): Step {
  const { entity, key } = change
  const existing = context.index.linked(entity, key)
  const translation: Translation = translateValue(entity, change.value, context)
  if (existing) {
    const same = attempted || (translation.missing.length === 0 && isSameJson(existing.value, translation.value))
    if (same) return { kind: 'landed', targetId: existing.id, revision: existing.revision }
    return stale('created-elsewhere', change, 'was created in the target since the plan was made')
  }
  if (translation.missing.length > 0) return blocked(translation.missing)
  const link: RecordLink = { origin: context.origin, key }
  const create = { action: 'create', entity, link, value: translation.value } as CreateChange
  return { kind: 'write', write: create }
}

function fits(change: Change, record: KnownRecord, context: ChangeContext): boolean {
  if (record.written) return true
  const earlier = context.earlierRevision(change.entity, record.id)
  if (earlier !== undefined) return earlier === null || record.revision === null || earlier === record.revision
  return change.expects === null || recordDigest(record) === change.expects
}

function stale(code: string, { name }: Change, what: string): Step {
  return { kind: 'stale', error: { code, message: `${JSON.stringify(name)} ${what}.` } }
}

function blocked(missing: readonly string[]): Step {
  return {
    kind: 'blocked',
    error: { code: 'missing-reference', message: `The target has no ${[...new Set(missing)].join(', ')}.` },
  }
}
