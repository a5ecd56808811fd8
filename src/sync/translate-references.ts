import type { EntityKind, EntityValue } from '../model/index.ts'
import { type KeyTable, knownId, type TargetIndex } from './target-index.ts'
import { listReferences, mapReferences } from './references.ts'

/** Marks a reference to an item that only the target knows: `target:<id>`. */
export const targetPrefix = 'target:'

export interface Translation {
  readonly value: EntityValue[EntityKind]
  /** References to what is not in the target, as the plan names them. */
  readonly missing: readonly string[]
}

/** The value in target ids. A reference that the record holds already is no news to the target, even if it leads nowhere. */
export function translateValue(
  entity: EntityKind,
  value: unknown,
  context: { readonly index: TargetIndex; readonly keys: KeyTable; readonly kept: ReadonlySet<EntityKind> },
  current?: unknown,
): Translation {
  const missing: string[] = []
  let held: ReadonlySet<string> | null = null
  const isHeld = (id: string): boolean => {
    held ??= new Set(current ? listReferences(entity, current as never).map(({ reference }) => reference) : [])
    return held.has(id)
  }
  const translated = mapReferences(entity, value as never, (kind, reference) => {
    const local = reference.startsWith(targetPrefix)
    const id = local ? reference.slice(targetPrefix.length) : knownId(context, kind, reference)
    const exists = id !== undefined && (!context.kept.has(kind) || context.index.record(kind, id) !== undefined)
    if (exists || (local && isHeld(id!))) return id!
    missing.push(reference)
    return reference
  })
  return { value: translated, missing }
}
