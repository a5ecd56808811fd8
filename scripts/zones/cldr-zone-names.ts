import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

interface Bcp47Zone {
  readonly _alias?: string
  readonly _iana?: string
}

export interface ZoneNames {
  readonly cldrVersion: string
  /** Every name, links and primaries alike, to its primary name. */
  readonly primaryOf: ReadonlyMap<string, string>
  /** The primaries whose older spelling CLDR still calls its own. */
  readonly legacyOf: ReadonlyMap<string, string>
}

/** Reads which names there are and which are primary, from the npm package cldr-bcp47. */
export function readZoneNames(): ZoneNames {
  const keywords: {
    keyword: { u: { tz: Record<string, Bcp47Zone | string> } }
  } = require('cldr-bcp47/bcp47/timezone.json')
  const { version }: { version: string } = require('cldr-bcp47/package.json')
  const primaryOf = new Map<string, string>()
  const legacyOf = new Map<string, string>()
  for (const entry of Object.values(keywords.keyword.u.tz)) {
    if (typeof entry === 'string') continue
    const { _alias: aliases, _iana: iana } = entry
    if (aliases === undefined) continue
    const names = aliases.split(' ')
    const [first] = names
    if (first === undefined || first === 'Etc/Unknown') continue
    // ECMA-402 makes UTC primary over the names that CLDR prefers.
    const primary = first === 'Etc/UTC' || first === 'Etc/GMT' ? 'UTC' : (iana ?? first)
    if (iana !== undefined) legacyOf.set(primary, first)
    for (const name of names) primaryOf.set(name, primary)
  }
  return { cldrVersion: version, primaryOf, legacyOf }
}

/** The version in the first line of IANA's compiled rule text. */
export function readTzdbVersion(zoneinfo: string): string {
  const version = /^# version (\S+)/.exec(readFileSync(`${zoneinfo}/tzdata.zi`, 'latin1'))?.[1]
  if (version === undefined) throw new Error(`no version in ${zoneinfo}/tzdata.zi`)
  return version
}
