import { InvalidArgumentError } from '../errors.ts'
import { parseWall } from './instant.ts'
import { type Disambiguation, disambiguations } from './zone.ts'
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
  const disambiguation = options?.disambiguation
  if (disambiguation !== undefined && !disambiguations.includes(disambiguation))
    throw new InvalidArgumentError(`disambiguation is one of ${disambiguations.join(', ')}.`)
  return getZone(zone).localToEpoch(parseWall(wall), disambiguation)
}
