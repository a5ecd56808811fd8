import { getZone } from '../time/index.ts'
import type { DutyDifference } from './compare-duty.ts'
import type { ExpectedStretch } from './difference-cause.ts'
import type { ObservedRow } from './observed-row.ts'

const dayMs = 86_400_000

/**
 * Tells an occurrence that both sides have, but moved by just what the zone's offset changes by: `zone-rules-differ`, or
 * `offset-change-resolution` where one edge only is moved, in the night of a change.
 */
export function shiftedByZone(
  difference: DutyDifference,
  rows: readonly ObservedRow[],
  stretches: readonly ExpectedStretch[],
): string | null {
  for (const row of rows) {
    if (row.startMs > difference.endMs || row.endMs < difference.startMs) continue
    const ofShift = stretches.filter(({ shiftId }) => shiftId === row.shiftId)
    const zones = new Set(ofShift.map(({ rotation }) => rotation.timeZone))
    const [starts, ends] = [new Set(ofShift.map((one) => one.startMs)), new Set(ofShift.map((one) => one.endMs))]
    for (const zone of zones) {
      for (const { at, offsetBeforeMs, offsetAfterMs } of getZone(zone).nextTransitions(row.startMs - 400 * dayMs, 4)) {
        for (const moved of [offsetAfterMs - offsetBeforeMs, offsetBeforeMs - offsetAfterMs]) {
          const [startMoved, endMoved] = [starts.has(row.startMs + moved), ends.has(row.endMs + moved)]
          const [startSame, endSame] = [starts.has(row.startMs), ends.has(row.endMs)]
          if (startMoved && endMoved && !startSame && !endSame) return 'zone-rules-differ'
          const isNear = (ms: number): boolean => Math.abs(ms - at) < dayMs
          if (startMoved && !startSame && isNear(row.startMs)) return 'offset-change-resolution'
          if (endMoved && !endSame && isNear(row.endMs)) return 'offset-change-resolution'
        }
      }
    }
  }
  return null
}
