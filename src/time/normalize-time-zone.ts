import { currentZoneSource } from './zone-registry.ts'

export interface NormalizeTimeZoneOptions {
  readonly country?: string
  readonly overrides?: ReadonlyMap<string, string>
  readonly spelling?: 'current' | 'legacy'
}

export type TimeZoneResult =
  | {
      readonly kind: 'resolved'
      readonly input: string
      readonly zone: string
      readonly method:
        | 'iana'
        | 'iana-link'
        | 'windows'
        | 'display-name'
        | 'rails'
        | 'cldr-name'
        | 'country-city'
        | 'posix'
        | 'offset'
        | 'abbreviation'
        | 'java'
        | 'ical'
        | 'override'
      readonly confidence: 'exact' | 'alias' | 'inferred' | 'guess'
      readonly warnings: readonly string[]
      readonly candidates: readonly string[]
    }
  | {
      readonly kind: 'refused'
      readonly input: string
      readonly code: 'ambiguous' | 'unknown' | 'empty' | 'custom' | 'out-of-range' | 'local'
      readonly candidates: readonly string[]
      readonly message: string
    }

/** Finds the primary IANA name that a label stands for. */
export function normalizeTimeZone(label: string, options: NormalizeTimeZoneOptions = {}): TimeZoneResult {
  const source = currentZoneSource()
  const override = options.overrides?.get(label)
  const name = source.findName((override ?? label).trim())
  const primary = name === null ? undefined : source.primaryOf.get(name)
  if (name === null || primary === undefined) {
    const code = label.trim() === '' ? 'empty' : 'unknown'
    return { kind: 'refused', input: label, code, candidates: [], message: 'No such time zone.' }
  }
  const zone = options.spelling === 'legacy' ? (source.legacyOf.get(primary) ?? primary) : primary
  const method = override !== undefined ? 'override' : name === primary ? 'iana' : 'iana-link'
  return {
    kind: 'resolved',
    input: label,
    zone,
    method,
    confidence: name === primary ? 'exact' : 'alias',
    warnings: [],
    candidates: [],
  }
}
