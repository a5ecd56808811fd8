import type { EntityKind } from '../model/index.ts'
import { append } from '../get-or-add.ts'
import { entityLists, perEntity } from './entity-kinds.ts'
import { orNothing, type PlanWorld } from './plan-world.ts'
import { editReferences } from './references.ts'

/** By kind and key: the schedules and policies, as `<kind> <key>`, that mention the item and so reach other people with it. */
export type Readers = Readonly<Record<EntityKind, ReadonlyMap<string, readonly string[]>>>

/** Who mentions what in any of the worlds; of users, those who are asked about. */
export function readersIn(worlds: readonly PlanWorld[], users: ReadonlySet<string>): Readers {
  const readers = perEntity(() => new Map<string, string[]>())
  for (const entity of ['schedule', 'escalationPolicy'] as const) {
    const lists: readonly (readonly { readonly key: string }[])[] = worlds.map((world) => world[entityLists[entity]])
    // What does not change is the same object in all of them.
    for (const item of new Set(lists.flat())) {
      const reader = `${entity} ${item.key}`
      orNothing(() =>
        editReferences(entity, item as never, (kind, reference) => {
          if (kind !== 'userGroup' && (kind !== 'user' || users.has(reference)))
            append(readers[kind], reference, reader)
          return reference
        }),
      )
    }
  }
  return readers
}

/** The items given, as `<kind> <key>`, and whatever reads them, be it through others. */
export function withReaders(items: Iterable<string>, readers: Readers): ReadonlySet<string> {
  const reached = new Set(items)
  // What is added while the set is walked is walked too.
  for (const item of reached) {
    const kind = item.slice(0, item.indexOf(' ')) as EntityKind
    for (const reader of readers[kind].get(keyOf(item)) ?? []) reached.add(reader)
  }
  return reached
}

/** The key of `<kind> <key>`. */
export function keyOf(item: string): string {
  return item.slice(item.indexOf(' ') + 1)
}
