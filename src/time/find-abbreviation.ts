import type { LabelContext } from './label-context.ts'
import { type Finding, refused, resolved } from './time-zone-result.ts'
import type { ZoneSource } from './zone-source.ts'

/** Far enough from each other, and late enough, to tell two clocks of today apart. */
const sampleInstants = [Date.UTC(2027, 0, 15), Date.UTC(2027, 6, 15)]

/** Reads an abbreviation such as PST; one that means several clocks is refused unless the country settles it. */
export function findAbbreviation(label: string, { source, tables, country }: LabelContext): Finding | null {
  if (label.length > 5) return null
  const meaning = tables.abbreviations.get(label.toUpperCase())
  if (meaning === undefined) return null
  const { zones, kind } = meaning
  // "at" and "net" are words first.
  if ((kind === 'java' || label.length === 2) && label !== label.toUpperCase()) return null
  if (country !== null && kind !== 'java') {
    const own =
      zones.find((zone) => source.countryOf(zone) === country) ??
      zoneInCountry(zones, tables.metazoneTerritories, country)
    if (own !== undefined) return resolved(own, 'abbreviation', 'inferred', ['abbreviation'], zones)
  }
  if (kind === 'open')
    return refused('ambiguous', `${label.toUpperCase()} means several clocks; give the country or an override.`, zones)
  const [zone = ''] = zones
  const elsewhere = country === null ? [] : (['country-mismatch'] as const)
  if (kind === 'java') return resolved(zone, 'java', 'guess', ['java-legacy-id', ...elsewhere], zones)
  const meanings = zones.some((other) => !sameClock(source, zone, other)) ? (['other-meanings'] as const) : []
  return resolved(zone, 'abbreviation', 'guess', ['abbreviation', ...meanings, ...elsewhere], zones)
}

function zoneInCountry(
  zones: readonly string[],
  territories: ReadonlyMap<string, ReadonlyMap<string, string>>,
  country: string,
): string | undefined {
  for (const zone of zones) {
    const own = territories.get(zone)?.get(country)
    if (own !== undefined) return own
  }
  return undefined
}

function sameClock(source: ZoneSource, one: string, other: string): boolean {
  return sampleInstants.every((at) => source.findZone(one)?.offsetMsAt(at) === source.findZone(other)?.offsetMsAt(at))
}
