import type { EntityKind } from '../model/index.ts'
import { decide, type ItemMerge } from './merge-decision.ts'
import { mergeKeyedList } from './merge-keyed-list.ts'
import { mergeSet } from './merge-set.ts'
import type { JsonObject, MergedField, SideValues } from './merge-sides.ts'
import { isSameJson } from '../schedule/index.ts'
import { ownValue } from './same-value.ts'

const setFields: Readonly<Record<EntityKind, readonly string[]>> = {
  user: [],
  userGroup: ['memberKeys', 'memberGroupKeys', 'supervisorKeys', 'ownedServices'],
  schedule: [],
  escalationPolicy: [],
}

const keyedFields: Readonly<Record<EntityKind, readonly string[]>> = {
  user: ['contactMethods'],
  userGroup: [],
  schedule: ['rotations', 'overrides'],
  escalationPolicy: [],
}

/** One item as the last sync left it, as the source has it and as the target has it; all in source keys. */
export interface ItemSides {
  readonly base: JsonObject | null
  readonly source: JsonObject
  readonly target: JsonObject
}

export interface MergedItem {
  /** The whole value after the change. */
  readonly value: JsonObject
  readonly isChanged: boolean
  /** What both sides agree on then; may lack fields, and list in `undecided` the elements of which nothing is known. */
  readonly baseline: JsonObject
}

/** Places inside lists at which source and target differ and never agreed, so that absence from the baseline means nothing there. */
export const undecidedField = 'undecided'

/**
 * Merges one item, field by field. A field that the source's value does not have is not part of it and
 * stays as the target has it.
 */
export function mergeItem(item: ItemMerge, { base, source, target }: ItemSides): MergedItem {
  if (base && isUnchanged(base, source, target)) return { value: target, isChanged: false, baseline: base }
  const { entity } = item
  const undecidedBefore = new Set<unknown>(base ? listOf(ownValue(base, undecidedField)) : [])
  const undecided: string[] = []
  const written: [string, unknown][] = []
  const remembered: [string, unknown][] = []
  for (const field of Object.keys(source)) {
    if (field === 'key' || source[field] === undefined) continue
    const sides: SideValues = {
      base: base ? ownValue(base, field) : undefined,
      source: source[field],
      target: ownValue(target, field),
      isUndecided: (path) => undecidedBefore.has(path),
    }
    const merged = mergeField(item, entity, field, sides)
    if (merged.isWritten) written.push([field, merged.value])
    if (merged.baseline !== undefined) remembered.push([field, merged.baseline])
    undecided.push(...merged.undecided)
  }
  const old = Object.entries(base ?? {}).filter(([field]) => field !== undecidedField)
  return {
    value:
      written.length === 0 ? target : Object.fromEntries([...Object.entries(target), ...written, ['key', item.key]]),
    isChanged: written.length > 0,
    baseline: Object.fromEntries([
      ...old,
      ['key', item.key],
      ...remembered,
      ...(undecided.length > 0 ? [[undecidedField, undecided.sort()]] : []),
    ]),
  }
}

function mergeField(item: ItemMerge, entity: EntityKind, field: string, sides: SideValues): MergedField {
  const { base, source, target } = sides
  if (Array.isArray(source) && (target === undefined || Array.isArray(target))) {
    if (setFields[entity].includes(field)) return mergeSet(item, field, sides)
    if (keyedFields[entity].includes(field)) return mergeKeyedList(item, field, sides)
  }
  const decision = decide(item, { path: field, field, known: base !== undefined, base, source, target })
  const isAgreed = decision === 'source' || decision === 'agreed'
  return { value: source, isWritten: decision === 'source', baseline: isAgreed ? source : base, undecided: [] }
}

/** Whether all three say the same in the same words: almost every item of almost every run. */
export function isUnchanged(base: JsonObject, source: JsonObject, target: JsonObject): boolean {
  for (const field of Object.keys(source)) {
    if (field === 'key') continue
    const value = source[field]
    if (!isSameJson(value, ownValue(target, field)) || !isSameJson(value, ownValue(base, field))) return false
  }
  return !Object.hasOwn(base, undecidedField)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
