import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export interface WindowsZone {
  readonly id: string
  readonly zone: string
  /** The zone that the id means in a country, where that is another one. */
  readonly territories: ReadonlyMap<string, string>
  readonly displays: readonly string[]
}

interface MapZone {
  readonly mapZone: { readonly _other: string; readonly _type: string; readonly _territory: string }
}

/** Ids that Microsoft announced for the rule changes of 2026 and CLDR does not have yet. */
const newerIds: readonly (readonly [id: string, zone: string, display: string])[] = [
  ['Alberta Standard Time', 'America/Edmonton', 'Alberta'],
  ['British Columbia Standard Time', 'America/Vancouver', 'British Columbia'],
]

/** Windows ids by territory from the npm package cldr-core; display names from the comments of CLDR's windowsZones.xml. */
export function readWindowsZones(xmlPath: string, primaryOf: ReadonlyMap<string, string>): WindowsZone[] {
  const json: {
    supplemental: { windowsZones: { mapTimezones: MapZone[] } }
  } = require('cldr-core/supplemental/windowsZones.json')
  const displayOf = readDisplays(xmlPath)
  const zones = new Map<string, { zone: string; territories: Map<string, string> }>()
  for (const { mapZone } of json.supplemental.windowsZones.mapTimezones) {
    const { _other: id, _type: types, _territory: territory } = mapZone
    const zone = primaryOf.get(types.split(' ')[0] ?? '') ?? types
    const entry = zones.get(id) ?? { zone: '', territories: new Map<string, string>() }
    if (territory === '001') entry.zone = zone
    else if (territory !== 'ZZ') entry.territories.set(territory, zone)
    zones.set(id, entry)
  }
  const known = [...zones].map(([id, { zone, territories }]) => {
    const others = new Map([...territories].filter(([, other]) => other !== zone))
    const display = displayOf.get(id)
    return { id, zone, territories: others, displays: display === undefined ? [] : [display] }
  })
  const newer = newerIds
    .filter(([id]) => !zones.has(id))
    .map(([id, zone, display]) => ({ id, zone, territories: new Map<string, string>(), displays: [display] }))
  return [...known, ...newer].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function readDisplays(xmlPath: string): Map<string, string> {
  const displayOf = new Map<string, string>()
  const pairs = readFileSync(xmlPath, 'utf8').matchAll(/<!--\s*\(UTC[^)]*\)\s*(.*?)\s*-->\s*<mapZone other="([^"]+)"/g)
  for (const [, display = '', id = ''] of pairs) displayOf.set(id, display)
  return displayOf
}
