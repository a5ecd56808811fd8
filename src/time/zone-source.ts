import { etcZones } from './etc-zones.ts'
import { createHostClock } from './host-clock.ts'
import { firstDifference, probeHostRules } from './host-zone.ts'
import { parseZoneRules, readZoneLines, type TzdbData } from './tzdb-data.ts'
import { createZone, type Zone } from './zone.ts'

/** Zone data in use: which names there are, and the clock of each. */
export interface ZoneSource {
  readonly version: string
  /** Every IANA name, primary or link, to its primary name. */
  readonly primaryOf: ReadonlyMap<string, string>
  /** Primary names to the spelling that hosts with old data know. */
  readonly legacyOf: ReadonlyMap<string, string>
  /** The zones that were asked for so far, by the names they were asked for. */
  readonly zones: ReadonlyMap<string, Zone>
  /** Null for an unknown name. Case does not matter. */
  findZone(name: string): Zone | null
  /** The same clock from the data alone, whatever the host says. */
  findDataZone(name: string): Zone | null
  /** The name in its own case, or null; `name` in any case. */
  findName(name: string): string | null
  /** The POSIX rule that a zone keeps after its written changes; null for UTC and the fixed offsets of `Etc`. */
  ruleText(primary: string): string | null
  /** ISO 3166 alpha-2, or null where a zone belongs to no country. */
  countryOf(primary: string): string | null
}

/** A changed rule shows in every later year: looking at these is enough to see whether a zone differs. */
const compareFromMs = Date.UTC(2015, 0, 1)
const compareToMs = Date.UTC(2040, 0, 1)
const probeFromMs = 0
const probeToMs = Date.UTC(2101, 0, 1)

/** Opens zone data; `newerHost` says to believe the host where the two differ. */
export function createZoneSource(data: TzdbData, newerHost: string | null): ZoneSource {
  const lineOf = readZoneLines(data)
  const fixedOffsets = etcZones()
  const { primaryOf, legacyOf } = readNames(data, [...fixedOffsets.keys(), ...lineOf.keys()])
  const byFoldedName = new Map([...primaryOf.keys()].map((name) => [name.toLowerCase(), name]))
  const byName = new Map([...primaryOf.keys()].map((name) => [name, name]))
  const dataZones = new Map<string, Zone>()
  const zones = new Map<string, Zone>()

  const findName = (name: string): string | null => byName.get(name) ?? byFoldedName.get(name.toLowerCase()) ?? null

  const findDataZone = (name: string): Zone | null => {
    const primary = primaryOf.get(findName(name) ?? '')
    if (primary === undefined) return null
    const known = dataZones.get(primary)
    if (known !== undefined) return known
    const line = lineOf.get(primary)
    const fixed = { initialOffsetMs: fixedOffsets.get(primary) ?? Number.NaN, changes: [], rule: null, ruleFromYear: 0 }
    const zone = createZone(primary, line === undefined ? fixed : parseZoneRules(line.rules))
    dataZones.set(primary, zone)
    return zone
  }

  const findZone = (name: string): Zone | null => {
    const exact = zones.get(name)
    if (exact !== undefined) return exact
    const ownName = findName(name) ?? (newerHost === null ? null : name)
    if (ownName === null) return null
    const primary = primaryOf.get(ownName) ?? ownName
    const zone = zones.get(primary) ?? preferHost(primary, findDataZone(primary), newerHost)
    if (zone === null) return null
    zones.set(primary, zone)
    // Spellings in other cases are not kept: there is no end to them.
    if (ownName === name) zones.set(ownName, zone)
    return zone
  }

  return {
    version: newerHost ?? data.version,
    primaryOf,
    legacyOf,
    zones,
    findZone,
    findDataZone,
    findName,
    ruleText: (primary) => lineOf.get(primary)?.rules.split('|', 1)[0] ?? null,
    countryOf: (primary) => lineOf.get(primary)?.country || null,
  }
}

function preferHost(primary: string, dataZone: Zone | null, newerHost: string | null): Zone | null {
  if (newerHost === null) return dataZone
  const host = createHostClock(primary)
  if (host === null) return dataZone
  if (dataZone !== null && firstDifference(dataZone, host, compareFromMs, compareToMs) === null) return dataZone
  return createZone(primary, probeHostRules(host, probeFromMs, probeToMs))
}

function readNames({ links }: TzdbData, primaries: readonly string[]): Pick<ZoneSource, 'primaryOf' | 'legacyOf'> {
  const pairs = primaries.map((name): [name: string, primary: string] => [name, name])
  const legacyOf = new Map<string, string>()
  for (const line of links.split('\n')) {
    const [primary = '', ...names] = line.split(' ')
    for (const marked of names) {
      const name = marked.replace('~', '')
      pairs.push([name, primary])
      if (name !== marked) legacyOf.set(primary, name)
    }
  }
  // Property names are interned, pieces of a longer text are not; looking one up takes five times as long.
  const names = new Map(Object.keys(Object.fromEntries(pairs)).map((name) => [name, name]))
  return {
    primaryOf: new Map(pairs.map(([name, primary]) => [names.get(name) ?? name, names.get(primary) ?? primary])),
    legacyOf,
  }
}
