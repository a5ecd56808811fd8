import { parseWall } from './instant.ts'
import type { Disambiguation } from './zone.ts'
import { getZone } from './zone-registry.ts'

/**
 * Turns a wall-clock time such as `2026-03-08T02:30` in a zone into milliseconds since 1970.
 *
 * `zone` is any IANA name. `disambiguation` (default `compatible`) says what a skipped or repeated time means. The host's own
 * zone plays no part. Throws `InvalidArgumentError`, `UnknownTimeZoneError`, and under `reject` `WallTimeError`.
 */
export function wallToEpochMs(
  wall: string,
  zone: string,
  options?: { readonly disambiguation?: Disambiguation },
): number {
  return getZone(zone).localToEpoch(parseWall(wall), options?.disambiguation)
}
