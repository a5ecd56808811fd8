import { createLaneSet } from './lane-set.ts'
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
  const [only] = lanes
  if (only === undefined) return
  if (lanes.length === 1) {
    const on = describe([0])
    for (let at = 0; at < only.length; at += 2) visit(only[at] ?? 0, only[at + 1] ?? 0, on)
    return
  }
  const { times, laneOf } = sortChanges(lanes)
  const on = createLaneSet(lanes.length)
  const described = new Map<number | string, T>()
  for (let at = 0; at < times.length;) {
    const start = times[at] ?? 0
    for (; times[at] === start; at++) on.toggle(laneOf[at] ?? 0)
    if (on.isEmpty()) continue
    const id = on.id()
    let description = described.get(id)
    if (description === undefined) described.set(id, (description = describe(on.lanes())))
    visit(start, times[at] ?? start, description)
  }
}

interface Changes {
  /** Ascending. */
  readonly times: Float64Array
  /** The lane that goes on or off at the time. */
  readonly laneOf: Int32Array
}

function sortChanges(lanes: readonly Spans[]): Changes {
  const count = lanes.reduce((sum, spans) => sum + spans.length, 0)
  const times = new Float64Array(count)
  const laneOf = new Int32Array(count)
  let [at, earliest, latest] = [0, Infinity, -Infinity]
  for (const [lane, spans] of lanes.entries()) {
    for (const time of spans) {
      times[at] = time
      laneOf[at++] = lane
    }
    earliest = Math.min(earliest, spans[0] ?? Infinity)
    latest = Math.max(latest, spans.at(-1) ?? -Infinity)
  }
  const isExact = (latest - earliest + 1) * lanes.length < Number.MAX_SAFE_INTEGER
  return isExact ? sortPacked({ times, laneOf }, earliest, lanes.length) : sortByIndex({ times, laneOf })
}

/** Time and lane fit one number, and numbers alone sort several times as fast as anything that needs comparing. */
function sortPacked({ times, laneOf }: Changes, earliest: number, lanes: number): Changes {
  for (let at = 0; at < times.length; at++) times[at] = ((times[at] ?? 0) - earliest) * lanes + (laneOf[at] ?? 0)
  times.sort()
  for (let at = 0; at < times.length; at++) {
    const packed = times[at] ?? 0
    const time = Math.floor(packed / lanes)
    laneOf[at] = packed - time * lanes
    times[at] = time + earliest
  }
  return { times, laneOf }
}

function sortByIndex({ times, laneOf }: Changes): Changes {
  const order = Int32Array.from(times.keys()).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
  return { times: times.toSorted(), laneOf: order.map((from) => laneOf[from] ?? 0) }
}
