import type { EntityKind, EntityValue } from '../model/index.ts'
import { targetPrefix } from './apply-references.ts'
import { entityKinds, perEntity } from './entity-kinds.ts'
import type { Matching } from './match-items.ts'
import type { JsonObject } from './merge-sides.ts'
import type { AnyRecord, ReadInput } from './plan-input.ts'
import { mapReferences } from './references.ts'
import type { SettledItems } from './settle-items.ts'

/** A record's value in source keys; what only the target knows is `target:<id>`. */
export interface ReadRecord {
  readonly value: JsonObject
  /** Target ids by `<entity> <key>`, of what cannot be referred to anew, and is here. */
  readonly held: ReadonlyMap<string, string>
}

/** Translates between the two sides' names. */
export interface KeyBook {
  /** Source key of a record, `target:<id>` for one that only the target knows. */
  keyOf(entity: EntityKind, id: string): string
  readRecord(entity: EntityKind, record: AnyRecord): ReadRecord
  /** Whether a value may refer to the item anew: it has a record, or this plan makes one. */
  isAvailable(entity: EntityKind, key: string): boolean
}

export function createKeyBook(
  input: ReadInput,
  matchings: Readonly<Record<EntityKind, Matching>>,
  { create, invite }: Pick<SettledItems, 'create' | 'invite'>,
): KeyBook {
  const keys = perEntity(() => new Map<string, string>())
  const available = perEntity(() => new Set<string>())
  for (const entity of entityKinds) {
    const { matches, elsewhere, orphans } = matchings[entity]
    // What the last run left to an item that is gone meanwhile may still be mentioned; what is certain overwrites it.
    for (const [key, { targetId }] of input.baseline[entity]) keys[entity].set(targetId, key)
    for (const { id, link } of input.records[entity].values()) {
      if (link?.origin === input.origin) keys[entity].set(id, link.key)
      else if (keys[entity].has(id)) keys[entity].delete(id)
    }
    for (const [key, records] of orphans) if (records.length === 1) available[entity].add(key)
    for (const [key, record] of elsewhere) learn(entity, key, record.id)
    for (const [key, { record }] of matches) learn(entity, key, record.id)
    for (const key of create[entity]) available[entity].add(key)
  }
  for (const key of invite) available.user.add(key)

  function learn(entity: EntityKind, key: string, id: string): void {
    keys[entity].set(id, key)
    available[entity].add(key)
  }

  const keyOf = (entity: EntityKind, id: string): string => keys[entity].get(id) ?? `${targetPrefix}${id}`
  const isAvailable = (entity: EntityKind, key: string): boolean => available[entity].has(key)
  return {
    keyOf,
    isAvailable,
    readRecord: (entity, { value }) => {
      let held: Map<string, string> | null = null
      const translated = mapReferences(entity, value as never, (kind, id) => {
        const key = keyOf(kind, id)
        if (!key.startsWith(targetPrefix) && !available[kind].has(key)) (held ??= new Map()).set(`${kind} ${key}`, id)
        return key
      })
      return { value: translated as EntityValue[EntityKind] as unknown as JsonObject, held: held ?? nothingHeld }
    },
  }
}

const nothingHeld: ReadonlyMap<string, string> = new Map()
