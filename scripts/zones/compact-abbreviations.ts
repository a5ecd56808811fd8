import { javaShortIds } from './historic-labels.ts'
import type { Metazones } from './read-metazones.ts'
import { type CompiledZone, readTzif } from './read-tzif.ts'

const usedFrom = Date.UTC(2024, 0, 1) / 1000
const usedTo = Date.UTC(2028, 0, 1) / 1000
/** RFC 5322, section 4.3: in mail these are the zones of the United States, whatever else they mean. */
const mailZones = new Set(['EST', 'EDT', 'CST', 'CDT', 'MST', 'MDT', 'PST', 'PDT'])

/**
 * What each abbreviation may mean, in CLDR, in IANA's zones of today and in Java: `ABBR zone zone`, the likeliest first.
 *
 * `!` stands before those that mean different clocks and have no standing rule, `@` before those that Java alone has.
 */
export function compactAbbreviations(zoneinfo: string, primaries: readonly string[], cldr: Metazones): string[] {
  const meanings = new Map<string, Set<string>>()
  const mean = (abbreviation: string, zone: string): void => {
    const key = abbreviation.toUpperCase()
    meanings.set(key, (meanings.get(key) ?? new Set<string>()).add(zone))
  }
  const compiled = new Map(primaries.map((name) => [name, readTzif(`${zoneinfo}/${name}`)]))
  const goldenOf = new Map(cldr.metazones.map(({ id, zone }) => [id, zone]))
  const namings = new Map(cldr.zoneNamings.map((naming) => [naming.zone, naming.abbreviations]))
  for (const { zone, abbreviations } of cldr.metazones.filter(({ inUse }) => inUse))
    abbreviations.forEach((text) => mean(text, zone))
  for (const { zone, abbreviations } of cldr.zoneNamings) abbreviations.forEach((text) => mean(text, zone))
  const used = new Map([...compiled].map(([zone, file]) => [zone, abbreviationsInUse(file)]))
  for (const [zone, abbreviations] of used) {
    const golden = goldenOf.get(cldr.metazoneOf.get(zone) ?? '') ?? zone
    for (const abbreviation of abbreviations) {
      if (namings.get(zone)?.includes(abbreviation)) mean(abbreviation, zone)
      // A zone that left its neighbours' clock is no reason to take their zone for the abbreviation.
      else if (used.get(golden)?.includes(abbreviation)) mean(abbreviation, golden)
    }
  }
  for (const { zone, abbreviations } of cldr.metazones.filter(({ inUse }) => !inUse))
    abbreviations.forEach((text) => mean(text, zone))
  const known = new Set(meanings.keys())
  for (const [abbreviation, zone] of Object.entries(javaShortIds)) mean(abbreviation, zone)
  return [...meanings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([abbreviation, zones]) => {
      const clocks = new Set([...zones].map((zone) => clockOf(compiled.get(zone))))
      const mark = !known.has(abbreviation) ? '@' : clocks.size > 1 && !mailZones.has(abbreviation) ? '!' : ''
      return `${mark}${abbreviation} ${[...zones].join(' ')}`
    })
}

function abbreviationsInUse({ changes }: CompiledZone): string[] {
  const used = changes.filter(({ at }, i) => at < usedTo && (changes[i + 1]?.at ?? Infinity) > usedFrom)
  return [...new Set(used.map(({ abbreviation }) => abbreviation))].filter((text) => /^[A-Za-z]{3,5}$/.test(text))
}

function clockOf(file: CompiledZone | undefined): string {
  if (file === undefined) return ''
  const used = file.changes.filter(({ at }, i) => at < usedTo && (file.changes[i + 1]?.at ?? Infinity) > usedFrom)
  return used.map(({ at, offset }) => `${Math.max(at, usedFrom)} ${offset}`).join()
}
