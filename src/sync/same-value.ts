import { normalizeTimeZone, parseInstant, parseWall } from '../time/index.ts'
import { canonicalJson } from './digest.ts'
import { compareText } from './entity-kinds.ts'
import { type JsonObject, ownValue } from './json-object.ts'

/** Whether two values of the field mean the same, however they are written. The field's name says what its text is. */
export type SameValue = (field: string, a: unknown, b: unknown) => boolean

const instantFields: ReadonlySet<string> = new Set([
  'from',
  'to',
  'at',
  'renewBy',
  'firstStart',
  'start',
  'newStart',
  'newEnd',
])
const wallFields: ReadonlySet<string> = new Set(['startsAtWall', 'endsAtWall', 'anchorWall'])
/** Lists whose order means nothing. */
const unorderedFields: ReadonlySet<string> = new Set(['targets', 'of', 'days', 'months', 'rotationKeys'])

/**
 * Zones are equal by their primary IANA name, instants and wall-clock times by the time they name, e-mail addresses without regard to
 * case. It remembers the zones that it has seen; make one for each plan.
 */
export function createSameValue(): SameValue {
  const zones = new Map<string, string>()
  const zoneOf = (label: string): string => {
    let zone = zones.get(label)
    if (zone === undefined) {
      const result = normalizeTimeZone(label)
      zone = result.kind === 'resolved' && result.confidence !== 'guess' ? result.zone : label
      zones.set(label, zone)
    }
    return zone
  }

  const isSameText = (field: string, a: string, b: string): boolean => {
    if (field === 'timeZone') return zoneOf(a) === zoneOf(b)
    if (field === 'email' || field === 'address') return a.toLowerCase() === b.toLowerCase()
    if (instantFields.has(field)) return isSameTime(parseInstant, a, b) || isSameTime(parseWall, a, b)
    return wallFields.has(field) && isSameTime(parseWall, a, b)
  }

  const isSame: SameValue = (field, a, b) => {
    if (a === b) return true
    if (typeof a === 'string' && typeof b === 'string') return isSameText(field, a, b)
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
    if (Array.isArray(a) || Array.isArray(b)) {
      if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
      const [left, right] = unorderedFields.has(field) ? [inOrder(a), inOrder(b)] : [a, b]
      return left.every((item: unknown, index) => isSame(field, item, right[index]))
    }
    const [left, right] = [a as JsonObject, b as JsonObject]
    const names = new Set([...Object.keys(left), ...Object.keys(right)])
    return [...names].every((name) => isSame(name, ownValue(left, name), ownValue(right, name)))
  }
  return isSame
}

function inOrder(list: readonly unknown[]): readonly unknown[] {
  return list
    .map((item) => ({ item, text: canonicalJson(item) }))
    .sort((a, b) => compareText(a.text, b.text))
    .map(({ item }) => item)
}

function isSameTime(parse: (text: string) => number, a: string, b: string): boolean {
  try {
    return parse(a) === parse(b)
  } catch {
    // Text that is no time has nothing but its letters to compare.
    return false
  }
}
