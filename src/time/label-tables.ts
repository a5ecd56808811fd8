import { labelData } from './data/labels.ts'
import { foldName } from './fold-name.ts'

/** What one source says that a name means. */
export interface Claim {
  readonly method: 'windows' | 'display-name' | 'rails' | 'cldr-name'
  /** More than one where the source itself leaves it open. */
  readonly zones: readonly string[]
  /** The zone that the name means in a country, where that is another one. */
  readonly territories: ReadonlyMap<string, string>
}

/** The zones that an abbreviation may mean, the likeliest first. */
export interface AbbreviationMeaning {
  readonly zones: readonly string[]
  readonly kind: 'settled' | 'open' | 'java'
}

/** What the sources say that one name means: at least one of them does. */
export type Claims = readonly [Claim, ...Claim[]]

export interface LabelTables {
  /** By folded name; the claims of Windows come first. */
  readonly names: ReadonlyMap<string, Claims>
  /** By primary zone: names of its city beside the last part of the zone's own name. */
  readonly cities: ReadonlyMap<string, readonly string[]>
  /** By capitals. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationMeaning>
  /** By the zone that stands for a metazone: the zone that stands for it in a country. */
  readonly metazoneTerritories: ReadonlyMap<string, ReadonlyMap<string, string>>
}

let tables: LabelTables | null = null

/** The tables of labels, read when first needed. */
export function labelTables(): LabelTables {
  return (tables ??= readLabelTables())
}

const nowhere: ReadonlyMap<string, string> = new Map()

function readLabelTables(): LabelTables {
  const names = new Map<string, [Claim, ...Claim[]]>()
  const metazoneTerritories = new Map<string, ReadonlyMap<string, string>>()
  const claim = (name: string, method: Claim['method'], zones: readonly string[], territories = nowhere): void => {
    const key = foldName(name)
    const claims = names.get(key)
    if (claims === undefined) names.set(key, [{ method, zones, territories }])
    else claims.push({ method, zones, territories })
  }
  for (const [id = '', displays = '', zone = '', countries = ''] of rows(labelData.windows)) {
    const territories = readTerritories(countries)
    claim(id, 'windows', [zone], territories)
    for (const display of parts(displays)) claim(display, 'display-name', [zone], territories)
  }
  for (const [zone = '', list = ''] of rows(labelData.rails)) {
    for (const name of list.split(';')) claim(name === '' ? cityOf(zone) : name, 'rails', [zone])
  }
  for (const [zones = '', list = '', countries = ''] of rows(labelData.cldr)) {
    const territories = readTerritories(countries)
    if (territories.size > 0) metazoneTerritories.set(zones, territories)
    for (const name of parts(list).flatMap(family)) claim(name, 'cldr-name', zones.split(' '), territories)
  }
  // Last, because nobody publishes these any more.
  for (const [zone = '', displays = ''] of rows(labelData.historic)) {
    for (const display of displays.split(';')) claim(display, 'display-name', [zone])
  }
  const cities = new Map(rows(labelData.cities).map(([zone = '', list = '']) => [zone, list.split(';')]))
  return { names, cities, abbreviations: readAbbreviations(), metazoneTerritories }
}

function readAbbreviations(): Map<string, AbbreviationMeaning> {
  const meanings = new Map<string, AbbreviationMeaning>()
  for (const line of labelData.abbreviations.split('\n')) {
    const [abbreviation = '', ...zones] = line.split(' ')
    const kind = abbreviation.startsWith('!') ? 'open' : abbreviation.startsWith('@') ? 'java' : 'settled'
    meanings.set(kind === 'settled' ? abbreviation : abbreviation.slice(1), { zones, kind })
  }
  return meanings
}

function rows(text: string): string[][] {
  return text.split('\n').map((line) => line.split('|'))
}

function parts(text: string): string[] {
  return text === '' ? [] : text.split(';')
}

function readTerritories(text: string): ReadonlyMap<string, string> {
  return text === '' ? nowhere : new Map(text.split(';').map((entry) => [entry.slice(0, 2), entry.slice(3)]))
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

function family(name: string): string[] {
  if (!name.endsWith(' *') && !name.endsWith(' +')) return [name]
  const stem = name.slice(0, -2)
  return [`${stem} Time`, `${stem} Standard Time`, `${stem} ${name.endsWith('*') ? 'Summer' : 'Daylight'} Time`]
}
