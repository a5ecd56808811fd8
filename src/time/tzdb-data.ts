import { parsePosixRule } from './posix-rule.ts'
import type { OffsetChange } from './posix-transitions.ts'
import type { ZoneRules } from './transition-table.ts'

/**
 * Zone rules in compact text, as `scripts/zones/generate.ts` writes them.
 *
 * `zones` has one line for all zones of equal rules: names (with blanks between, `:` and the country after each), POSIX rule, the year from which that
 * rule gives every change, the offsets in minutes that occur before it, and the written changes since 1970-01-01: minutes
 * after the one before in base 36, then a capital letter for the place of the new offset. `|` stands between the five parts.
 * `links` has one line for each primary name with other names: the primary, then the others, with blanks between.
 */
export interface TzdbData {
  readonly version: string
  readonly zones: string
  readonly links: string
}

/** One zone of compact data; its rules are read when first asked for. */
export interface ZoneLine {
  /** ISO 3166 alpha-2; empty for the few zones that belong to no country. */
  readonly country: string
  readonly rules: string
}

/** The zones of compact data by primary name. */
export function readZoneLines(data: TzdbData): ReadonlyMap<string, ZoneLine> {
  const lineOf = new Map<string, ZoneLine>()
  for (const line of data.zones.split('\n')) {
    const bar = line.indexOf('|')
    const rules = line.slice(bar + 1)
    for (const entry of line.slice(0, bar).split(' ')) {
      const [name = '', country = ''] = entry.split(':')
      lineOf.set(name, { country, rules })
    }
  }
  return lineOf
}

/** Reads the rules of one line, without its names. */
export function parseZoneRules(line: string): ZoneRules {
  const [footer = '', ruleYear = '', offsetList = '', written = ''] = line.split('|')
  const offsets = offsetList.split(' ').map((minutes) => Number(minutes) * 60_000)
  const changes: OffsetChange[] = []
  let at = 0
  for (const [, delta = '', letter = ''] of written.matchAll(/([0-9a-z]+)([A-Z])/g)) {
    at += Number.parseInt(delta, 36) * 60_000
    changes.push({ at, offsetAfterMs: offsets[letter.charCodeAt(0) - 65] ?? Number.NaN })
  }
  const rule = ruleYear === '' ? null : parsePosixRule(footer)
  return { initialOffsetMs: offsets[0] ?? Number.NaN, changes, rule, ruleFromYear: Number(ruleYear) }
}
