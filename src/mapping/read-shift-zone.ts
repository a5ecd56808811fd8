import { approximated, type MappingIssue, offDuty } from './mapping-issue.ts'
import type { WireObject } from './read-wire.ts'
import { resolveZone, type ZoneHints } from './resolve-zone.ts'

/** The IANA zone on whose clock a shift runs; `null` where none can be found. */
export function readShiftZone(
  wire: WireObject,
  { timeZones, country, fallbackTimeZones = [] }: ZoneHints & { readonly fallbackTimeZones?: readonly unknown[] },
  issues: MappingIssue[],
): string | null {
  const own = resolveZone(wire['timezone'], timeZones, country)
  if (own?.kind === 'resolved') {
    if (own.confidence === 'guess') issues.push(approximated('shift.time-zone', 'timezone', `Taken for ${own.zone}.`))
    return own.zone
  }
  const path = own === null ? 'start' : 'timezone'
  const reason = own === null ? 'The shift has no time zone' : own.message
  for (const label of fallbackTimeZones) {
    const other = resolveZone(label, timeZones, country)
    if (other?.kind !== 'resolved') continue
    issues.push(approximated('shift.time-zone', path, `${reason}; ${other.zone} is used.`))
    return other.zone
  }
  issues.push(offDuty('shift.time-zone', path, reason))
  return null
}
