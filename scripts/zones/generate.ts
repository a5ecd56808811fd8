/**
 * Writes src/time/data/ anew.
 *
 * Input: a zoneinfo folder of IANA tzdata with `tzdata.zi` and `zone.tab`, built with `backzone` like Debian's package:
 *
 *     apt-get update && apt-get download tzdata && dpkg -x tzdata_*.deb input
 *     node scripts/zones/generate.ts --zoneinfo input/usr/share/zoneinfo
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readTzdbVersion, readZoneNames } from './cldr-zone-names.ts'
import { compactZones } from './compact-zones.ts'

const { values } = parseArgs({ options: { zoneinfo: { type: 'string' } } })
if (values.zoneinfo === undefined) throw new Error('say where the zone files are: --zoneinfo <folder>')

const names = readZoneNames()
const version = readTzdbVersion(values.zoneinfo)
const primaries = [...new Set(names.primaryOf.values())].sort()
const zoneLines = compactZones(
  values.zoneinfo,
  primaries.filter((name) => name !== 'UTC' && !name.startsWith('Etc/')),
)
const linkLines = primaries.flatMap((primary) => {
  const others = [...names.primaryOf]
    .filter(([name, target]) => target === primary && name !== primary)
    .map(([name]) => name)
  const legacy = names.legacyOf.get(primary)
  return others.length === 0
    ? []
    : [[primary, ...others.map((name) => (name === legacy ? `~${name}` : name))].join(' ')]
})

writeFileSync(
  new URL('../../src/time/data/tzdb.ts', import.meta.url),
  `// Written by scripts/zones/generate.ts; do not edit.
// IANA time zone database ${version}, with backzone: in the public domain.
// Names: Unicode CLDR ${names.cldrVersion} (cldr-bcp47), Copyright Unicode, Inc., under the Unicode License v3, SPDX Unicode-3.0.
import type { TzdbData } from '../tzdb-data.ts'

export const bundledTzdb: TzdbData = {
  version: '${version}',
  zones: \`${zoneLines.join('\n')}\`,
  links: \`${linkLines.join('\n')}\`,
}
`,
)
