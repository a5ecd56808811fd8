import { readFileSync } from 'node:fs'

/** The country of each primary zone, from IANA's zone.tab. */
export function readCountries(zoneinfo: string, primaryOf: ReadonlyMap<string, string>): Map<string, string> {
  const countryOf = new Map<string, string>()
  for (const line of readFileSync(`${zoneinfo}/zone.tab`, 'latin1').split('\n')) {
    const [country, , name] = line.split('\t')
    if (country === undefined || country.startsWith('#') || name === undefined) continue
    countryOf.set(primaryOf.get(name) ?? name, country)
  }
  return countryOf
}
