import type { OnCallSnapshot } from '../model/index.ts'
import { renderEscalation } from '../schedule/index.ts'
import { formatInstant, parseInstant } from '../time/index.ts'
import { addDuty, type Duty, settleDuty, type Window } from './duty.ts'

/** Who the snapshot says is reached by a policy within the window. */
export function expectedDuty(snapshot: OnCallSnapshot, policyKey: string, window: Window): Duty {
  const duty: Duty = new Map()
  const range = { from: formatInstant(window.fromMs), to: formatInstant(window.toMs) }
  for (const interval of renderEscalation(snapshot, policyKey, range)) {
    const [start, end] = [parseInstant(interval.start), parseInstant(interval.end)]
    for (const level of interval.levels) {
      for (const user of level.userKeys) addDuty(duty, level.offsetMinutes, user, start, end)
    }
  }
  return settleDuty(duty)
}
