import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** A CLDR metazone: zones that share their names, with the zone that stands for them all and one for each country. */
export interface Metazone {
  readonly id: string
  readonly zone: string
  readonly territories: ReadonlyMap<string, string>
  readonly names: readonly string[]
  readonly abbreviations: readonly string[]
  readonly inUse: boolean
}

export interface ZoneNaming {
  readonly zone: string
  readonly names: readonly string[]
  readonly abbreviations: readonly string[]
}

interface Names {
  readonly long?: Readonly<Record<string, string>>
  readonly short?: Readonly<Record<string, string>>
}

type NameTree = { readonly [key: string]: NameTree | Names | string }

interface UsesMetazone {
  readonly usesMetazone: { readonly _mzone: string; readonly _to?: string }
}

interface Supplement {
  readonly metaZones: {
    readonly metazoneInfo: { readonly timezone: UsageTree }
    readonly metazones: readonly {
      readonly mapZone: { readonly _other: string; readonly _type: string; readonly _territory: string }
    }[]
  }
}

type UsageTree = { readonly [key: string]: UsageTree | readonly UsesMetazone[] }

export interface Metazones {
  readonly metazones: readonly Metazone[]
  readonly zoneNamings: readonly ZoneNaming[]
  /** Zones to the metazone that they use today. */
  readonly metazoneOf: ReadonlyMap<string, string>
}

/** Metazones with their English long names, and the short names of all English locales. */
export function readMetazones(primaryOf: ReadonlyMap<string, string>): Metazones {
  const { supplemental }: { supplemental: Supplement } = require('cldr-core/supplemental/metaZones.json')
  const metazoneOf = currentUsage(supplemental.metaZones.metazoneInfo.timezone, primaryOf)
  const goldenOf = new Map<string, string>()
  const territoriesOf = new Map<string, Map<string, string>>()
  for (const { mapZone } of supplemental.metaZones.metazones) {
    const { _other: id, _type: type, _territory: territory } = mapZone
    const zone = primaryOf.get(type) ?? type
    if (territory === '001') goldenOf.set(id, zone)
    else territoriesOf.set(id, (territoriesOf.get(id) ?? new Map<string, string>()).set(territory, zone))
  }
  const english = readEnglish()
  const used = new Set(metazoneOf.values())
  const metazones = [...goldenOf].map(([id, zone]) => ({
    id,
    zone,
    territories: new Map([...(territoriesOf.get(id) ?? [])].filter(([, other]) => other !== zone)),
    names: english.longNames.get(id) ?? [],
    abbreviations: [...(english.shortNames.get(id) ?? [])],
    inUse: used.has(id),
  }))
  const zoneNamings = [...english.zoneNames].map(([zone, names]) => ({
    zone: primaryOf.get(zone) ?? zone,
    names: names.names,
    abbreviations: names.abbreviations,
  }))
  return { metazones, zoneNamings, metazoneOf }
}

function currentUsage(
  tree: UsageTree,
  primaryOf: ReadonlyMap<string, string>,
  path: readonly string[] = [],
): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const name = [...path, key]
    if (!Array.isArray(value)) {
      for (const [zone, id] of currentUsage(value as UsageTree, primaryOf, name)) found.set(zone, id)
      continue
    }
    const current = (value as readonly UsesMetazone[]).find(({ usesMetazone: { _to: to } }) => to === undefined)
    if (current === undefined) continue
    const { _mzone: id } = current.usesMetazone
    found.set(primaryOf.get(name.join('/')) ?? name.join('/'), id)
  }
  return found
}

interface English {
  readonly longNames: Map<string, string[]>
  readonly shortNames: Map<string, Set<string>>
  readonly zoneNames: Map<string, { names: string[]; abbreviations: string[] }>
}

function readEnglish(): English {
  const main = join(dirname(require.resolve('cldr-dates-full/package.json')), 'main')
  const english: English = { longNames: new Map(), shortNames: new Map(), zoneNames: new Map() }
  for (const locale of readdirSync(main)
    .filter((name) => name === 'en' || name.startsWith('en-'))
    .sort()) {
    if (/^en-(Shaw|Dsrt)/.test(locale)) continue
    const file: {
      main: Record<string, { dates: { timeZoneNames: { zone?: NameTree; metazone?: Record<string, Names> } } }>
    } = JSON.parse(readFileSync(join(main, locale, 'timeZoneNames.json'), 'utf8'))
    const names = file.main[locale]?.dates.timeZoneNames
    for (const [id, { long, short }] of Object.entries(names?.metazone ?? {})) {
      if (locale === 'en') english.longNames.set(id, Object.values(long ?? {}))
      const shorts = english.shortNames.get(id) ?? new Set<string>()
      for (const abbreviation of meant(short)) shorts.add(abbreviation)
      english.shortNames.set(id, shorts)
    }
    if (names?.zone !== undefined) collectZoneNames(names.zone, [], english.zoneNames)
  }
  return english
}

function collectZoneNames(tree: NameTree, path: readonly string[], into: English['zoneNames']): void {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') continue
    const names = value as Names
    if (names.long === undefined && names.short === undefined) {
      collectZoneNames(value as NameTree, [...path, key], into)
      continue
    }
    const zone = [...path, key].join('/')
    const entry = into.get(zone) ?? { names: [], abbreviations: [] }
    entry.names = [...new Set([...entry.names, ...meant(names.long)])]
    entry.abbreviations = [...new Set([...entry.abbreviations, ...meant(names.short)])]
    into.set(zone, entry)
  }
}

/** Without CLDR's sign for "no name here". */
function meant(names: Readonly<Record<string, string>> | undefined): string[] {
  return Object.values(names ?? {}).filter((name) => !name.includes('\u2205'))
}
