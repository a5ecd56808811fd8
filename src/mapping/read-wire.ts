import { parseInstant } from '../time/index.ts'
import { approximated, type MappingIssue } from './mapping-issue.ts'

export type WireObject = Readonly<Record<string, unknown>>

const noFields: WireObject = Object.freeze(Object.create(null) as Record<string, unknown>)

/** The value as an object; an empty one where it is none. */
export function readObject(value: unknown): WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as WireObject) : noFields
}

/** The items of a page or a bare array, in any nesting of the two that the API gives. */
export function readList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const data = readObject(value)['data']
  return Array.isArray(data) ? data : []
}

/** Path of the items of a list inside its value: pages keep theirs under `data`. */
export function listPath(path: string, value: unknown): string {
  return Array.isArray(value) ? path : `${path}.data`
}

/** Whether there is no value: the source leaves keys out, and what is `null` or empty says no more. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

/** Trimmed text; numbers count as text; `null` for anything else and for nothing. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text === '' ? null : text
}

/** An enum's word in upper case, with spaces and hyphens as underscores; empty where there is none. */
export function readWord(value: unknown): string {
  return (readText(value) ?? '').toUpperCase().replace(/[\s-]+/g, '_')
}

/** The id of an object that another refers to. */
export function readId(value: unknown): string | null {
  return readText(readObject(value)['id'])
}

/** Everything is, but what says that it is not. */
export function isActive(wire: WireObject): boolean {
  return readWord(wire['status']) !== 'INACTIVE'
}

/** The names of a person: the two of their own, else the user ID, else the id. */
export function readNames(
  wire: WireObject,
  id: string,
): { readonly name: string; readonly givenName: string | null; readonly familyName: string | null } {
  const [givenName, familyName] = [readText(wire['firstName']), readText(wire['lastName'])]
  const name = [givenName, familyName].filter(Boolean).join(' ') || (readText(wire['targetName']) ?? id)
  return { name, givenName, familyName }
}

export function readFlag(value: unknown, fallback: boolean): boolean {
  if (typeof value === 'boolean') return value
  const word = readWord(value)
  return word === 'TRUE' ? true : word === 'FALSE' ? false : fallback
}

/** A number, also where it came as text; `null` otherwise. */
export function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** A whole number from `least` to `most`; `null` for anything else. */
export function readWhole(value: unknown, least: number, most: number): number | null {
  const number = readNumber(value) ?? NaN
  return Number.isInteger(number) && number >= least && number <= most ? number : null
}

/** A year. */
const mostMinutes = 527_040

/** Minutes of zero or more, at most a year; what cannot be read counts as none and is reported. */
export function readMinutes(value: unknown, path: string, issues: MappingIssue[]): number {
  if (isMissing(value)) return 0
  const minutes = readNumber(value)
  if (minutes !== null && minutes >= 0 && minutes <= mostMinutes) return minutes
  issues.push(approximated('field.unreadable', path, 'Not a number of minutes; none is assumed.'))
  return 0
}

/** Wall-clock times of the model have four digits for the year, in every zone. */
const earliest = Date.UTC(1900, 0, 1)
const latest = Date.UTC(9900, 0, 1)

/** An instant in epoch milliseconds, `null` where the text is none or lies outside of the years 1900 to 9899. */
export function readInstant(value: unknown): number | null {
  if (typeof value !== 'string') return null
  try {
    const epochMs = parseInstant(value.trim())
    return epochMs >= earliest && epochMs < latest ? epochMs : null
  } catch {
    return null
  }
}
