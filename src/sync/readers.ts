import type { EntityKind } from '../model/index.ts'
import { append } from './append.ts'
import { entityLists } from './entity-kinds.ts'
import { orNothing, type PlanWorld } from './plan-world.ts'
import { editReferences } from './references.ts'

/** By `<kind> <key>`: the schedules and policies that mention the item, and so reach other people with it. */
export type Readers = ReadonlyMap<string, readonly string[]>

/** Who mentions what in any of the worlds; of users, those who are asked about. */
export function readersIn(worlds: readonly PlanWorld[], users: ReadonlySet<string>): Readers {
  const readers = new Map<string, string[]>()
  for (const world of worlds) {
    for (const entity of ['schedule', 'escalationPolicy'] as const) {
      for (const item of world[entityLists[entity]]) {
        const reader = `${entity} ${item.key}`
        orNothing(() =>
          editReferences(entity, item as never, (kind, reference) => {
            if (kind !== 'userGroup' && (kind !== 'user' || users.has(reference)))
              append(readers, `${kind} ${reference}`, reader)
            return reference
          }),
        )
      }
    }
  }
  return readers
}

/** The items given and whatever reads them, be it through others. */
export function withReaders(items: Iterable<string>, readers: Readers): ReadonlySet<string> {
  const reached = new Set(items)
  // What is added while the set is walked is walked too.
  for (const item of reached) for (const reader of readers.get(item) ?? []) reached.add(reader)
  return reached
}

/** Sorted keys of the items that are of the kind. */
export function keysOfKind(kind: EntityKind, items: Iterable<string>): readonly string[] {
  const prefix = `${kind} `
  return [...items]
    .filter((item) => item.startsWith(prefix))
    .map((item) => item.slice(prefix.length))
    .sort()
}
