import { type OffsetChange, posixTransitions } from './posix-transitions.ts'
import type { PosixRule } from './posix-rule.ts'

/** The rules of one zone: what was written down, and the rule for the years after that. */
export interface ZoneRules {
  readonly initialOffsetMs: number
  readonly changes: readonly OffsetChange[]
  /** Gives every change from `ruleFromYear` on. Null where the offset stays what it is. */
  readonly rule: PosixRule | null
  readonly ruleFromYear: number
}

/** Offset changes in order, ready to be searched by instant and by wall clock. */
export interface TransitionTable {
  /** Instants of the changes. */
  readonly at: Float64Array
  /** `offsets[i]` holds before `at[i]`, the last one after all of them. */
  readonly offsets: Float64Array
  /**
   * The wall clock at which the next offset takes over under the disambiguation `compatible`: a clock inside a gap
   * still counts with the offset before it, one inside an overlap too. Strictly increasing for every zone.
   */
  readonly wallKeys: Float64Array
}

/** Writes out the changes of a zone up to the end of a year. */
export function buildTransitionTable(rules: ZoneRules, lastYear: number): TransitionTable {
  const changes = [...rules.changes]
  if (rules.rule !== null) {
    for (let year = rules.ruleFromYear; year <= lastYear; year++) changes.push(...posixTransitions(rules.rule, year))
  }
  const at = new Float64Array(changes.length)
  const offsets = new Float64Array(changes.length + 1)
  const wallKeys = new Float64Array(changes.length)
  offsets[0] = rules.initialOffsetMs
  for (const [i, change] of changes.entries()) {
    const before = offsets[i] ?? 0
    at[i] = change.at
    offsets[i + 1] = change.offsetAfterMs
    wallKeys[i] = change.at + Math.max(before, change.offsetAfterMs)
  }
  return { at, offsets, wallKeys }
}

/** A power of two near 24.9 days, so that few changes share a bucket. */
const bucketMs = 2 ** 31

/** Counts how many entries of an increasing list are at or below a value. */
export interface Counter {
  (value: number): number
}

/** A counter that looks up the bucket of the value and then walks, one or two steps instead of a search by halves. */
export function createCounter(sorted: Float64Array): Counter {
  const count = sorted.length
  const first = sorted[0]
  const last = sorted[count - 1]
  if (first === undefined || last === undefined) return () => 0
  const buckets = Math.max(0, Math.floor(last / bucketMs)) + 2
  const countAtStart = new Uint16Array(buckets)
  for (let bucket = 0, i = 0; bucket < buckets; bucket++) {
    while ((sorted[i] ?? Infinity) <= bucket * bucketMs) i++
    countAtStart[bucket] = i
  }
  return (value) => {
    if (value < first) return 0
    if (value >= last) return count
    let i = countAtStart[(value / bucketMs) | 0] ?? 0
    while ((sorted[i] ?? Infinity) <= value) i++
    return i
  }
}
