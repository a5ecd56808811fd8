import type { Recurrence } from '../model/index.ts'
import { formatWall } from '../time/index.ts'

/** From one instant of epoch milliseconds to another, once, for a rotation in UTC. */
export function onceRecurrence(startMs: number, endMs: number): Recurrence {
  return {
    startsAtWall: formatWall(startMs),
    endsAtWall: formatWall(endMs),
    rule: { kind: 'once' },
    until: { kind: 'never' },
    duration: { kind: 'wall' },
    disambiguation: 'compatible',
    exceptions: [],
  }
}
