import { getOrAdd } from '../get-or-add.ts'
import { squashName } from './fold-name.ts'
import type { LabelTables } from './label-tables.ts'
import type { ZoneSource } from './zone-source.ts'

/** The zones by the names of their cities: the last part of a zone's name, the part behind the continent, and CLDR's English name. */
export interface CityIndex {
  /** By ISO 3166 alpha-2; older names of a zone count too. */
  readonly byCountry: ReadonlyMap<string, CountryCities>
  /** Primary names only, because links such as US/Central name no city. */
  readonly everywhere: ReadonlyMap<string, ReadonlySet<string>>
}

export interface CountryCities {
  readonly zones: ReadonlySet<string>
  readonly byCity: ReadonlyMap<string, ReadonlySet<string>>
}

const indices = new WeakMap<ZoneSource, CityIndex>()

export function cityIndex(source: ZoneSource, tables: LabelTables): CityIndex {
  return getOrAdd(indices, source, () => indexCities(source, tables))
}

function indexCities(source: ZoneSource, { cities }: LabelTables): CityIndex {
  const byCountry = new Map<string, { zones: Set<string>; byCity: Map<string, Set<string>> }>()
  const everywhere = new Map<string, Set<string>>()
  for (const [name, primary] of source.primaryOf) {
    const code = source.countryOf(primary)
    if (code === null || !name.includes('/')) continue
    const country = getOrAdd(byCountry, code, () => ({ zones: new Set(), byCity: new Map() }))
    country.zones.add(primary)
    const lastPart = name.slice(name.lastIndexOf('/') + 1)
    const published = cities.get(name) ?? []
    for (const city of [lastPart, name.slice(name.indexOf('/') + 1), ...published]) addTo(country.byCity, city, primary)
    if (name === primary) for (const city of [lastPart, ...published]) addTo(everywhere, city, primary)
  }
  return { byCountry, everywhere }
}

function addTo(index: Map<string, Set<string>>, city: string, zone: string): void {
  getOrAdd(index, squashName(city), () => new Set()).add(zone)
}
