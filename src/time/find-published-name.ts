import { foldName } from './fold-name.ts'
import { type LabelContext, zonesInCountry } from './label-context.ts'
import type { Claims } from './label-tables.ts'
import { type Finding, refused, resolved, type TimeZoneWarning } from './time-zone-result.ts'

/** The ids and display names of Windows that take the United States and Canada together. */
const canadianNames = /^(?:pacific|mountain|central) (?:standard time$|time\b.*canada)/

/** Reads a name that Windows, Rails or CLDR publishes: an id, a display name, a city list, a long name. */
export function findPublishedName(label: string, context: LabelContext): Finding | null {
  const name = foldName(label)
  const direct = context.tables.names.get(name)
  if (direct !== undefined) return choose(name, direct, context, 'alias')
  for (const variant of variants(name)) {
    const claims = context.tables.names.get(variant)
    if (claims !== undefined) return choose(variant, claims, context, 'inferred')
  }
  return null
}

/** What Outlook and Windows make of a name: a number after a colliding id, a Russian zone's number, the name of an id in summer. */
function variants(name: string): string[] {
  const plain = name.replace(/ rtz \d+$/, '').replace(/( time\b.*) [1-9]$/, '$1')
  return [plain, plain.replace(/ (daylight|summer) time\b/, ' standard time')].filter((variant) => variant !== name)
}

function choose(name: string, claims: Claims, context: LabelContext, confidence: 'alias' | 'inferred'): Finding {
  const { source, country } = context
  const [first] = claims
  const locals = new Set(claims.flatMap(({ territories }) => territories.get(country ?? '') ?? []))
  const [local] = locals
  const meanings = [...new Set(claims.flatMap(({ zones }) => zones))]
  if (local !== undefined) {
    const warnings: TimeZoneWarning[] = country === 'CA' && canadianNames.test(name) ? ['canada-windows-id'] : []
    if (locals.size > 1) warnings.push('sources-disagree')
    return resolved(local, first.method, locals.size > 1 ? 'guess' : confidence, warnings, [...locals, ...meanings])
  }
  const inCountry = zonesInCountry(meanings, context)
  if (first.zones.length > 1 && inCountry.length !== 1) {
    return refused('ambiguous', 'This name stands for several zones; give an override.', meanings)
  }
  const [zone = ''] = inCountry.length > 0 ? inCountry : first.zones
  const warnings: TimeZoneWarning[] = []
  if (meanings.length > 1) warnings.push('sources-disagree')
  // Windows has ids that read like an offset.
  if (/^utc[+-]/.test(name)) warnings.push('fixed-offset-no-dst')
  if (country !== null && inCountry.length === 0 && source.countryOf(zone) !== null) warnings.push('country-mismatch')
  return resolved(zone, first.method, meanings.length > 1 ? 'guess' : confidence, warnings, meanings)
}
