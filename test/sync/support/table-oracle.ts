import type { EntityKind } from '../../../src/model/index.ts'
import { canonicalJson } from '../../../src/sync/index.ts'
import { lists } from './apply-worlds.ts'
import type { Content, Item } from './planner-worlds.ts'

type Fields = Readonly<Record<string, unknown>>

const sets = new Set(['memberKeys', 'memberGroupKeys', 'supervisorKeys', 'ownedServices'])
const keyed = new Set(['contactMethods', 'rotations', 'overrides'])

/**
 * An item as places that are compared one by one, each with its value as text: fields, elements of sets, fields of the elements of keyed
 * lists. Written apart from the library, straight from the contract's words.
 */
export function placesOf(item: Item): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const [field, value] of Object.entries(item as unknown as Fields)) {
    if (field === 'key') continue
    if (sets.has(field)) for (const element of value as readonly string[]) places.set(`${field}[${element}]`, 'in')
    else if (keyed.has(field)) {
      for (const element of value as readonly Fields[]) {
        for (const [name, part] of Object.entries(element)) {
          if (name !== 'key') places.set(`${field}[${String(element['key'])}].${name}`, canonicalJson(part))
        }
      }
    } else places.set(field, canonicalJson(value))
  }
  return places
}

export const byKey = <T extends { readonly key: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((item) => [item.key, item]))

export interface Cell {
  readonly entity: EntityKind
  readonly key: string
  readonly path: string
  readonly base: string | undefined
  readonly source: string | undefined
  readonly target: string | undefined
}

/** Every place of every item that source and target both have; of a keyed list only elements that all have. */
export function cellsOf(base: Content | null, source: Content, target: Content): readonly Cell[] {
  const cells: Cell[] = []
  for (const [entity, list] of Object.entries(lists)) {
    const [old, present] = [byKey<Item>(base?.[list] ?? []), byKey<Item>(target[list])]
    for (const item of source[list]) {
      const twin = present.get(item.key)
      if (!twin) continue
      const former = old.get(item.key)
      const [b, s, t] = [former ? placesOf(former) : undefined, placesOf(item), placesOf(twin)]
      for (const path of new Set([...(b?.keys() ?? []), ...s.keys(), ...t.keys()])) {
        const cell = { base: b?.get(path), source: s.get(path), target: t.get(path) }
        const isInElement = path.includes('].')
        if (
          isInElement &&
          (cell.source === undefined || cell.target === undefined || (base && cell.base === undefined))
        )
          continue
        cells.push({ entity: entity as EntityKind, key: item.key, path, ...cell })
      }
    }
  }
  return cells
}

/** The contract's table. */
export function verdictOf(
  { base, source, target }: Cell,
  strategy: 'overwrite-with-source' | 'preserve-local-changes' | 'merge' | 'manual',
  hasBaseline: boolean,
): 'source' | 'target' | 'drift' | 'conflict' {
  if (source === target) return 'source'
  if (strategy === 'overwrite-with-source') return 'source'
  if (hasBaseline && target === base) return 'source'
  if (hasBaseline && source === base) return strategy === 'manual' ? 'drift' : 'target'
  return strategy === 'preserve-local-changes' ? 'target' : 'conflict'
}
