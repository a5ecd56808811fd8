import type { EntityKind } from '../../model/index.ts'
import { isSameJson } from '../../schedule/index.ts'
import { digestOf } from '../digest.ts'
import { differingFields, type JsonObject, ownValue } from '../json-object.ts'
import { keepTurns, rotationsByKey } from './keep-turns.ts'
import { nameByRecord, type ReadRecord } from '../match/key-book.ts'
import { identityField } from '../match/match-items.ts'
import type { Match } from '../match/matching.ts'
import type { ItemMerge } from './merge-decision.ts'
import { isUnchanged, type ItemSides, type MergedItem, mergeItem } from './merge-item.ts'
import { newChange } from '../new-change.ts'
import type { PlanContext } from './plan-context.ts'
import type { AnyValue } from '../plan-input.ts'
import { managedReason } from './plan-removals.ts'
import { subjectOf } from '../plan-subject.ts'
import type { Change, Conflict, Drift, FieldChange, Skipped } from '../plan.ts'
import type { BaselineEntry } from '../state-store.ts'

export interface MatchedItem {
  readonly entity: EntityKind
  readonly key: string
  readonly match: Match
  readonly read: ReadRecord
  /** As the target may have it: without what it may not mention. */
  readonly source: AnyValue
}

export interface MatchedPlan {
  readonly change: Change | null
  readonly conflicts: readonly Conflict[]
  readonly drift: readonly Drift[]
  readonly skipped: readonly Skipped[]
  readonly agreed: BaselineEntry | null
  readonly isUnchanged: boolean
}

/** Says what is to be done about an item that has a record. */
export function planMatched(
  { input, settings, matchings, isSame }: PlanContext,
  { entity, key, match, read, source }: MatchedItem,
): MatchedPlan {
  const { record, by } = match
  const entry = input.baseline[entity].get(key)
  const isOurs = by === 'link' || entry?.targetId === record.id
  const base = entry && isOurs ? (entry.value as JsonObject | null) : null
  const subject = { ...subjectOf(entity, key, source), targetId: record.id }
  const item = {
    ...subject,
    strategyFor: settings.strategyFor,
    isSame,
    othersWith: (field: string, value: unknown) =>
      field === identityField(entity) && typeof value === 'string' ? matchings[entity].othersNamed(value) : [],
    fields: [] as FieldChange[],
    conflicts: [] as Conflict[],
    drift: [] as Drift[],
  }
  const { conflicts, drift, fields } = item
  const sides = { base, source: source as unknown as JsonObject, target: read.value }
  const merged = followReplaced(entity, read, mergeItem(item, inKnownTurns(item, sides)), fields)
  const isRecorded = entry?.targetId === record.id && base !== null && isSameJson(base, merged.baseline)
  const agreed = isRecorded ? null : { entity, key, targetId: record.id, value: merged.baseline }
  if (record.managedBy !== undefined) {
    const differs = merged.isWritten || conflicts.length > 0
    return differs
      ? { ...nothing, skipped: [{ ...subject, ...managedReason(record.managedBy) }] }
      : { ...nothing, drift, agreed, isUnchanged: true }
  }

  const isAsleep = record.status === 'disabled' && !(entity === 'user' && read.value['active'] === false)
  const skipped = isAsleep ? [{ ...subject, ...asleep }] : []
  if (!merged.isWritten && record.link !== null && by !== 'manual')
    return { change: null, conflicts, drift, skipped, agreed, isUnchanged: conflicts.length === 0 }

  const value = nameByRecord(entity, merged.value, read.held)
  const change = newChange(merged.isWritten ? 'update' : 'link', subject, {
    fields,
    value,
    ...(isSameJson(merged.baseline, value) ? {} : { baseline: merged.baseline }),
    expects: digestOf(record.value),
    reason: reasonOf(by, record.link !== null, fields),
  })
  return { change, conflicts, drift, skipped, agreed: null, isUnchanged: false }
}

/**
 * With the order of turns in a schedule as the last sync has it, or else the target, where the source only goes on in it, and where
 * participants and handoff may come out of the merge from different sides.
 */
function inKnownTurns({ entity, isSame, strategyFor }: ItemMerge, sides: ItemSides): ItemSides {
  const { base, source, target } = sides
  if (entity !== 'schedule' || (base && isUnchanged(base, source, target))) return sides
  const isLeftToSource = ['participants', 'handoff'].every(
    (field) => strategyFor(entity, `rotations.${field}`) === 'overwrite-with-source',
  )
  const [inBase, inTarget] = [rotationsByKey(base ?? {}), rotationsByKey(target)]
  const isTouched = (known: JsonObject): boolean => {
    const { participants, handoff } = inTarget.get(known['key']) ?? known
    return !isSame('participants', known['participants'], participants) || !isSame('handoff', known['handoff'], handoff)
  }
  const asTarget = keepTurns(source, target, isSame, ({ key }) => !isLeftToSource && !inBase.has(key))
  return {
    ...sides,
    source: base ? keepTurns(asTarget, base, isSame, (known) => !isLeftToSource && isTouched(known)) : asTarget,
  }
}

const nothing: MatchedPlan = { change: null, conflicts: [], drift: [], skipped: [], agreed: null, isUnchanged: false }

const asleep = {
  code: 'disabled',
  reason: 'It is disabled in the target although the source has it; enable it there.',
} as const

/**
 * A record that was removed and made again has another id. Whatever mentions the old one agrees with the source and is written all the
 * same, so that the reference leads somewhere.
 */
function followReplaced(
  entity: EntityKind,
  { value, replaced }: ReadRecord,
  merged: MergedItem,
  fields: FieldChange[],
): MergedItem {
  if (replaced.size === 0) return merged
  const broken = nameByRecord(entity, value, replaced)
  for (const [path, source] of differingFields(merged.value, broken)) {
    const isNoted = fields.some((field) => field.path === path || field.path.startsWith(`${path}[`))
    if (!isNoted) fields.push({ path, source, target: ownValue(broken, path), winner: 'source' })
  }
  return { ...merged, isWritten: true }
}

const matchWords: Readonly<Record<Match['by'], string>> = {
  link: 'It is linked',
  manual: 'Paired in match.manual',
  baseline: 'It is the record of the last sync',
  email: 'It has the same e-mail address',
  name: 'It has the same name',
}

function reasonOf(by: Match['by'], isLinked: boolean, fields: readonly FieldChange[]): string {
  const written = fields.filter(({ winner }) => winner === 'source').length
  const differs = written === 0 ? '' : `${written} ${written === 1 ? 'place differs' : 'places differ'}`
  if (by === 'link' && isLinked) return `${differs[0]?.toUpperCase() ?? ''}${differs.slice(1)}.`
  return `${matchWords[by]}${differs === '' ? '' : `; ${differs}`}.`
}
