import type { OnCallSnapshot, Rotation, Schedule } from '../model/index.ts'
import { visitSchedule } from '../schedule/index.ts'
import { dayMs } from '../time/index.ts'
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
  const found: ExpectedStretch[] = []
  visitSchedule(snapshot, schedule, window.fromMs - dayMs, window.toMs + dayMs, (rotation, startMs, endMs) => {
    found.push({ rotation, shiftId: slotOf(rotation.key)?.shiftId ?? null, startMs, endMs })
  })
  return found
}
