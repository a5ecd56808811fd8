import { cityIndex } from './city-index.ts'
import { squashName } from './fold-name.ts'
import type { LabelContext } from './label-context.ts'
import { type Finding, refused, resolved } from './time-zone-result.ts'

/** Reads the bare name of a city that a zone is named for. Other cities may have that name, so it is a guess, and none in another country. */
export function findCity(label: string, { source, tables, country }: LabelContext): Finding | null {
  const zones = [...(cityIndex(source, tables).everywhere.get(squashName(label)) ?? [])]
  const [zone] = zones
  if (zone === undefined) return null
  if (zones.length > 1) return refused('ambiguous', 'Several zones are named for a city of this name.', zones)
  if (country === null || source.countryOf(zone) === country) return resolved(zone, 'cldr-name', 'guess', ['city-name'])
  return refused('unknown', `The city of this name that is known here is not in ${country}.`, zones)
}
