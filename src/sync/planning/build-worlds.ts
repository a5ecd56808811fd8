import { entityKinds, perEntity } from '../entity-kinds.ts'
import type { KeyBook } from '../match/key-book.ts'
import type { AnyRecord, AnyValue, ReadInput } from '../plan-input.ts'
import { asItCounts, type PlanWorld, switchedOff, worldOf } from '../plan-world.ts'
import type { Change } from '../plan.ts'

/** What the target has now, and what it has once the changes are applied, both in source keys. */
export function buildWorlds(
  { records }: ReadInput,
  book: KeyBook,
  changes: readonly Change[],
): { readonly before: PlanWorld; readonly after: PlanWorld } {
  // The last change of an item is the one that closes a circle, and its value is whole.
  const changed = perEntity(() => new Map<string, Change>())
  for (const change of changes) changed[change.entity].set(change.key, change)

  const before = perEntity((): AnyValue[] => [])
  const after = perEntity((): AnyValue[] => [])
  for (const entity of entityKinds) {
    const there = new Set<string>()
    for (const record of records[entity].values()) {
      const key = book.keyOf(entity, record.id)
      const read = book.readRecord(entity, record).value as unknown as AnyValue
      const value = asItCounts(entity, key, read, record.status)
      before[entity].push(value)
      const change = changed[entity].get(key)
      if (!change) after[entity].push(value)
      else if (!there.has(key)) {
        there.add(key)
        after[entity].push(...outcomeOf(change, record.status))
      }
    }
    for (const [key, change] of changed[entity]) if (!there.has(key)) after[entity].push(...outcomeOf(change))
  }
  return { before: worldOf(before), after: worldOf(after) }
}

/** Nothing that is written enables a record that is disabled. */
function outcomeOf({ action, entity, key, value }: Change, status?: AnyRecord['status']): readonly AnyValue[] {
  if (action === 'remove') return []
  const whole = { ...(value as AnyValue), key }
  return [action === 'disable' || status === 'disabled' ? switchedOff(entity, whole) : whole]
}
