import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

type NameTree = { readonly [key: string]: NameTree | string }

/** CLDR's English name of each primary zone's city; most zones have none, because the last part of their own name says it. */
export function readCities(primaryOf: ReadonlyMap<string, string>): Map<string, string> {
  const {
    main,
  }: {
    main: { en: { dates: { timeZoneNames: { zone: NameTree } } } }
  } = require('cldr-dates-full/main/en/timeZoneNames.json')
  const cities = new Map<string, string>()
  const collect = (tree: NameTree, path: readonly string[]): void => {
    for (const [key, value] of Object.entries(tree)) {
      const zone = primaryOf.get(path.join('/'))
      if (typeof value !== 'string') collect(value, [...path, key])
      else if (key === 'exemplarCity' && zone !== undefined) cities.set(zone, value)
    }
  }
  collect(main.en.dates.timeZoneNames.zone, [])
  return cities
}
