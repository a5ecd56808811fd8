import { noLanes, type VisitChange } from './lane-change.ts'
import type { Spans } from './spans.ts'

/** Visits the changes of any number of lanes: all changes are put in order first. */
export function mergeLanes(lanes: readonly Spans[], visit: VisitChange): void {
  const { times, laneOf } = mergeChanges(lanes)
  const lanesOn: number[] = []
  const on = (): number[] => [...lanesOn]
  for (let at = 0; at < times.length;) {
    const timeMs = times[at] ?? 0
    for (; times[at] === timeMs; at++) toggle(lanesOn, laneOf[at] ?? 0)
    visit(timeMs, lanesOn.length === 0 ? noLanes : lanesOn.join(), on)
  }
}

function toggle(ascending: number[], lane: number): void {
  let at = ascending.length
  while (at > 0 && (ascending[at - 1] ?? -1) > lane) at--
  if (ascending[at - 1] === lane) ascending.splice(at - 1, 1)
  else ascending.splice(at, 0, lane)
}

interface Changes {
  /** Ascending. */
  readonly times: Float64Array
  /** The lane that goes on or off at the time. */
  readonly laneOf: Int32Array
}

/** Merges the lanes two by two until one run is left; each is in order already, so this beats sorting. */
function mergeChanges(lanes: readonly Spans[]): Changes {
  const count = lanes.reduce((sum, spans) => sum + spans.length, 0)
  let from: Changes = { times: new Float64Array(count), laneOf: new Int32Array(count) }
  let to: Changes = { times: new Float64Array(count), laneOf: new Int32Array(count) }
  let runEnds: number[] = []
  let at = 0
  for (const [lane, spans] of lanes.entries()) {
    from.laneOf.fill(lane, at, at + spans.length)
    for (const time of spans) from.times[at++] = time
    runEnds.push(at)
  }
  while (runEnds.length > 1) {
    const merged: number[] = []
    for (let run = 0, start = 0; run < runEnds.length; run += 2) {
      const middle = runEnds[run] ?? count
      const end = runEnds[run + 1] ?? middle
      mergeRuns(from, to, start, middle, end)
      merged.push(end)
      start = end
    }
    runEnds = merged
    ;[from, to] = [to, from]
  }
  return from
}

/** Writes two neighbouring runs of one into the same place of the other, in order. */
function mergeRuns(from: Changes, to: Changes, start: number, middle: number, end: number): void {
  let [left, right] = [start, middle]
  for (let at = start; at < end; at++) {
    const isLeft = right >= end || (left < middle && (from.times[left] ?? 0) <= (from.times[right] ?? 0))
    const next = isLeft ? left++ : right++
    to.times[at] = from.times[next] ?? 0
    to.laneOf[at] = from.laneOf[next] ?? 0
  }
}
