import { isSameJson } from '../../schedule/index.ts'
import { type JsonObject, ownValue } from '../json-object.ts'
import { decide, type ItemMerge, type Place } from './merge-decision.ts'

/** Lists that are sets. */
const setFields: ReadonlySet<string> = new Set(['memberKeys', 'memberGroupKeys', 'supervisorKeys', 'ownedServices'])
/** Lists of things with keys. */
const keyedFields: ReadonlySet<string> = new Set(['contactMethods', 'rotations', 'overrides'])

/** One item as the last sync left it, as the source has it and as the target has it; all in source keys. */
export interface ItemSides {
  readonly base: JsonObject | null
  readonly source: JsonObject
  readonly target: JsonObject
}

export interface MergedItem {
  /** The whole value after the change. */
  readonly value: JsonObject
  readonly isWritten: boolean
  /** What both sides agree on then; may lack fields, and list in `undecided` the elements of which nothing is known. */
  readonly baseline: JsonObject
}

/** Places inside lists at which source and target differ and never agreed, so that absence from the baseline means nothing there. */
const undecidedField = 'undecided'

/**
 * Merges one item, field by field. A field that the source's value does not have is not part of it and
 * stays as the target has it.
 */
export function mergeItem(item: ItemMerge, { base, source, target }: ItemSides): MergedItem {
  if (base && isUnchanged(base, source, target)) return { value: target, isWritten: false, baseline: base }
  const { [undecidedField]: open, ...known } = base ?? {}
  const wasOpen = new Set<unknown>(listOf(open))
  const undecided: string[] = []
  const merged = mergeFields({ known: true, base: known, source, target }, { path: '', field: '' }, (place) => {
    const isList = Array.isArray(place.source) && (place.target === undefined || Array.isArray(place.target))
    return isList && (setFields.has(place.field) || keyedFields.has(place.field))
      ? mergeList(item, place, wasOpen, undecided)
      : mergePlace(item, place)
  })
  return undecided.length === 0
    ? merged
    : { ...merged, baseline: { ...merged.baseline, [undecidedField]: undecided.sort() } }
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

/** What becomes of a place; `undefined` is absent. */
interface MergedPlace {
  readonly value: unknown
  /** Whether the value is to be written to the target. */
  readonly isWritten: boolean
  /** What both sides agree on then. */
  readonly baseline: unknown
  /** Whether nothing is agreed there, nor ever was. */
  readonly isOpen?: boolean
}

function mergePlace(item: ItemMerge, place: Place): MergedPlace {
  const { known, base, source, target } = place
  const decision = decide(item, place)
  const isLeft = decision === 'target' || decision === 'unresolved'
  return {
    value: isLeft ? target : source,
    isWritten: decision === 'source',
    baseline: decision === 'source' || decision === 'agreed' ? source : base,
    isOpen: isLeft && !known,
  }
}

interface ObjectSides {
  /** Whether the baseline speaks of the object at all. */
  readonly known: boolean
  readonly base: unknown
  readonly source: JsonObject
  readonly target: JsonObject
}

/** Merges field by field what both sides have; `at` is how a place in it begins. */
function mergeFields(
  { known, base, source, target }: ObjectSides,
  at: { readonly path: string; readonly field: string },
  merge: (place: Place) => MergedPlace,
): MergedItem {
  const old = (base ?? {}) as JsonObject
  const key: [string, unknown] = ['key', source['key']]
  const written: [string, unknown][] = []
  const remembered: [string, unknown][] = []
  for (const name of Object.keys(source)) {
    if (name === 'key' || source[name] === undefined) continue
    const before = ownValue(old, name)
    const merged = merge({
      path: `${at.path}${name}`,
      field: `${at.field}${name}`,
      // An element that both sides added has no past that they share, nor has a field that they never agreed on.
      known: known && before !== undefined,
      base: before,
      source: source[name],
      target: ownValue(target, name),
    })
    if (merged.isWritten) written.push([name, merged.value])
    if (merged.baseline !== undefined) remembered.push([name, merged.baseline])
  }
  const isWritten = written.length > 0
  return {
    value: isWritten ? Object.fromEntries([...Object.entries(target), ...written, key]) : target,
    isWritten,
    baseline: Object.fromEntries([...Object.entries(old), key, ...remembered]),
  }
}

/**
 * Merges a list element by element: what one side does to one of them is no matter of what the other does to others. The source's come
 * first, in its order, then what only the target has, by key; sets are sorted. Elements that stay undecided are noted down.
 */
function mergeList(
  item: ItemMerge,
  { field, base, source, target }: Place,
  wasOpen: ReadonlySet<unknown>,
  undecided: string[],
): MergedPlace {
  const isSet = setFields.has(field)
  const keyOf = (element: unknown): string => String(isSet ? element : (element as JsonObject)['key'])
  const byKey = (list: unknown): ReadonlyMap<string, unknown> => new Map(listOf(list).map((one) => [keyOf(one), one]))
  const [old, wanted, present] = [byKey(base), byKey(source), byKey(target)]
  const others = [...new Set([...old.keys(), ...present.keys()])].filter((key) => !wanted.has(key)).sort()
  const keys = [...wanted.keys(), ...others]
  const value: unknown[] = []
  const baseline: unknown[] = []
  let isWritten = false
  for (const key of isSet ? keys.sort() : keys) {
    const path = `${field}[${key}]`
    const known = Array.isArray(base) && (old.has(key) || !wasOpen.has(path))
    const sides = { base: old.get(key), source: wanted.get(key), target: present.get(key) }
    const merged = mergeElement(item, { path, field, known, ...sides })
    if (merged.value !== undefined) value.push(merged.value)
    if (merged.baseline !== undefined) baseline.push(merged.baseline)
    if (merged.isOpen) undecided.push(path)
    isWritten ||= merged.isWritten
  }
  return { value, isWritten, baseline }
}

function mergeElement(item: ItemMerge, place: Place): MergedPlace {
  const { path, field, known, base, source, target } = place
  if (!isObject(source) || !isObject(target)) return mergePlace(item, place)
  if (known && isSameJson(source, target) && isSameJson(source, base))
    return { value: target, isWritten: false, baseline: base }
  const at = { path: `${path}.`, field: `${field}.` }
  return mergeFields({ known, base, source, target }, at, (one) => mergePlace(item, one))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null
}
