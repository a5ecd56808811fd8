import { getOrAdd } from '../get-or-add.ts'
import { dayMs, getZone } from '../time/index.ts'
import type { DutyDifference } from './compare-duty.ts'
import type { ExpectedStretch } from './expected-stretch.ts'
import type { ObservedRow } from './observed-row.ts'

/** Finds out about a row whether it is there on both sides but moved; rows that are not are told apart at once. */
export interface ZoneCauses {
  (difference: DutyDifference): string | null
}

interface ExpectedEdges {
  readonly zones: ReadonlySet<string>
  readonly starts: ReadonlySet<number>
  readonly ends: ReadonlySet<number>
}

/**
 * Tells an occurrence that both sides have, but moved by just what the zone's offset changes by: `zone-rules-differ`, or
 * `offset-change-resolution` where one edge only is moved, in the night of a change.
 */
export function createZoneCauses(rows: readonly ObservedRow[], stretches: readonly ExpectedStretch[]): ZoneCauses {
  const edges = expectedEdges(stretches)
  const moved = rows.flatMap((row) => {
    const cause = movedByZone(row, edges.get(row.shiftId))
    return cause === null ? [] : [{ row, cause }]
  })
  return ({ startMs, endMs }) => moved.find(({ row }) => row.startMs <= endMs && row.endMs >= startMs)?.cause ?? null
}

function expectedEdges(stretches: readonly ExpectedStretch[]): ReadonlyMap<string, ExpectedEdges> {
  const found = new Map<string, { zones: Set<string>; starts: Set<number>; ends: Set<number> }>()
  for (const { shiftId, rotation, startMs, endMs } of stretches) {
    if (shiftId === null) continue
    const ofShift = getOrAdd(found, shiftId, () => ({ zones: new Set(), starts: new Set(), ends: new Set() }))
    ofShift.zones.add(rotation.timeZone)
    ofShift.starts.add(startMs)
    ofShift.ends.add(endMs)
  }
  return found
}

function movedByZone({ startMs, endMs }: ObservedRow, edges: ExpectedEdges | undefined): string | null {
  if (edges === undefined) return null
  const { zones, starts, ends } = edges
  const [startSame, endSame] = [starts.has(startMs), ends.has(endMs)]
  if (startSame && endSame) return null
  for (const zone of zones) {
    for (const { at, offsetBeforeMs, offsetAfterMs } of getZone(zone).nextTransitions(startMs - 400 * dayMs, 4)) {
      for (const moved of [offsetAfterMs - offsetBeforeMs, offsetBeforeMs - offsetAfterMs]) {
        const [startMoved, endMoved] = [starts.has(startMs + moved), ends.has(endMs + moved)]
        if (startMoved && endMoved && !startSame && !endSame) return 'zone-rules-differ'
        const isNear = (ms: number): boolean => Math.abs(ms - at) < dayMs
        if (startMoved && !startSame && isNear(startMs)) return 'offset-change-resolution'
        if (endMoved && !endSame && isNear(endMs)) return 'offset-change-resolution'
      }
    }
  }
  return null
}
