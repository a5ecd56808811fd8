import { createHostClock } from './host-clock.ts'
import { firstDifference } from './host-zone.ts'
import { formatInstant, parseInstant } from './instant.ts'
import { currentZoneSource } from './zone-registry.ts'
import { UnknownTimeZoneError } from './time-errors.ts'

/** A zone whose clock this package and the host's `Intl` read differently. */
export interface TzdbDifference {
  readonly zone: string
  /** An instant at which they differ, near the first one; null where the host does not know the zone at all. */
  readonly at: string | null
  readonly offsetMinutes: number | null
  readonly hostOffsetMinutes: number | null
}

/**
 * Says for which zones the package's own data and the host's `Intl` disagree inside a window.
 *
 * Window bounds are instants; the default is 2020 to 2037. Throws `UnknownTimeZoneError` for a name that the data do not have.
 */
export function compareTzdb(
  zones: Iterable<string>,
  window: { readonly from?: string; readonly to?: string } = {},
): TzdbDifference[] {
  const fromMs = parseInstant(window.from ?? '2020-01-01T00:00:00Z')
  const toMs = parseInstant(window.to ?? '2037-01-01T00:00:00Z')
  const differences: TzdbDifference[] = []
  for (const name of zones) {
    const zone = currentZoneSource().findDataZone(name)
    if (zone === null) throw new UnknownTimeZoneError(name)
    const host = createHostClock(zone.id)
    if (host === null) {
      differences.push({ zone: name, at: null, offsetMinutes: null, hostOffsetMinutes: null })
      continue
    }
    const at = firstDifference(zone, host, fromMs, toMs)
    if (at === null) continue
    const offsetMinutes = zone.offsetMsAt(at) / 60_000
    differences.push({ zone: name, at: formatInstant(at), offsetMinutes, hostOffsetMinutes: host(at) / 60_000 })
  }
  return differences
}
