import type { EntityKind, EntityValue } from '../../model/index.ts'
import { targetPrefix } from '../translate-references.ts'
import { entityKinds, perEntity } from '../entity-kinds.ts'
import type { Matching } from './matching.ts'
import type { JsonObject } from '../json-object.ts'
import type { AnyRecord, ReadInput } from '../plan-input.ts'
import { mapReferences } from '../references.ts'
import type { SettledItems } from './settle-items.ts'

/** A record's value in source keys; what only the target knows is `target:<id>`. */
export interface ReadRecord {
  readonly value: JsonObject
  /** Target ids by `<entity> <key>`, of what cannot be referred to anew, and is here. */
  readonly held: ReadonlyMap<string, string>
  /** Target ids by `<entity> <key>`, of records that are gone and whose items have others now, or get them by this plan. */
  readonly replaced: ReadonlyMap<string, string>
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
  const isAvailable = (entity: EntityKind, key: string): boolean => {
    const { matches, elsewhere, orphans } = matchings[entity]
    if (matches.has(key) || create[entity].has(key) || elsewhere.has(key)) return true
    return (entity === 'user' && invite.has(key)) || orphans.get(key)?.length === 1
  }
  const keys = perEntity(() => new Map<string, string>())
  const ghosts = perEntity(() => new Map<string, string>())
  for (const entity of entityKinds) {
    const { matches, elsewhere, orphans } = matchings[entity]
    const records = input.records[entity]
    for (const { id, link } of records.values()) if (link?.origin === input.origin) keys[entity].set(id, link.key)
    for (const [key, { targetId }] of input.baseline[entity]) {
      const record = records.get(targetId)
      if (!record) ghosts[entity].set(targetId, key)
      // Such as somebody who was invited and left before the link came about.
      else if (record.link === null && !isAvailable(entity, key) && !orphans.has(key)) keys[entity].set(targetId, key)
    }
    for (const [key, { id }] of elsewhere) keys[entity].set(id, key)
    for (const [key, { record, by }] of matches) if (by !== 'link') keys[entity].set(record.id, key)
  }
  const readings = new Map<AnyRecord, ReadRecord>()

  return {
    keyOf: (entity, id) => keys[entity].get(id) ?? `${targetPrefix}${id}`,
    isAvailable,
    readRecord: (entity, record) => {
      if (entity === 'user') return { value: record.value as unknown as JsonObject, held: none, replaced: none }
      const known = readings.get(record)
      if (known) return known
      let held: Map<string, string> | null = null
      let replaced: Map<string, string> | null = null
      const translated = mapReferences(entity, record.value as never, (kind, id) => {
        const ghost = ghosts[kind].get(id)
        const key = keys[kind].get(id) ?? ghost
        if (key === undefined) return `${targetPrefix}${id}`
        if (!isAvailable(kind, key)) (held ??= new Map()).set(`${kind} ${key}`, id)
        else if (key === ghost) (replaced ??= new Map()).set(`${kind} ${key}`, id)
        return key
      })
      const reading = {
        value: translated as EntityValue[EntityKind] as unknown as JsonObject,
        held: held ?? none,
        replaced: replaced ?? none,
      }
      readings.set(record, reading)
      return reading
    },
  }
}

const none: ReadonlyMap<string, string> = new Map()

/** The value with the items given named by the very records that it refers to already, so that it stays as it is there. */
export function nameByRecord(entity: EntityKind, value: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  if (ids.size === 0) return value
  const named = mapReferences(entity, value as never, (kind, key) => {
    const id = ids.get(`${kind} ${key}`)
    return id === undefined ? key : `${targetPrefix}${id}`
  })
  return named as unknown as JsonObject
}
