import type { EntityKind, EscalationPolicy } from '../model/index.ts'
import { describeConflict } from './conflict-text.ts'
import { compareItems, compareText, entityKinds } from './entity-kinds.ts'
import type { Conflict, Skipped } from './plan.ts'
import type { ReadInput } from './plan-input.ts'
import { wholeValue } from './source-value.ts'

/** An item that wanted to mention another and may not. */
export interface Loser {
  readonly entity: EntityKind
  readonly key: string
}

/** By kind and key of what could not be mentioned. */
export type LostReferences = Readonly<Record<EntityKind, ReadonlyMap<string, readonly Loser[]>>>

/** Says for each conflict what is weakened by it, and finds the references that lead nowhere. */
export function weaken(
  input: ReadInput,
  conflicts: readonly Conflict[],
  lost: LostReferences,
): { readonly conflicts: readonly Conflict[]; readonly skipped: readonly Skipped[] } {
  const all = [...conflicts]
  const skipped: Skipped[] = []
  for (const entity of entityKinds) {
    for (const key of lost[entity].keys()) {
      if (input.desired[entity].has(key)) continue
      const reason = 'The snapshot refers to it and does not have it; the references are left out.'
      if (entity === 'user') all.push(unknownUser(key))
      else skipped.push({ entity, key, targetId: null, name: key, code: 'missing-reference', reason })
    }
  }
  const readers = policiesBySchedule(input, lost)
  const named = all.map((conflict): Conflict => {
    const losers = conflict.path === null ? lost[conflict.entity].get(conflict.key) : undefined
    return losers ? { ...conflict, affects: affectedBy(conflict.entity, losers, readers) } : conflict
  })
  return { conflicts: named.sort((a, b) => compareItems(a, b) || compareText(a.id, b.id)), skipped }
}

/** A user who is missing weakens schedules and policies; to be left out of a group harms nobody who is paged. */
function affectedBy(
  entity: EntityKind,
  losers: readonly Loser[],
  readers: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const keys = new Set<string>()
  for (const loser of losers) {
    if (entity === 'user' && loser.entity === 'userGroup') continue
    keys.add(loser.key)
    if (loser.entity === 'schedule') for (const policy of readers.get(loser.key) ?? []) keys.add(policy)
  }
  return [...keys].sort()
}

function policiesBySchedule({ desired }: ReadInput, lost: LostReferences): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>()
  if (entityKinds.every((entity) => lost[entity].size === 0)) return readers
  for (const [key, policy] of desired.escalationPolicy) {
    const { levels } = wholeValue('escalationPolicy', policy) as EscalationPolicy
    for (const target of levels.flatMap(({ targets }) => targets)) {
      if (target.kind !== 'rotation') continue
      const list = readers.get(target.scheduleKey)
      if (list) list.push(key)
      else readers.set(target.scheduleKey, [key])
    }
  }
  return readers
}

function unknownUser(key: string): Conflict {
  const detail = 'The snapshot does not have the user either, although it refers to one.'
  return {
    id: `user:${key}:user-not-found`,
    kind: 'user-not-found',
    entity: 'user',
    key,
    name: key,
    targetId: null,
    path: null,
    candidates: [],
    affects: [],
    ...describeConflict('user-not-found', { entity: 'user', name: key, detail }),
  }
}
