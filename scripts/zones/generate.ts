/**
 * Writes src/time/data/ anew, from IANA's tzdata, Unicode CLDR and the names of Windows, Rails and Java.
 *
 * The inputs beside the npm packages are three Debian packages, unpacked: tzdata (built with `backzone`), unicode-cldr-core (the
 * comments of its windowsZones.xml hold the display names of Windows) and ruby-activesupport.
 *
 *     apt-get update && apt-get download tzdata unicode-cldr-core ruby-activesupport
 *     for package in *.deb; do dpkg -x "$package" input; done
 *     node scripts/zones/generate.ts --input input
 */
import { copyFileSync, globSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { readTzdbVersion, readZoneNames } from './cldr-zone-names.ts'
import { compactAbbreviations } from './compact-abbreviations.ts'
import { compactCities, compactCldr, compactHistoric, compactRails, compactWindows } from './compact-labels.ts'
import { compactZones } from './compact-zones.ts'
import { readCities } from './read-cities.ts'
import { readCountries } from './read-countries.ts'
import { readMetazones } from './read-metazones.ts'
import { readRailsZones } from './read-rails-zones.ts'
import { readWindowsZones } from './read-windows-zones.ts'

const { values } = parseArgs({ options: { input: { type: 'string' } } })

function inputFile(pattern: string): string {
  const [file] = globSync(`${values.input}/${pattern}`)
  if (file === undefined) throw new Error(`nothing like ${pattern} under --input ${values.input}`)
  return file
}

const zoneinfo = inputFile('usr/share/zoneinfo')
const names = readZoneNames()
const version = readTzdbVersion(zoneinfo)
const primaries = [...new Set(names.primaryOf.values())].sort()
const places = primaries.filter((name) => name !== 'UTC' && !name.startsWith('Etc/'))
const countryOf = readCountries(zoneinfo, names.primaryOf)
const metazones = readMetazones(names.primaryOf)
const windows = readWindowsZones(
  inputFile('usr/share/unicode/cldr/common/supplemental/windowsZones.xml'),
  names.primaryOf,
)
const rails = readRailsZones(
  inputFile('usr/share/rubygems-integration/all/gems/activesupport-*/lib/active_support/values/time_zone.rb'),
  names.primaryOf,
)

const zoneLines = compactZones(zoneinfo, places, countryOf)
const linkLines = primaries.flatMap((primary) => {
  const others = [...names.primaryOf]
    .filter(([name, target]) => target === primary && name !== primary)
    .map(([name]) => name)
  const legacy = names.legacyOf.get(primary)
  return others.length === 0
    ? []
    : [[primary, ...others.map((name) => (name === legacy ? `~${name}` : name))].join(' ')]
})

const unicodeNotice = `Unicode CLDR ${names.cldrVersion}: Copyright Unicode, Inc., Unicode License v3 (SPDX Unicode-3.0), see unicode-license.txt`

function text(lines: readonly string[]): string {
  if (lines.some((line) => /[`\\$]/.test(line))) throw new Error('a line that a template string would change')
  return `\`${lines.join('\n')}\``
}

writeFileSync(
  new URL('../../src/time/data/tzdb.ts', import.meta.url),
  `// Written by scripts/zones/generate.ts; do not edit.
// IANA time zone database ${version}, with backzone: in the public domain.
// Which names are primary: ${unicodeNotice}.
import type { TzdbData } from '../tzdb-data.ts'

export const bundledTzdb: TzdbData = {
  version: '${version}',
  zones: ${text(zoneLines)},
  links: ${text(linkLines)},
}
`,
)

writeFileSync(
  new URL('../../src/time/data/labels.ts', import.meta.url),
  `// Written by scripts/zones/generate.ts; do not edit.
// Windows ids, territories, display names, metazones, cities and their English names: ${unicodeNotice}.
// Rails names: the keys of ActiveSupport::TimeZone::MAPPING, Copyright David Heinemeier Hansson, MIT License.
// Abbreviations: CLDR, IANA time zone database ${version} (public domain), and the short ids of Java.
import type { LabelData } from '../label-data.ts'

export const labelData: LabelData = {
  windows: ${text(compactWindows(windows))},
  historic: ${text(compactHistoric())},
  rails: ${text(compactRails(rails))},
  cldr: ${text(compactCldr(metazones))},
  cities: ${text(compactCities(readCities(names.primaryOf)))},
  abbreviations: ${text(compactAbbreviations(zoneinfo, places, metazones))},
}
`,
)

// The licence asks for its text to stay with the data.
copyFileSync(
  createRequire(import.meta.url).resolve('cldr-core/LICENSE'),
  new URL('../../src/time/data/unicode-license.txt', import.meta.url),
)
