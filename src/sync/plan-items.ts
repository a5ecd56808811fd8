import type { EntityKind, EscalationPolicy } from '../model/index.ts'
import { emptiedLevels } from './emptied-levels.ts'
import { entityKinds, perEntity } from './entity-kinds.ts'
import type { KeyBook, ReadRecord } from './key-book.ts'
import type { Match, Matching } from './matching.ts'
import { isUnchanged } from './merge-item.ts'
import type { JsonObject } from './json-object.ts'
import type { Change, Conflict, Drift, Skipped, SyncPlan } from './plan.ts'
import { type AnyValue, displayName, type ReadInput } from './plan-input.ts'
import { planMatched } from './plan-matched.ts'
import { orNothing } from './plan-world.ts'
import type { PlannerSettings } from './planner-options.ts'
import type { SameValue } from './same-value.ts'
import type { SettledItems } from './settle-items.ts'
import { editReferences } from './references.ts'
import { prepareSource, wholeValue } from './source-value.ts'
import type { BaselineEntry } from './state-store.ts'
import type { Loser, LostReferences } from './weaken.ts'

export interface ItemContext {
  readonly input: ReadInput
  readonly settings: PlannerSettings
  /** Kinds that the target keeps. */
  readonly kept: ReadonlySet<EntityKind>
  readonly matchings: Readonly<Record<EntityKind, Matching>>
  readonly settled: SettledItems
  readonly book: KeyBook
  readonly isSame: SameValue
}

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
export function planItems({ input, settings, kept, matchings, settled, book, isSame }: ItemContext): ItemsPlan {
  const changes: Change[] = []
  const conflicts: Conflict[] = []
  const skipped: Skipped[] = []
  const drift: Drift[] = []
  const agreed: BaselineEntry[] = []
  const unchanged: Record<EntityKind, number> = { user: 0, userGroup: 0, schedule: 0, escalationPolicy: 0 }
  const lost = perEntity(() => new Map<string, Loser[]>())
  const nameOf = (kind: EntityKind, key: string): string => displayName(input.desired[kind].get(key) ?? {}, key)

  for (const entity of entityKinds) {
    if (!kept.has(entity)) continue
    const { matches, othersNamed } = matchings[entity]
    for (const [key, value] of input.desired[entity]) {
      const match = matches.get(key)
      const isInvited = entity === 'user' && settled.invite.has(key)
      if (!match && !isInvited && !settled.create[entity].has(key)) {
        // Then it is kept back by what keeps its group back.
        const owner = entity === 'escalationPolicy' ? (value as EscalationPolicy).ownerGroupKey : null
        if (owner !== null && input.desired.userGroup.has(owner) && !book.isAvailable('userGroup', owner))
          note(lost.userGroup, owner, { entity, key })
        continue
      }
      const read = match && book.readRecord(entity, match.record)
      const prepared = prepareSource(entity, value, { contactDetails: settings.contactDetails, kept })
      const source: AnyValue = editReferences(entity, prepared as never, (kind, reference, set) => {
        if (book.isAvailable(kind, reference) || (read && isHeld(read, kind, reference, set))) return reference
        if (kept.has(kind)) note(lost[kind], reference, { entity, key })
        return null
      })
      let written: unknown = source
      if (!match || !read) changes.push(newChange(entity, key, wholeValue(entity, source), isInvited))
      else if (isSettled(match, read, source, input.baseline[entity].get(key))) {
        unchanged[entity] += 1
        written = read.value
      } else {
        const plan = planMatched({ entity, key, match, read, source, input, settings, isSame, othersNamed })
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
      const targetId = match?.record.id ?? null
      if (emptied) skipped.push({ entity, key, targetId, name: displayName(value, key), ...emptied })
    }
  }
  return { changes, conflicts, drift, skipped, agreed, unchanged, lost }
}

function newChange(entity: EntityKind, key: string, value: AnyValue, isInvited: boolean): Change {
  const action = isInvited ? 'invite' : 'create'
  return {
    id: `${entity}:${key}:${action}`,
    action,
    entity,
    key,
    targetId: null,
    fields: [],
    value,
    // An invitation brings a record with a name and an address at most; the rest follows once the record is there.
    ...(isInvited ? { baseline: { ...value, ...blankUser } } : {}),
    dependsOn: [],
    expects: null,
    reason: isInvited ? 'The target has nobody with this address.' : 'The target does not have it yet.',
    name: displayName(value, key),
  }
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

function note(lost: Map<string, Loser[]>, key: string, loser: Loser): void {
  const losers = lost.get(key)
  if (!losers) lost.set(key, [loser])
  else if (losers.at(-1)?.key !== loser.key || losers.at(-1)?.entity !== loser.entity) losers.push(loser)
}
