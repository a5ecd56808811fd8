import { parsePosixRule } from '../../src/time/posix-rule.ts'
import { posixTransitions } from '../../src/time/posix-transitions.ts'
import { type CompiledZone, readTzif } from './read-tzif.ts'

/** Offset changes before 1970 are left out: no on-call schedule reaches back that far, and most zones differ there by hearsay alone. */
const firstKept = 0
const firstYear = 1970
/** The last year that compiled files write out in full. */
const lastWritten = 2037

interface Change {
  readonly at: number
  readonly offsetMs: number
}

function keptChanges(zone: CompiledZone): { initialMs: number; changes: Change[] } {
  let initialMs = 0
  let currentMs = Number.NaN
  const changes: Change[] = []
  for (const { at, offset } of zone.changes) {
    const offsetMs = offset * 1000
    if (at * 1000 < firstKept) initialMs = offsetMs
    else if (offsetMs !== currentMs) changes.push({ at: at * 1000, offsetMs })
    currentMs = offsetMs
  }
  return { initialMs, changes }
}

/** The first year from which on the POSIX rule alone gives every change; all years before it are written out. */
function firstRuleYear(changes: readonly Change[], footer: string): number {
  const rule = parsePosixRule(footer)
  if (rule === null) throw new Error(`unreadable rule ${footer}`)
  if (rule.daylight === null) return 0
  let year = lastWritten + 1
  while (year > firstYear) {
    const expected = posixTransitions(rule, year - 1)
    const written = changes.filter(({ at }) => at >= Date.UTC(year - 1, 0, 1) && at < Date.UTC(year, 0, 1))
    const same =
      written.length === expected.length &&
      written.every((c, i) => c.at === expected[i]?.at && c.offsetMs === expected[i].offsetAfterMs)
    if (!same) break
    year--
  }
  return year
}

/** One line of the compact form, without its names; see src/time/tzdb-data.ts. */
function compactRules(zone: CompiledZone): string {
  const { initialMs, changes } = keptChanges(zone)
  const year = firstRuleYear(changes, zone.footer)
  const written = year === 0 ? changes : changes.filter(({ at }) => at < Date.UTC(year, 0, 1))
  const offsets = [...new Set([initialMs, ...written.map((change) => change.offsetMs)])]
  let previous = firstKept
  const deltas = written.map(({ at, offsetMs }) => {
    // Whole minutes, which one change alone is not: that of Liberia in 1972, by half of one.
    const delta = Math.round((at - previous) / 60_000)
    if (Math.abs(previous + delta * 60_000 - at) > 30_000) throw new Error('a change that was rounded twice')
    previous += delta * 60_000
    return delta.toString(36) + String.fromCharCode(65 + offsets.indexOf(offsetMs))
  })
  return [
    zone.footer,
    year === 0 ? '' : year,
    offsets.map((offset) => Math.round(offset / 60_000)).join(' '),
    deltas.join(''),
  ].join('|')
}

/** Groups the zones by their rules, one line each. */
export function compactZones(
  zoneinfo: string,
  primaries: readonly string[],
  countryOf: ReadonlyMap<string, string>,
): string[] {
  const namesOf = new Map<string, string[]>()
  for (const name of primaries) {
    const rules = compactRules(readTzif(`${zoneinfo}/${name}`))
    const country = countryOf.get(name)
    namesOf.set(rules, [...(namesOf.get(rules) ?? []), country === undefined ? name : `${name}:${country}`])
  }
  return [...namesOf].map(([rules, names]) => `${names.join(' ')}|${rules}`)
}
