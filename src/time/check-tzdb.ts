import { InvalidArgumentError } from '../errors.ts'
import { etcZones } from './etc-zones.ts'
import { parsePosixRule } from './posix-rule.ts'
import { quoteLabel } from './time-errors.ts'
import { buildTransitionTable, type ZoneRules } from './transition-table.ts'
import { parseZoneRules, type TzdbData } from './tzdb-data.ts'

/** Names, POSIX rule, year, offsets and changes. */
const zoneForm = /^([^|]+)\|([^|]+)\|(\d{4})?\|-?\d+(?: -?\d+)*\|(?:[0-9a-z]+[A-Z])*$/

/** Refuses zone data that do not have the form of `TzdbData`, because a clock made of them would be wrong without a word. Throws `InvalidArgumentError`. */
export function checkTzdb({ version, zones, links }: TzdbData): void {
  if (!/^\d{4}[a-z]{1,2}$/.test(version)) throw malformed('version', version)
  const primaries = new Set(etcZones().keys())
  for (const line of zones.split('\n')) {
    const [, names = '', footer = '', ruleYear = ''] = zoneForm.exec(line) ?? []
    const rule = parsePosixRule(footer)
    const hasChanges = (rule?.daylight?.changes ?? null) !== null
    if (
      rule === null ||
      hasChanges !== (ruleYear !== '') ||
      !isClock(parseZoneRules(line.slice(line.indexOf('|') + 1)))
    )
      throw malformed('zone', line)
    for (const entry of names.split(' ')) primaries.add(entry.split(':')[0] ?? '')
  }
  for (const line of links.split('\n')) {
    const [primary = ''] = line.split(' ')
    if (primary !== '' && !primaries.has(primary)) throw malformed('link', line)
  }
}

/** Whether the changes can be searched; the first year of the rule shows whether it carries on from what is written. */
function isClock(rules: ZoneRules): boolean {
  const { at, offsets, wallKeys } = buildTransitionTable(rules, rules.ruleFromYear)
  return [...offsets, ...wallKeys].every(Number.isFinite) && isIncreasing(at) && isIncreasing(wallKeys)
}

function isIncreasing(values: Float64Array): boolean {
  return values.every((value, index) => value > (values[index - 1] ?? -Infinity))
}

function malformed(what: string, text: string): InvalidArgumentError {
  return new InvalidArgumentError(`The zone data have no ${what} of this form: ${quoteLabel(text)}.`)
}
