import { checkTzdb } from './check-tzdb.ts'
import { bundledTzdb } from './data/tzdb.ts'
import { hostTzdbVersion } from './host-clock.ts'
import { UnknownTimeZoneError } from './time-errors.ts'
import type { TzdbData } from './tzdb-data.ts'
import type { Transition, Zone } from './zone.ts'
import { createZoneSource, type ZoneSource } from './zone-source.ts'

let source: ZoneSource | null = null

/** The zone data in use. */
export function currentZoneSource(): ZoneSource {
  return (source ??= openSource(bundledTzdb, true))
}

function openSource(data: TzdbData, useNewerHost: boolean): ZoneSource {
  const host = useNewerHost ? hostTzdbVersion() : null
  return createZoneSource(data, host !== null && host > data.version ? host : null)
}

/**
 * Replaces the zone data of this process, before the first use or at any time; `null` goes back to the bundled data.
 *
 * With `useNewerHost` (default false) the host's `Intl` is believed where its data are newer, as it is for the bundled data.
 * Throws `InvalidArgumentError` for data that do not have the form of `TzdbData`.
 */
export function injectTzdb(data: TzdbData | null, options: { readonly useNewerHost?: boolean } = {}): void {
  if (data !== null) checkTzdb(data)
  source = data === null ? null : openSource(data, options.useNewerHost ?? false)
}

/** The release of the zone data in use, such as `2026f`: the newer of the bundled data and the host's, or what was injected. */
export function tzdbVersion(): string {
  return currentZoneSource().version
}

/** The clock of a zone by any IANA name, in any case. Throws `UnknownTimeZoneError`. */
export function getZone(id: string): Zone {
  const known = source?.zones.get(id)
  if (known !== undefined) return known
  // Callers without a compiler hand over what they like.
  const given: unknown = id
  const zone = typeof given === 'string' ? currentZoneSource().findZone(given) : null
  if (zone === null) throw new UnknownTimeZoneError(String(given))
  return zone
}

/** The next changes of a zone's offset after an instant, in order; fewer than `count` where it has no more. */
export function nextTransitions(zoneId: string, fromEpochMs: number, count: number): Transition[] {
  return getZone(zoneId).nextTransitions(fromEpochMs, count)
}

/** All primary IANA names of the data in use, sorted by code unit. */
export function listTimeZones(): string[] {
  return [...new Set(currentZoneSource().primaryOf.values())].sort()
}
