import type { OnCallSnapshot, Rotation, Schedule } from '../model/index.ts'
import { instantText } from './instant-text.ts'
import { collectHolders } from './collect-holders.ts'
import { createReachReader } from './policy-reach.ts'
import { readWindow, type RenderWindow } from './render-window.ts'
import { findSchedule, indexSnapshot } from './snapshot-index.ts'
import { sweep } from './sweep.ts'

/** A stretch of time during which a rotation is held by the same people. */
export interface ScheduleInterval {
  readonly rotationKey: string
  /** Instant; included. */
  readonly start: string
  /** Instant; excluded. */
  readonly end: string
  /** Sorted, without duplicates, never empty. For a nested policy, everyone whom it reaches at any level. */
  readonly userKeys: readonly string[]
}

/**
 * Tells who holds each rotation of a schedule within a window, as half-open intervals clipped to it.
 *
 * By rotation in the schedule's order, then by start; the intervals of one rotation never overlap, equal neighbours are one, and
 * where nobody holds the rotation there is none. Whether the group is active plays no part: that is the policy's matter.
 * Throws `UnknownKeyError`, and `InvalidArgumentError` for a window that is none.
 */
export function renderSchedule(
  snapshot: OnCallSnapshot,
  scheduleKey: string,
  window: RenderWindow,
): ScheduleInterval[] {
  const { fromMs, toMs } = readWindow(window)
  const intervals: ScheduleInterval[] = []
  const schedule = findSchedule(indexSnapshot(snapshot), scheduleKey)
  visitSchedule(snapshot, schedule, fromMs, toMs, ({ key: rotationKey }, startMs, endMs, userKeys) => {
    intervals.push({ rotationKey, start: instantText(startMs), end: instantText(endMs), userKeys })
  })
  return intervals
}

/** `renderSchedule` in epoch milliseconds, also for a schedule that is not in the snapshot. */
export function visitSchedule(
  snapshot: OnCallSnapshot,
  schedule: Schedule,
  fromMs: number,
  toMs: number,
  visit: (rotation: Rotation, startMs: number, endMs: number, userKeys: readonly string[]) => void,
): void {
  if (fromMs === toMs) return
  const index = indexSnapshot(snapshot)
  const reader = createReachReader(index, fromMs, toMs)
  const compiled = index.compileSchedule(schedule)
  for (const rotation of schedule.rotations) {
    const held = collectHolders(index, compiled, rotation.key, fromMs, toMs)
    const lanes = [...reader.holders(schedule.key, held)]
    lanes.sort(([a], [b]) => (a < b ? -1 : 1))
    sweep<readonly string[]>(
      lanes.map(([, spans]) => spans),
      (on) => on.map((lane) => lanes[lane]?.[0] ?? ''),
      (startMs, endMs, userKeys) => visit(rotation, startMs, endMs, userKeys),
    )
  }
}
