import type { Spans } from './spans.ts'

/**
 * Walks through time from change to change and tells which lanes are on in between: ascending lane numbers, never none, stretches
 * with equal lanes that touch told as one. `on` may be used only until `visit` returns; `id` is the same for the same lanes.
 *
 * `lanes` are settled spans.
 */
export function sweep(
  lanes: readonly Spans[],
  visit: (startMs: number, endMs: number, on: readonly number[], id: number | string) => void,
): void {
  const [only] = lanes
  if (only === undefined) return
  if (lanes.length === 1) {
    for (let at = 0; at < only.length; at += 2) visit(only[at] ?? 0, only[at + 1] ?? 0, [0], 0)
    return
  }
  const times = Float64Array.from(lanes.flat()).sort()
  let distinct = 0
  for (const time of times) if (distinct === 0 || times[distinct - 1] !== time) times[distinct++] = time
  const next = togglesByTime(lanes, times.subarray(0, distinct))

  const on: number[] = []
  const hasMask = lanes.length <= maskBits
  let mask = 0
  for (let at = 0; at < distinct; at++) {
    for (let toggle = next.first[at] ?? -1; toggle >= 0; toggle = next.after[toggle] ?? -1) {
      const lane = next.lane[toggle] ?? 0
      toggleLane(on, lane)
      mask ^= 1 << lane
    }
    if (on.length > 0) visit(times[at] ?? 0, times[at + 1] ?? 0, on, hasMask ? mask : on.join())
  }
}

/** Lanes whose numbers fit a bit mask. */
const maskBits = 31

/** For each time the lanes that change there, as linked lists in arrays. A settled lane changes once at a time, so each time has a change. */
function togglesByTime(
  lanes: readonly Spans[],
  times: Float64Array,
): { readonly first: Int32Array; readonly after: Int32Array; readonly lane: Int32Array } {
  const first = new Int32Array(times.length).fill(-1)
  const count = lanes.reduce((sum, spans) => sum + spans.length, 0)
  const [after, laneOf] = [new Int32Array(count), new Int32Array(count)]
  let toggle = 0
  lanes.forEach((spans, lane) => {
    let at = 0
    for (const time of spans) {
      at = indexOf(times, time, at)
      after[toggle] = first[at] ?? -1
      laneOf[toggle] = lane
      first[at] = toggle++
    }
  })
  return { first, after, lane: laneOf }
}

/** Looks ahead in doubling steps first, because the next change of a lane is often near. */
function indexOf(ascending: Float64Array, value: number, from: number): number {
  let [low, step] = [from, 1]
  while (low + step < ascending.length && (ascending[low + step] ?? Infinity) <= value) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, ascending.length)
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) <= value) low = middle
    else high = middle
  }
  return low
}

function toggleLane(on: number[], lane: number): void {
  let at = on.length
  while (at > 0 && (on[at - 1] ?? -1) >= lane) at--
  if (on[at] === lane) on.splice(at, 1)
  else on.splice(at, 0, lane)
}
