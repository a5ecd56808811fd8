import { readFileSync } from 'node:fs'

/** Names that Rails' main branch has and the packaged release has not. */
const newerNames: readonly (readonly [name: string, zone: string])[] = [
  ['Alberta', 'America/Edmonton'],
  ['Asuncion', 'America/Asuncion'],
  ['Pacific Time (Canada)', 'America/Vancouver'],
]

/** The names of ActiveSupport::TimeZone::MAPPING and their zones. */
export function readRailsZones(rubyPath: string, primaryOf: ReadonlyMap<string, string>): Map<string, string> {
  const text = readFileSync(rubyPath, 'utf8')
  const mapping = text.slice(text.indexOf('MAPPING = {'))
  const zones = new Map(newerNames)
  for (const [, name = '', zone = ''] of mapping
    .slice(0, mapping.indexOf('}'))
    .matchAll(/"([^"]+)"\s*=>\s*"([^"]+)"/g)) {
    zones.set(name, primaryOf.get(zone) ?? zone)
  }
  return zones
}
