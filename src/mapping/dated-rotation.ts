import type { Participant, Rotation } from '../model/index.ts'
import { onceRecurrence } from '../schedule/index.ts'

export interface DatedDuty {
  readonly key: string
  readonly name: string
  readonly startMs: number
  readonly endMs: number
  readonly participant: Participant
}

/** A rotation that is on duty once, from one instant to another: what any target can keep. */
export function datedRotation({ key, name, startMs, endMs, participant }: DatedDuty): Rotation {
  return {
    key,
    name,
    timeZone: 'UTC',
    recurrence: onceRecurrence(startMs, endMs),
    participants: [participant],
    handoff: null,
  }
}

/** Somebody whom no absence redirects any more, because absences are in the dates already. */
export function fixedUser(key: string): Participant {
  return { kind: 'user', key, overridable: false }
}
