import { noLanes, type VisitChange } from './lane-change.ts'
import { mergeLanes } from './merge-lanes.ts'
import { mostScannedLanes, scanLanes } from './scan-lanes.ts'
import type { Spans } from './spans.ts'

/**
 * Walks through time from change to change and tells what is on in between; stretches without any lane are not told, and
 * stretches with equal lanes that touch are told as one.
 *
 * `lanes` are settled spans; `describe` makes of ascending lane numbers what `visit` gets, once for equal lanes.
 */
export function sweep<T>(
  lanes: readonly Spans[],
  describe: (on: readonly number[]) => T,
  visit: (startMs: number, endMs: number, on: T) => void,
): void {
  const described = new Map<number | string, T>()
  let startMs = 0
  let current: T | null = null
  const step: VisitChange = (timeMs, id, on) => {
    if (current !== null) visit(startMs, timeMs, current)
    startMs = timeMs
    if (id === noLanes) current = null
    else {
      const known = described.get(id)
      current = known === undefined ? describe(on()) : known
      if (known === undefined) described.set(id, current)
    }
  }
  if (lanes.length <= mostScannedLanes) scanLanes(lanes, step)
  else mergeLanes(lanes, step)
}
