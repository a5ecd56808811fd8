import type { OnCallSnapshot } from '../model/index.ts'
import { parseInstant } from '../time/index.ts'
import { instantText } from './instant-text.ts'
import { createReachReader, type Reach } from './policy-reach.ts'
import { readWindow, type RenderWindow } from './render-window.ts'
import { findPolicy, indexSnapshot } from './snapshot-index.ts'
import type { Spans } from './spans.ts'
import { sweep } from './sweep.ts'

/** A stretch of time during which a policy reaches the same people at the same offsets. */
export interface EscalationInterval {
  /** Instant; included. */
  readonly start: string
  /** Instant; excluded. */
  readonly end: string
  /** By offset; never empty. */
  readonly levels: readonly ReachedLevel[]
}

/** Who is reached, so many minutes after the alert. */
export interface ReachedLevel {
  readonly offsetMinutes: number
  /** Sorted, without duplicates, never empty. */
  readonly userKeys: readonly string[]
}

/**
 * Tells whom a policy reaches, minute by minute of a window, as half-open intervals clipped to it.
 *
 * Stretches in which nobody is reached are left out, as are levels that reach nobody; equal neighbours are one interval. A policy
 * without levels, or of an inactive group, gives none. The snapshot must not be changed afterwards: what is read of it is kept.
 * Throws `UnknownKeyError`, and `InvalidArgumentError` for a window that is none.
 */
export function renderEscalation(
  snapshot: OnCallSnapshot,
  policyKey: string,
  window: RenderWindow,
): EscalationInterval[] {
  const { fromMs, toMs } = readWindow(window)
  return escalationIntervals(policyReach(snapshot, policyKey, fromMs, toMs))
}

/**
 * Tells the same as `renderEscalation`, person by person, for a window of epoch milliseconds; nobody in one that ends where it starts.
 *
 * The snapshot must not be changed afterwards. Throws `UnknownKeyError`.
 */
export function policyReach(snapshot: OnCallSnapshot, policyKey: string, fromMs: number, toMs: number): Reach {
  const index = indexSnapshot(snapshot)
  return createReachReader(index, fromMs, toMs).policy(findPolicy(index, policyKey).key)
}

/** Tells whom a policy reaches at one instant. Throws `UnknownKeyError` and `InvalidArgumentError`. */
export function onCallAt(snapshot: OnCallSnapshot, policyKey: string, instant: string): readonly ReachedLevel[] {
  const atMs = parseInstant(instant)
  return escalationIntervals(policyReach(snapshot, policyKey, atMs, atMs + 1))[0]?.levels ?? []
}

interface Lane {
  readonly offsetMinutes: number
  readonly userKey: string
  readonly spans: Spans
}

function escalationIntervals(reach: Reach): EscalationInterval[] {
  const lanes = lanesOf(reach)
  const intervals: EscalationInterval[] = []
  sweep(
    lanes.map(({ spans }) => spans),
    (on) => joinLanes(lanes, on),
    (startMs, endMs, levels) => intervals.push({ start: instantText(startMs), end: instantText(endMs), levels }),
  )
  return intervals
}

/** Sorted by offset, then user key. */
function lanesOf(reach: Reach): Lane[] {
  const lanes: Lane[] = []
  for (const [offsetMinutes, users] of reach) {
    for (const [userKey, spans] of users) lanes.push({ offsetMinutes, userKey, spans })
  }
  return lanes.sort((a, b) => a.offsetMinutes - b.offsetMinutes || (a.userKey < b.userKey ? -1 : 1))
}

function joinLanes(lanes: readonly Lane[], on: readonly number[]): readonly ReachedLevel[] {
  const levels: { readonly offsetMinutes: number; readonly userKeys: string[] }[] = []
  for (const { offsetMinutes, userKey } of on.flatMap((number) => lanes[number] ?? [])) {
    const last = levels.at(-1)
    if (last?.offsetMinutes === offsetMinutes) last.userKeys.push(userKey)
    else levels.push({ offsetMinutes, userKeys: [userKey] })
  }
  return levels
}
