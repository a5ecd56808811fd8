import { cityIndex } from './city-index.ts'
import { squashName } from './fold-name.ts'
import type { LabelContext } from './label-context.ts'
import { type Finding, refused, resolved } from './time-zone-result.ts'

/** A list of candidates that a person still reads. */
const mostCandidates = 12

/** Reads xMatters' own form: a country code and a city of IANA's list for that country, such as `US/Los Angeles`. */
export function findCountryCity(label: string, { source, tables, country: home }: LabelContext): Finding | null {
  const match = /^([A-Za-z]{2})\/(.+)$/.exec(label)
  // ACT is a territory of Australia, and the clock of others.
  if (match === null && tables.abbreviations.get(label.toUpperCase())?.kind === 'open') return null
  const code = match === null ? home : countryCode(match[1] ?? '')
  const cities = cityIndex(source, tables).byCountry.get(code ?? '')
  if (cities === undefined) return null
  const found = [...(cities.byCity.get(squashName(match?.[2] ?? label)) ?? [])]
  const [zone, ...others] = found
  if (zone !== undefined && others.length === 0)
    return resolved(zone, 'country-city', match === null ? 'inferred' : 'alias')
  if (match === null) return null
  if (zone !== undefined) return refused('ambiguous', `Several zones of ${code} have this name.`, found)
  const candidates = cities.zones.size <= mostCandidates ? [...cities.zones] : []
  return refused('unknown', `${code} has no zone of this name.`, candidates)
}

/** ISO 3166 alpha-2 in capitals, null where the text is none; the code that people use for the United Kingdom is not ISO's. */
export function countryCode(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (code === 'UK') return 'GB'
  return /^[A-Z]{2}$/.test(code) ? code : null
}
