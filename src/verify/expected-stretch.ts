import type { OnCallSnapshot, Rotation, Schedule } from '../model/index.ts'
import { renderSchedule } from '../schedule/index.ts'
import { dayMs, formatInstant, parseInstant } from '../time/index.ts'
import type { Window } from './duty.ts'
import { slotOf } from './slot-offsets.ts'

/** One stretch of one rotation, by the snapshot. */
export interface ExpectedStretch {
  readonly rotation: Rotation
  readonly shiftId: string | null
  readonly startMs: number
  readonly endMs: number
}

/** Those of a window, and of a day to either side. */
export function expectedStretches(
  snapshot: OnCallSnapshot,
  schedule: Schedule,
  window: Window,
): readonly ExpectedStretch[] {
  const rotations = new Map(schedule.rotations.map((rotation) => [rotation.key, rotation]))
  const range = { from: formatInstant(window.fromMs - dayMs), to: formatInstant(window.toMs + dayMs) }
  return renderSchedule(snapshot, schedule.key, range).flatMap(({ rotationKey, start, end }) => {
    const rotation = rotations.get(rotationKey)
    if (rotation === undefined) return []
    const shiftId = slotOf(rotationKey)?.shiftId ?? null
    return [{ rotation, shiftId, startMs: parseInstant(start), endMs: parseInstant(end) }]
  })
}
