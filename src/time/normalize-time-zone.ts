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

/** Results that were found before, for one country or for none. Bounded, because labels come from outside. */
interface Results {
  readonly country: string | null
  readonly byLabel: Map<string, TimeZoneResult>
}

interface Memo {
  readonly source: ZoneSource
  readonly anywhere: Results
  /** By the country as it was given, so that it need not be read each time. */
  readonly inCountry: Map<string, Results>
}

let memo: Memo | null = null
const mostLabels = 10_000
const mostCountries = 300
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
  if (memo?.source !== source) memo = openMemo(source)
  if (options === undefined) return find(memo, memo.anywhere, label)
  const override = options.overrides?.get(label)
  if (override !== undefined) return spell(applyOverride(label, override, source), options, source)
  return spell(find(memo, resultsFor(memo, options.country), label), options, source)
}

function openMemo(source: ZoneSource): Memo {
  return { source, anywhere: { country: null, byLabel: new Map() }, inCountry: new Map() }
}

function resultsFor({ anywhere, inCountry }: Memo, country: string | undefined): Results {
  if (typeof country !== 'string') return anywhere
  let results = inCountry.get(country)
  if (results === undefined) {
    const code = countryCode(country)
    results = code === null ? anywhere : { country: code, byLabel: new Map() }
    remember(inCountry, country, results, mostCountries)
  }
  return results
}

function find({ source }: Memo, { country, byLabel }: Results, label: string): TimeZoneResult {
  const known = byLabel.get(label)
  if (known !== undefined) return known
  if (typeof label !== 'string') throw new InvalidArgumentError(`A time zone label is a string, got ${typeof label}.`)
  const result = finish(label, findLabel(label, { source, tables: labelTables(), country }))
  remember(byLabel, label, result, mostLabels)
  return result
}

function remember<Value>(memory: Map<string, Value>, key: string, value: Value, most: number): void {
  if (key.length > longestKey) return
  if (memory.size >= most) memory.clear()
  memory.set(key, value)
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
