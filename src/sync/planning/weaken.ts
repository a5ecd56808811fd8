import type { EntityKind } from '../../model/index.ts'
import { compareItems, compareText, entityKinds, entityLists } from '../entity-kinds.ts'
import { newConflict } from '../new-conflict.ts'
import type { Conflict, Skipped } from '../plan.ts'
import type { PlanWorld } from '../plan-world.ts'
import { keyOf, type Readers, readersIn, withReaders } from '../readers.ts'

/** An item that wanted to mention another and may not, or cannot be without it. */
export interface Loser {
  readonly entity: EntityKind
  readonly key: string
}

/** By kind and key of what could not be mentioned. */
export type LostReferences = Readonly<Record<EntityKind, ReadonlyMap<string, readonly Loser[]>>>

/** Says for each conflict what is weakened by it, be it through others, and finds the references that lead nowhere. */
export function weaken(
  source: PlanWorld,
  conflicts: readonly Conflict[],
  lost: LostReferences,
): { readonly conflicts: readonly Conflict[]; readonly skipped: readonly Skipped[] } {
  const all = [...conflicts]
  const skipped: Skipped[] = []
  for (const entity of entityKinds) {
    const present = new Set<string>(lost[entity].size === 0 ? [] : source[entityLists[entity]].map(({ key }) => key))
    for (const key of lost[entity].keys()) {
      if (present.has(key)) continue
      const item = { entity, key, name: key, targetId: null }
      const detail = 'The snapshot does not have the user either, although it refers to one.'
      const reason = 'The snapshot refers to it and does not have it; the references are left out.'
      if (entity === 'user') all.push(newConflict('user-not-found', item, { detail }))
      else skipped.push({ ...item, code: 'missing-reference', reason })
    }
  }
  const isAnyLost = entityKinds.some((entity) => lost[entity].size > 0)
  const readers = readersIn(isAnyLost ? [source] : [], new Set())
  const named = all.map((conflict): Conflict => {
    const losers = conflict.path === null ? lost[conflict.entity].get(conflict.key) : undefined
    return losers ? { ...conflict, affects: affectedBy(conflict.entity, losers, readers) } : conflict
  })
  return { conflicts: named.sort((a, b) => compareItems(a, b) || compareText(a.id, b.id)), skipped }
}

/** A user who is missing weakens schedules and policies; to be left out of a group harms nobody who is paged. */
function affectedBy(entity: EntityKind, losers: readonly Loser[], readers: Readers): readonly string[] {
  const harmed = losers.filter((loser) => entity !== 'user' || loser.entity !== 'userGroup')
  const items = harmed.map((loser) => `${loser.entity} ${loser.key}`)
  return [...new Set([...withReaders(items, readers)].map(keyOf))].sort()
}
