import type { VisitChange } from './lane-change.ts'
import type { Spans } from './spans.ts'

/** As many as fit a bit mask; and up to here looking at every lane for the next change beats putting all changes in order. */
export const mostScannedLanes = 32

/** Visits the changes of few lanes: at each step the lane that changes next is looked for among all. */
export function scanLanes(lanes: readonly Spans[], visit: VisitChange): void {
  const count = lanes.length
  const at = new Int32Array(count)
  const next = new Float64Array(count)
  for (const [lane, spans] of lanes.entries()) next[lane] = spans[0] ?? Infinity
  let mask = 0
  const on = (): number[] => {
    const found: number[] = []
    for (let lane = 0; lane < count; lane++) if ((mask & (1 << lane)) !== 0) found.push(lane)
    return found
  }
  for (;;) {
    let timeMs = Infinity
    for (let lane = 0; lane < count; lane++) {
      const changesAt = next[lane] ?? Infinity
      if (changesAt < timeMs) timeMs = changesAt
    }
    if (timeMs === Infinity) return
    for (let lane = 0; lane < count; lane++) {
      if (next[lane] !== timeMs) continue
      mask ^= 1 << lane
      const following = (at[lane] ?? 0) + 1
      at[lane] = following
      next[lane] = lanes[lane]?.[following] ?? Infinity
    }
    visit(timeMs, mask, on)
  }
}
