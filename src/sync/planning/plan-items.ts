import type { EntityKind, EscalationPolicy } from '../../model/index.ts'
import { append } from '../../get-or-add.ts'
import { emptiedLevels } from './emptied-levels.ts'
import { entityKinds, perEntity } from '../entity-kinds.ts'
import type { JsonObject } from '../json-object.ts'
import type { ReadRecord } from '../match/key-book.ts'
import type { Match } from '../match/matching.ts'
import { isUnchanged } from './merge-item.ts'
import { newChange } from '../new-change.ts'
import type { PlanContext } from './plan-context.ts'
import type { AnyValue } from '../plan-input.ts'
import { planMatched } from './plan-matched.ts'
import { displayName, subjectOf } from '../plan-subject.ts'
import { orNothing } from '../plan-world.ts'
import type { Change, Conflict, Drift, Skipped, SyncPlan } from '../plan.ts'
import { editReferences } from '../references.ts'
import { prepareSource, wholeValue } from '../source-value.ts'
import type { BaselineEntry } from '../state-store.ts'
import type { Loser, LostReferences } from './weaken.ts'

export interface ItemsPlan {
  /** Creations, invitations, links and updates, without what they depend on. */
  readonly changes: readonly Change[]
  readonly conflicts: readonly Conflict[]
  readonly drift: readonly Drift[]
  readonly skipped: readonly Skipped[]
  readonly agreed: readonly BaselineEntry[]
  readonly unchanged: SyncPlan['unchanged']
  readonly lost: LostReferences
}

/** Decides about each item that the source has and that has a record, or gets one. */
export function planItems(context: PlanContext): ItemsPlan {
  const { input, settings, kept, matchings, settled, book } = context
  const changes: Change[] = []
  const conflicts: Conflict[] = []
  const skipped: Skipped[] = []
  const drift: Drift[] = []
  const agreed: BaselineEntry[] = []
  const unchanged: Record<EntityKind, number> = perEntity(() => 0)
  const lost = perEntity(() => new Map<string, Loser[]>())
  const nameOf = (kind: EntityKind, key: string): string => displayName(input.desired[kind].get(key) ?? {}, key)

  for (const entity of entityKinds) {
    if (!kept.has(entity)) continue
    const { matches } = matchings[entity]
    for (const [key, value] of input.desired[entity]) {
      const match = matches.get(key)
      const loser = { entity, key }
      const isInvited = entity === 'user' && settled.invite.has(key)
      if (!match && !isInvited && !settled.create[entity].has(key)) {
        // Then it is kept back by what keeps its group back.
        const owner = entity === 'escalationPolicy' ? (value as EscalationPolicy).ownerGroupKey : null
        if (owner !== null && input.desired.userGroup.has(owner) && !book.isAvailable('userGroup', owner))
          append(lost.userGroup, owner, loser)
        continue
      }
      const read = match && book.readRecord(entity, match.record)
      const prepared = prepareSource(entity, value, { contactDetails: settings.contactDetails, kept })
      const source: AnyValue = editReferences(entity, prepared as never, (kind, reference, set) => {
        if (book.isAvailable(kind, reference) || (read && isHeld(read, kind, reference, set))) return reference
        if (kept.has(kind)) append(lost[kind], reference, loser)
        return null
      })
      let written: unknown = source
      if (!match || !read) changes.push(comingChange(entity, key, wholeValue(entity, source), isInvited))
      else if (isSettled(match, read, source, input.baseline[entity].get(key))) {
        unchanged[entity] += 1
        written = read.value
      } else {
        const plan = planMatched(context, { entity, key, match, read, source })
        if (plan.change) changes.push(plan.change)
        if (plan.agreed) agreed.push(plan.agreed)
        if (plan.isUnchanged) unchanged[entity] += 1
        conflicts.push(...plan.conflicts)
        drift.push(...plan.drift)
        skipped.push(...plan.skipped)
        written = plan.change?.value ?? read.value
      }
      if (entity !== 'escalationPolicy' || source === prepared) continue
      const emptied = orNothing(() => emptiedLevels(prepared as EscalationPolicy, written as EscalationPolicy, nameOf))
      if (emptied) skipped.push({ ...subjectOf(entity, key, value, match?.record.id), ...emptied })
    }
  }
  return { changes, conflicts, drift, skipped, agreed, unchanged, lost }
}

function comingChange(entity: EntityKind, key: string, value: AnyValue, isInvited: boolean): Change {
  const subject = subjectOf(entity, key, value)
  if (!isInvited) return newChange('create', subject, { value, reason: 'The target does not have it yet.' })
  // An invitation brings a record with a name and an address at most; the rest follows once the record is there.
  const baseline = { ...value, ...blankUser }
  return newChange('invite', subject, { value, baseline, reason: 'The target has nobody with this address.' })
}

const blankUser = { givenName: null, familyName: null, timeZone: null, active: true, contactMethods: [] } as const

/** Spares the merge what needs none. */
function isSettled(
  { record, by }: Match,
  { value, replaced }: ReadRecord,
  source: AnyValue,
  entry: BaselineEntry | undefined,
): boolean {
  if (by !== 'link' || entry?.targetId !== record.id || record.status === 'disabled' || replaced.size > 0) return false
  const base = entry.value as JsonObject | null
  return base !== null && isUnchanged(base, source as unknown as JsonObject, value)
}

/** What the record mentions already it may go on to mention, in the same set. */
function isHeld({ held, value }: ReadRecord, entity: EntityKind, key: string, set: string | undefined): boolean {
  if (!held.has(`${entity} ${key}`)) return false
  const list = set === undefined ? undefined : value[set]
  return !Array.isArray(list) || list.includes(key)
}
