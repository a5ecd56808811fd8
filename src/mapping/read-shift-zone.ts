import type { NormalizeTimeZoneOptions } from '../time/index.ts'
import { approximated, type MappingIssue, offDuty } from './mapping-issue.ts'
import type { WireObject } from './read-wire.ts'
import { resolveZone } from './resolve-zone.ts'

export interface ShiftZoneContext {
  readonly timeZones?: NormalizeTimeZoneOptions
  /** ISO 3166 alpha-2 of the group's site. */
  readonly country?: string
  /** Other labels to try where the shift's own zone cannot be resolved, the likeliest first. */
  readonly fallbackTimeZones?: readonly unknown[]
}

/** The IANA zone on whose clock a shift runs; `null` where none can be found. */
export function readShiftZone(
  wire: WireObject,
  { timeZones, country, fallbackTimeZones = [] }: ShiftZoneContext,
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
