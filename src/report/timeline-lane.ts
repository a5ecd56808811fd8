import { getOrAdd } from '../get-or-add.ts'
import type { EscalationInterval } from '../schedule/index.ts'
import { parseInstant } from '../time/index.ts'

/** One level of a policy over the window. */
export interface Lane {
  readonly offsetMinutes: number
  /** By first appearance, then key. */
  readonly people: readonly LanePerson[]
  /** Most people at once. */
  readonly tracks: number
}

export interface LanePerson {
  readonly key: string
  /** Row within the lane, from 0; people who are on call at the same time have different rows. */
  readonly track: number
  readonly spans: readonly Span[]
}

export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** Sorts what a policy renders to into lanes, levels by offset. */
export function timelineLanes(intervals: readonly EscalationInterval[]): readonly Lane[] {
  const levels = new Map<number, Map<string, Span[]>>()
  for (const { start, end, levels: reached } of intervals) {
    const [startMs, endMs] = [parseInstant(start), parseInstant(end)]
    for (const { offsetMinutes, userKeys } of reached) {
      const people = getOrAdd(levels, offsetMinutes, () => new Map<string, Span[]>())
      for (const key of userKeys) {
        const spans = getOrAdd(people, key, () => [])
        const last = spans.at(-1)
        if (last !== undefined && last.endMs >= startMs) spans[spans.length - 1] = { startMs: last.startMs, endMs }
        else spans.push({ startMs, endMs })
      }
    }
  }
  return [...levels].sort(([a], [b]) => a - b).map(([offsetMinutes, people]) => placePeople(offsetMinutes, people))
}

function placePeople(offsetMinutes: number, people: ReadonlyMap<string, readonly Span[]>): Lane {
  const sorted = [...people].sort(
    ([a, first], [b, second]) => (first[0]?.startMs ?? 0) - (second[0]?.startMs ?? 0) || (a < b ? -1 : 1),
  )
  const taken: Span[][] = []
  const placed = sorted.map(([key, spans]): LanePerson => {
    let track = taken.findIndex((others) => !overlapAny(others, spans))
    if (track < 0) track = taken.push([]) - 1
    taken[track] = [...(taken[track] ?? []), ...spans].sort((a, b) => a.startMs - b.startMs)
    return { key, track, spans }
  })
  return { offsetMinutes, people: placed, tracks: Math.max(1, taken.length) }
}

/** Both lists ascend. */
function overlapAny(a: readonly Span[], b: readonly Span[]): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i], b[j]]
    if (one === undefined || other === undefined) return false
    if (one.startMs < other.endMs && other.startMs < one.endMs) return true
    if (one.endMs <= other.endMs) i++
    else j++
  }
  return false
}
