import { intersectSpans, lengthMs, type Spans } from '../schedule/index.ts'
import type { Duty } from './duty.ts'

export interface DutyComparison {
  readonly unionMs: number
  readonly sharedMs: number
  readonly differences: readonly DutyDifference[]
}

export interface DutyDifference {
  readonly startMs: number
  readonly endMs: number
  readonly offset: number
  /** Sorted. */
  readonly expected: readonly string[]
  /** Sorted. */
  readonly observed: readonly string[]
}

const none: ReadonlyMap<string, Spans> = new Map()

/** Person-milliseconds on either side and on both, and the stretches where the two sides differ, by start and offset. */
export function compareDuty(expected: Duty, observed: Duty): DutyComparison {
  let [union, shared] = [0, 0]
  const differences: DutyDifference[] = []
  const offsets = new Set([...expected.keys(), ...observed.keys()])
  for (const offset of offsets) {
    const [left, right] = [expected.get(offset) ?? none, observed.get(offset) ?? none]
    let differs = false
    for (const user of new Set([...left.keys(), ...right.keys()])) {
      const [a, b] = [left.get(user) ?? [], right.get(user) ?? []]
      const [both, sum] = [lengthMs(intersectSpans(a, b)), lengthMs(a) + lengthMs(b)]
      shared += both
      union += sum - both
      if (sum !== 2 * both) differs = true
    }
    if (differs) differences.push(...differencesAt(offset, left, right))
  }
  differences.sort((a, b) => a.startMs - b.startMs || a.offset - b.offset)
  return { unionMs: union, sharedMs: shared, differences }
}

interface Edge {
  readonly ms: number
  readonly side: 0 | 1
  readonly user: string
  readonly enters: boolean
}

function differencesAt(
  offset: number,
  expected: ReadonlyMap<string, Spans>,
  observed: ReadonlyMap<string, Spans>,
): DutyDifference[] {
  const edges = [...edgesOf(expected, 0), ...edgesOf(observed, 1)].sort((a, b) => a.ms - b.ms)
  const present = [new Set<string>(), new Set<string>()] as const
  const found: DutyDifference[] = []
  for (let i = 0; i < edges.length;) {
    const startMs = edges[i]?.ms ?? 0
    for (; i < edges.length && edges[i]?.ms === startMs; i++) {
      const edge = edges[i]
      if (edge === undefined) break
      if (edge.enters) present[edge.side].add(edge.user)
      else present[edge.side].delete(edge.user)
    }
    const endMs = edges[i]?.ms
    if (endMs === undefined || sameSet(present[0], present[1])) continue
    const next = { startMs, endMs, offset, expected: [...present[0]].sort(), observed: [...present[1]].sort() }
    const last = found.at(-1)
    if (last?.endMs === startMs && sameList(last.expected, next.expected) && sameList(last.observed, next.observed)) {
      found[found.length - 1] = { ...last, endMs }
    } else found.push(next)
  }
  return found
}

function* edgesOf(byUser: ReadonlyMap<string, Spans>, side: 0 | 1): Generator<Edge> {
  for (const [user, spans] of byUser) {
    for (const [i, ms] of spans.entries()) yield { ms, side, user, enters: i % 2 === 0 }
  }
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false
  for (const one of a) if (!b.has(one)) return false
  return true
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i])
}
