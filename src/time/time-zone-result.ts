/** How a label was understood. */
export type TimeZoneMethod =
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

/**
 * What to know before trusting a zone.
 *
 * - `abbreviation`: an abbreviation is no zone; the likeliest was taken
 * - `other-meanings`: elsewhere the abbreviation means another clock, see `candidates`
 * - `java-legacy-id`: one of Java's three-letter ids, which mean other things elsewhere
 * - `fixed-offset-no-dst`: this clock never changes, unlike most places that the label may have meant
 * - `legacy-posix-style`: an old name for the clock of a region, not for a place
 * - `gmt-may-be-java-default`: Java answers GMT for every name that it does not know
 * - `sources-disagree`: Windows, Rails and CLDR give this name different zones; Windows comes first
 * - `offset-mismatch`: the zone has not kept the offset before the name since 2010
 * - `settled-by-offset`: the name was ambiguous, and only this meaning fits the offset before it
 * - `country-mismatch`: the label means nothing special in the country that was given
 * - `canada-windows-id`: in Canada this Windows id covers provinces that changed their rules in 2026
 * - `several-zones`: other zones have the same rules, see `candidates`
 * - `city-name`: the bare name of a city that a zone is named for; other cities may have that name
 * - `leap-seconds`: the name is from a tree of zones that count leap seconds
 */
export type TimeZoneWarning =
  | 'abbreviation'
  | 'other-meanings'
  | 'java-legacy-id'
  | 'fixed-offset-no-dst'
  | 'legacy-posix-style'
  | 'gmt-may-be-java-default'
  | 'sources-disagree'
  | 'offset-mismatch'
  | 'settled-by-offset'
  | 'country-mismatch'
  | 'canada-windows-id'
  | 'several-zones'
  | 'city-name'
  | 'leap-seconds'

/**
 * What a label turned out to be.
 *
 * `zone` is the primary IANA name of ECMA-402. `confidence`: `exact` is an IANA name of its own, `alias` a published name for
 * one zone, `inferred` a rule that was applied, `guess` the likeliest of several. `candidates` are other zones that it could mean.
 */
export type TimeZoneResult = ResolvedTimeZone | RefusedTimeZone

export interface ResolvedTimeZone {
  readonly kind: 'resolved'
  readonly input: string
  readonly zone: string
  readonly method: TimeZoneMethod
  readonly confidence: 'exact' | 'alias' | 'inferred' | 'guess'
  readonly warnings: readonly TimeZoneWarning[]
  readonly candidates: readonly string[]
}

export interface RefusedTimeZone {
  readonly kind: 'refused'
  readonly input: string
  readonly code: 'ambiguous' | 'unknown' | 'empty' | 'custom' | 'out-of-range' | 'local'
  readonly candidates: readonly string[]
  readonly message: string
}

/** A result before it is joined with the label as it came. */
export type Finding = Omit<ResolvedTimeZone, 'input'> | Omit<RefusedTimeZone, 'input'>

export function resolved(
  zone: string,
  method: TimeZoneMethod,
  confidence: ResolvedTimeZone['confidence'],
  warnings: readonly TimeZoneWarning[] = [],
  candidates: readonly string[] = [],
): Finding {
  return {
    kind: 'resolved',
    zone,
    method,
    confidence,
    warnings,
    candidates: candidates.filter((other) => other !== zone),
  }
}

export function refused(code: RefusedTimeZone['code'], message: string, candidates: readonly string[] = []): Finding {
  return { kind: 'refused', code, candidates, message }
}
