import { intersectSpans, isSameJson, lengthMs, type Spans, sweep } from '../schedule/index.ts'
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

function differencesAt(
  offset: number,
  expected: ReadonlyMap<string, Spans>,
  observed: ReadonlyMap<string, Spans>,
): DutyDifference[] {
  const users = [...expected.keys(), ...observed.keys()]
  const usersOf = (on: readonly number[], isExpected: boolean): readonly string[] =>
    on.flatMap((lane) => (lane < expected.size === isExpected ? (users[lane] ?? []) : [])).sort()
  const found: DutyDifference[] = []
  sweep(
    [...expected.values(), ...observed.values()],
    (on) => ({ expected: usersOf(on, true), observed: usersOf(on, false) }),
    (startMs, endMs, on) => {
      if (!isSameJson(on.expected, on.observed)) found.push({ startMs, endMs, offset, ...on })
    },
  )
  return found
}
