import { InvalidArgumentError } from '../errors.ts'
import type { EntityKind } from '../model/index.ts'
import { entityKinds } from './entity-kinds.ts'
import type { Strategy, StrategyOptions } from './strategy.ts'

/** The strategy for a field, or with `null` for a whole item. A field inside a list is written `contactMethods.address`. */
export type StrategyTable = (entity: EntityKind, field: string | null) => Strategy

const names: ReadonlySet<unknown> = new Set<Strategy>([
  'overwrite-with-source',
  'preserve-local-changes',
  'merge',
  'manual',
])

/** Throws `InvalidArgumentError` for what is no strategy. */
export function readStrategies(option: Strategy | StrategyOptions): StrategyTable {
  if (typeof option !== 'object' || option === null) {
    const strategy = checked(option, 'strategy')
    return () => strategy
  }
  const fallback = checked(option.default ?? 'manual', 'strategy.default')
  const ofEntity = new Map(
    entityKinds.map((entity) => [entity, checked(option[entity] ?? fallback, `strategy.${entity}`)]),
  )
  const ofField = new Map(
    Object.entries(option.fields ?? {}).map(([field, strategy]) => [
      field,
      checked(strategy, `strategy.fields.${field}`),
    ]),
  )
  const found = new Map<string, Strategy>()
  return (entity, field) => {
    if (field === null || ofField.size === 0) return ofEntity.get(entity)!
    const place = `${entity}.${field}`
    let strategy = found.get(place)
    if (strategy === undefined) {
      const list = field.split('.')[0]!
      strategy =
        ofField.get(place) ??
        ofField.get(field) ??
        ofField.get(`${entity}.${list}`) ??
        ofField.get(list) ??
        ofEntity.get(entity)!
      found.set(place, strategy)
    }
    return strategy
  }
}

function checked(strategy: Strategy, where: string): Strategy {
  if (typeof strategy === 'function' || names.has(strategy)) return strategy
  throw new InvalidArgumentError(`${where}: there is no strategy ${JSON.stringify(strategy)}.`)
}
