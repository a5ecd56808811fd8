import type { EntityKind, EntityValue } from '../model/index.ts'
import { entityLists } from './entity-kinds.ts'
import type { KeyBook } from './key-book.ts'
import type { Change } from './plan.ts'
import type { AnyRecord, AnyValue, ReadInput } from './plan-input.ts'
import { type PlanWorld, switchedOff } from './plan-world.ts'

/** What the target has now, and what it has once the changes are applied, both in source keys. */
export function buildWorlds(
  { records }: ReadInput,
  book: KeyBook,
  changes: readonly Change[],
): { readonly before: PlanWorld; readonly after: PlanWorld } {
  const read = <E extends EntityKind>(entity: E): Map<string, EntityValue[E]> => {
    const world = new Map<string, EntityValue[E]>()
    for (const record of records[entity].values()) {
      const key = book.keyOf(entity, record.id)
      world.set(key, asItCounts(entity, key, record, book) as EntityValue[E])
    }
    return world
  }
  const then = {
    user: read('user'),
    userGroup: read('userGroup'),
    schedule: read('schedule'),
    escalationPolicy: read('escalationPolicy'),
  }
  const now = {
    user: new Map<string, AnyValue>(then.user),
    userGroup: new Map<string, AnyValue>(then.userGroup),
    schedule: new Map<string, AnyValue>(then.schedule),
    escalationPolicy: new Map<string, AnyValue>(then.escalationPolicy),
  }
  for (const { action, entity, key, value } of changes) {
    if (action === 'remove') now[entity].delete(key)
    else if (action === 'disable') now[entity].set(key, switchedOff(entity, value as AnyValue))
    else now[entity].set(key, { ...(value as AnyValue), key })
  }
  return { before: worldOf(then), after: worldOf(now) }
}

function worldOf(tables: Readonly<Record<EntityKind, ReadonlyMap<string, AnyValue>>>): PlanWorld {
  const list = (entity: EntityKind): readonly AnyValue[] => [...tables[entity].values()]
  return {
    [entityLists.user]: list('user'),
    [entityLists.userGroup]: list('userGroup'),
    [entityLists.schedule]: list('schedule'),
    [entityLists.escalationPolicy]: list('escalationPolicy'),
  } as unknown as PlanWorld
}

function asItCounts(entity: EntityKind, key: string, record: AnyRecord, book: KeyBook): AnyValue {
  const value = entity === 'user' ? record.value : (book.readRecord(entity, record).value as unknown as AnyValue)
  if (record.status === 'disabled') return switchedOff(entity, { ...value, key })
  return value.key === key ? value : { ...value, key }
}
