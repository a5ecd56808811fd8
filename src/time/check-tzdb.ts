import { InvalidArgumentError } from '../errors.ts'
import { parsePosixRule } from './posix-rule.ts'
import { quoteLabel } from './time-errors.ts'
import { parseZoneRules, type TzdbData } from './tzdb-data.ts'

/** Refuses zone data that do not have the form of `TzdbData`, because a clock made of them would be wrong without a word. Throws `InvalidArgumentError`. */
export function checkTzdb({ version, zones, links }: TzdbData): void {
  if (!/^\d{4}[a-z]{1,2}$/.test(version)) throw malformed('version', version)
  const primaries = new Set<string>(['UTC'])
  for (const line of zones.split('\n')) {
    const parts = line.split('|')
    if (parts.length !== 5) throw malformed('zone', line)
    const { initialOffsetMs, changes, rule } = parseZoneRules(parts.slice(1).join('|'))
    const offsets = [initialOffsetMs, ...changes.flatMap(({ at, offsetAfterMs }) => [at, offsetAfterMs])]
    const isAscending = changes.every(({ at }, index) => at > (changes[index - 1]?.at ?? -Infinity))
    if (!offsets.every(Number.isFinite) || !isAscending || parsePosixRule(parts[1] ?? '') === null)
      throw malformed('zone', line)
    if (parts[2] !== '' && rule === null) throw malformed('zone', line)
    for (const entry of (parts[0] ?? '').split(' ')) primaries.add(entry.split(':', 1)[0] ?? '')
  }
  for (const line of links.split('\n')) {
    const [primary = ''] = line.split(' ')
    if (primary !== '' && !primaries.has(primary) && !primary.startsWith('Etc/GMT')) throw malformed('link', line)
  }
}

function malformed(what: string, text: string): InvalidArgumentError {
  return new InvalidArgumentError(`The zone data have no ${what} of this form: ${quoteLabel(text)}.`)
}
