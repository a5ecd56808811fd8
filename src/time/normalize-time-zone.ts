import { InvalidArgumentError } from '../errors.ts'
import { countryCode } from './find-country-city.ts'
import { findLabel } from './find-label.ts'
import { labelTables } from './label-tables.ts'
import { quoteLabel } from './time-errors.ts'
import { type Finding, resolved, type TimeZoneResult } from './time-zone-result.ts'
import { currentZoneSource } from './zone-registry.ts'
import type { ZoneSource } from './zone-source.ts'

export interface NormalizeTimeZoneOptions {
  /** ISO 3166 alpha-2, any case: narrows Windows ids, abbreviations and other names that mean several zones. Other text is ignored. */
  readonly country?: string
  /** The host's own corrections, label to IANA name; they come before everything else. */
  readonly overrides?: ReadonlyMap<string, string>
  /** `current` (default) says Asia/Kolkata, `legacy` Asia/Calcutta, for hosts with old data. */
  readonly spelling?: 'current' | 'legacy'
}

/** Results that were found before, by label, and by country and label. Bounded, because labels come from outside. */
interface Memo {
  readonly source: ZoneSource
  readonly plain: Map<string, TimeZoneResult>
  readonly byCountry: Map<string, TimeZoneResult>
}

let memo: Memo | null = null
const memoSize = 10_000
const longestKey = 256

/**
 * Finds the primary IANA name that a label stands for, or says why there is none.
 *
 * Reads IANA names and links, Windows ids and display names, Rails and CLDR names, xMatters' `US/Los Angeles` and
 * `(UTC-0800) US/Pacific`, iCalendar ids, POSIX strings, offsets, abbreviations and Java's short ids; see `TimeZoneResult` for what
 * comes back. Only a misused option throws (`InvalidArgumentError`): an override that is no IANA name.
 */
export function normalizeTimeZone(label: string, options?: NormalizeTimeZoneOptions): TimeZoneResult {
  const source = currentZoneSource()
  if (memo?.source !== source) memo = { source, plain: new Map(), byCountry: new Map() }
  if (options === undefined) return memo.plain.get(label) ?? remember(memo.plain, label, label, source, null)
  const override = options.overrides?.get(label)
  if (override !== undefined) return spell(applyOverride(label, override, source), options, source)
  const country = options.country === undefined ? null : countryCode(options.country)
  if (country === null)
    return spell(memo.plain.get(label) ?? remember(memo.plain, label, label, source, null), options, source)
  const key = country + label
  return spell(memo.byCountry.get(key) ?? remember(memo.byCountry, key, label, source, country), options, source)
}

function remember(
  results: Map<string, TimeZoneResult>,
  key: string,
  label: string,
  source: ZoneSource,
  country: string | null,
): TimeZoneResult {
  if (typeof label !== 'string') throw new InvalidArgumentError(`A time zone label is a string, got ${typeof label}.`)
  const result = finish(label, findLabel(label, { source, tables: labelTables(), country }))
  if (key.length <= longestKey) {
    if (results.size >= memoSize) results.clear()
    results.set(key, result)
  }
  return result
}

/** Frozen, because everyone who asks for this label gets the same object. */
function finish(input: string, finding: Finding): TimeZoneResult {
  Object.freeze(finding.candidates)
  if (finding.kind === 'resolved') {
    Object.freeze(finding.warnings)
    return Object.freeze({ ...finding, input })
  }
  return Object.freeze({ ...finding, input, message: `${quoteLabel(input)}: ${finding.message}` })
}

function applyOverride(label: string, override: string, source: ZoneSource): TimeZoneResult {
  const primary = source.primaryOf.get(source.findName(override) ?? '')
  if (primary === undefined) {
    throw new InvalidArgumentError(`The override for ${quoteLabel(label)} is no IANA name: ${quoteLabel(override)}.`)
  }
  return finish(label, resolved(primary, 'override', 'exact'))
}

function spell(result: TimeZoneResult, options: NormalizeTimeZoneOptions, source: ZoneSource): TimeZoneResult {
  if (options.spelling !== 'legacy' || result.kind === 'refused') return result
  const zone = source.legacyOf.get(result.zone)
  return zone === undefined ? result : { ...result, zone }
}
