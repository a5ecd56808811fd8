import { Temporal } from 'temporal-polyfill'
import { getZone, nextTransitions } from '../../../src/time/index.ts'

/** Zones of a list for which the host, and so Temporal, has the same changes as the data in use; hosts are often behind. */
export function zonesThatAgree(zones: readonly string[], from: string, to: string): string[] {
  const [start, end] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
  return zones.filter((zone) => {
    let at = start.toZonedDateTimeISO(zone)
    if (getZone(zone).offsetMsAt(at.epochMilliseconds) !== at.offsetNanoseconds / 1e6) return false
    for (const ours of nextTransitions(zone, start.epochMilliseconds, 1000)) {
      const next = at.getTimeZoneTransition('next')
      if (ours.at >= end.epochMilliseconds) return next === null || next.epochMilliseconds >= end.epochMilliseconds
      if (next === null || next.epochMilliseconds !== ours.at) return false
      if (next.offsetNanoseconds / 1e6 !== ours.offsetAfterMs) return false
      at = next
    }
    const rest = at.getTimeZoneTransition('next')
    return rest === null || rest.epochMilliseconds >= end.epochMilliseconds
  })
}
