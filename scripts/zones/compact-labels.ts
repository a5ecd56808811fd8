import { squashName } from '../../src/time/fold-name.ts'
import { historicDisplays, historicWindowsIds } from './historic-labels.ts'
import type { Metazones } from './read-metazones.ts'
import type { WindowsZone } from './read-windows-zones.ts'

function compactTerritories(territories: ReadonlyMap<string, string>): string {
  return [...territories].map(([country, zone]) => `${country} ${zone}`).join(';')
}

/** `id|display;display|zone|CC zone;CC zone`. */
export function compactWindows(zones: readonly WindowsZone[]): string[] {
  const old = Object.entries(historicWindowsIds).map(([id, zone]) => ({
    id,
    zone,
    displays: [],
    territories: new Map<string, string>(),
  }))
  return [...zones, ...old].map(({ id, zone, displays, territories }) =>
    [id, displays.join(';'), zone, compactTerritories(territories)].join('|'),
  )
}

/** `zone|name;name`, of the names that the current displays do not have. */
export function compactHistoric(): string[] {
  return Object.entries(historicDisplays).map(
    ([zone, displays]) => `${zone}|${displays.map((text) => text.replaceAll(';', ',')).join(';')}`,
  )
}

/** `zone|name;name`; a name that is the last part of its zone's name is written as nothing. */
export function compactRails(zones: ReadonlyMap<string, string>): string[] {
  const namesOf = new Map<string, string[]>()
  for (const [name, zone] of zones) {
    const isCity = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ') === name
    namesOf.set(zone, [...(namesOf.get(zone) ?? []), isCity ? '' : name])
  }
  return [...namesOf].sort(([a], [b]) => (a < b ? -1 : 1)).map(([zone, names]) => `${zone}|${names.join(';')}`)
}

/** `zone|name`, of the names that are more than another spelling of the last part of the zone's own. */
export function compactCities(cities: ReadonlyMap<string, string>): string[] {
  return [...cities]
    .filter(([zone, city]) => squashName(city) !== squashName(zone.slice(zone.lastIndexOf('/') + 1)))
    .map(([zone, city]) => `${zone}|${city}`)
    .sort()
}

/** `zone|name;name|CC zone;CC zone`; several zones mean that the names stand for each of them. */
export function compactCldr({ metazones, zoneNamings }: Metazones): string[] {
  const zonesOf = new Map<string, Set<string>>()
  for (const { zone, names } of metazones)
    for (const name of names) zonesOf.set(name, (zonesOf.get(name) ?? new Set<string>()).add(zone))
  const lines = metazones.flatMap(({ zone, names, territories, inUse }) => {
    const own = names.filter((name) => zonesOf.get(name)?.size === 1)
    return own.length === 0 ? [] : [[zone, stems(own), inUse ? compactTerritories(territories) : ''].join('|')]
  })
  const shared = [...zonesOf]
    .filter(([, zones]) => zones.size > 1)
    .map(([name, zones]) => `${[...zones].join(' ')}|${name}|`)
  const single = zoneNamings.map(({ zone, names }) => `${zone}|${names.join(';')}|`)
  return [...new Set([...lines, ...shared, ...single])].sort()
}

/** Writes "Acre Time;Acre Standard Time;Acre Summer Time" as "Acre *": the same word for each family of names. */
function stems(names: readonly string[]): string {
  const stem = (names[0] ?? '').replace(/ Time$/, '')
  const family = (daylight: string): string =>
    [`${stem} Time`, `${stem} Standard Time`, `${stem} ${daylight} Time`].join(';')
  const all = names.join(';')
  if (all === family('Summer')) return `${stem} *`
  if (all === family('Daylight')) return `${stem} +`
  return all
}
