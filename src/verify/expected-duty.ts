import type { OnCallSnapshot } from '../model/index.ts'
import { renderReach } from '../schedule/index.ts'
import { formatInstant, parseInstant } from '../time/index.ts'
import { addDuty, type Duty, type Window } from './duty.ts'

/** Who the snapshot says is reached by a policy within the window. */
export function expectedDuty(
  snapshot: OnCallSnapshot,
  policyKey: string,
  window: Window,
  read: (instant: string) => number = parseInstant,
): Duty {
  const duty: Duty = new Map()
  const range = { from: formatInstant(window.fromMs), to: formatInstant(window.toMs) }
  for (const { offsetMinutes, userKey, start, end } of renderReach(snapshot, policyKey, range)) {
    addDuty(duty, offsetMinutes, userKey, read(start), read(end))
  }
  return duty
}
