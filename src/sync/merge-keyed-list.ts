import { decide, type ItemMerge } from './merge-decision.ts'
import type { JsonObject, MergedField, SideValues } from './merge-sides.ts'
import { isSameJson } from '../schedule/index.ts'
import { ownValue } from './same-value.ts'

interface MergedElement {
  /** `undefined`: not in the list. */
  readonly value: JsonObject | undefined
  readonly isWritten: boolean
  readonly baseline: JsonObject | undefined
  readonly isUndecided: boolean
}

/**
 * Merges a list of things with keys: each by its key, and where both sides have it, field by field. The source's come first, in its order,
 * then what only the target has, by key.
 */
export function mergeKeyedList(
  item: ItemMerge,
  field: string,
  { base, source, target, isUndecided }: SideValues,
): MergedField {
  const [old, wanted, present] = [byKey(base), byKey(source), byKey(target)]
  const value: JsonObject[] = []
  const baseline: JsonObject[] = []
  const undecided: string[] = []
  let isWritten = false
  const others = [...new Set([...old.keys(), ...present.keys()])].filter((key) => !wanted.has(key)).sort()
  for (const key of [...wanted.keys(), ...others]) {
    const path = `${field}[${key}]`
    const known = Array.isArray(base) && (old.has(key) || !isUndecided(path))
    const sides = { known, base: old.get(key), source: wanted.get(key), target: present.get(key) }
    const merged = mergeElement(item, path, field, sides)
    if (merged.value) value.push(merged.value)
    if (merged.isWritten) isWritten = true
    if (merged.baseline) baseline.push(merged.baseline)
    if (merged.isUndecided) undecided.push(path)
  }
  return { value, isWritten, baseline, undecided }
}

interface ElementSides {
  readonly known: boolean
  readonly base: JsonObject | undefined
  readonly source: JsonObject | undefined
  readonly target: JsonObject | undefined
}

function mergeElement(item: ItemMerge, path: string, field: string, sides: ElementSides): MergedElement {
  const { known, base, source, target } = sides
  if (source && target) return mergeFields(item, path, field, { known, base, source, target })
  const decision = decide(item, { path, field, ...sides })
  if (decision === 'source' || decision === 'agreed' || decision === 'same')
    return { value: source, isWritten: decision === 'source', baseline: source, isUndecided: false }
  return { value: target, isWritten: false, baseline: base, isUndecided: !known }
}

function mergeFields(
  item: ItemMerge,
  path: string,
  field: string,
  { known, base, source, target }: ElementSides & { readonly source: JsonObject; readonly target: JsonObject },
): MergedElement {
  if (known && isSameJson(source, target) && isSameJson(source, base))
    return { value: target, isWritten: false, baseline: base, isUndecided: false }
  const written: [string, unknown][] = []
  const remembered: [string, unknown][] = []
  for (const name of Object.keys(source)) {
    if (name === 'key' || source[name] === undefined) continue
    const before = base ? ownValue(base, name) : undefined
    const decision = decide(item, {
      path: `${path}.${name}`,
      field: `${field}.${name}`,
      // An element that both sides added has no past that they share, nor has a field that it never agreed on.
      known: known && before !== undefined,
      base: before,
      source: source[name],
      target: ownValue(target, name),
    })
    if (decision === 'source') written.push([name, source[name]])
    const isAgreed = decision === 'source' || decision === 'agreed' || decision === 'same'
    const kept = isAgreed ? source[name] : before
    if (kept !== undefined) remembered.push([name, kept])
  }
  const { key } = source
  return {
    value: written.length === 0 ? target : Object.fromEntries([...Object.entries(target), ...written]),
    isWritten: written.length > 0,
    baseline: Object.fromEntries([...Object.entries(base ?? {}), ['key', key], ...remembered]),
    isUndecided: false,
  }
}

function byKey(value: unknown): ReadonlyMap<string, JsonObject> {
  const list = Array.isArray(value) ? (value as readonly JsonObject[]) : []
  return new Map(list.map((element) => [String(element['key']), element]))
}
