import { type LabelContext, zonesInCountry } from './label-context.ts'
import { type Finding, refused, resolved } from './time-zone-result.ts'
import type { ZoneSource } from './zone-source.ts'

/** Far enough from each other, and late enough, to tell two clocks of today apart. */
const sampleInstants = [Date.UTC(2027, 0, 15), Date.UTC(2027, 6, 15)]

/** Reads an abbreviation such as PST; one that means several clocks is refused unless the country settles it. */
export function findAbbreviation(label: string, context: LabelContext): Finding | null {
  const { source, tables, country } = context
  const text = label.toUpperCase()
  const meaning = tables.abbreviations.get(text)
  if (meaning === undefined) return null
  const { zones, kind } = meaning
  // "at" and "net" are words first.
  if ((kind === 'java' || label.length === 2) && label !== text) return null
  const { method, warning } = kind === 'java' ? javaReading : plainReading
  if (country !== null) {
    const inCountry = zonesInCountry(zones, context)
    const own = inCountry[0] ?? zoneInCountry(zones, tables.metazoneTerritories, country)
    const isSettled = kind !== 'open' || inCountry.every((zone) => sameClock(source, zone, own ?? zone))
    if (own !== undefined && isSettled) return resolved(own, method, 'inferred', [warning], zones)
  }
  if (kind === 'open')
    return refused(
      'ambiguous',
      `${text} means several clocks; give ${country === null ? 'the country or ' : ''}an override.`,
      zones,
    )
  if (kind === 'java' && country !== null)
    return refused('ambiguous', `${text} is an id of Java for a zone elsewhere than in ${country}.`, zones)
  const [zone = ''] = zones
  const meanings = zones.some((other) => !sameClock(source, zone, other)) ? (['other-meanings'] as const) : []
  const elsewhere = country === null ? [] : (['country-mismatch'] as const)
  return resolved(zone, method, 'guess', [warning, ...meanings, ...elsewhere], zones)
}

const javaReading = { method: 'java', warning: 'java-legacy-id' } as const
const plainReading = { method: 'abbreviation', warning: 'abbreviation' } as const

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
