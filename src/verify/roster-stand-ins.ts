import { groupKey, type OnCallSnapshot, type Override, type Rotation } from '../model/index.ts'
import { onceRecurrence, visitSchedule } from '../schedule/index.ts'

/** Where a shift reaches a whole roster: its group and its id. */
export interface RosterPlace {
  readonly groupId: string
  readonly shiftId: string
}

/** Tells who is reached, and when, for people of a roster who are alerted together by a shift. */
export type RosterStandIns = (
  place: RosterPlace,
  userKeys: readonly string[],
  startMs: number,
  endMs: number,
  visit: (userKey: string, startMs: number, endMs: number) => void,
) => void

const rosterKey = 'roster'

/**
 * A row names a group whose whole roster is alerted, and not who of them is away. That is taken from the snapshot's overrides, so
 * that what the source does not say is no difference; corrections of what was found different are none of the source's.
 */
export function createRosterStandIns(snapshot: OnCallSnapshot): RosterStandIns {
  const byShift = new Map<string, readonly Override[]>()
  const overridesOf = ({ groupId, shiftId }: RosterPlace): readonly Override[] => {
    const name = `${groupId} ${shiftId}`
    let found = byShift.get(name)
    if (found === undefined) {
      const schedule = snapshot.schedules.find(({ key }) => key === groupKey(groupId))
      const ofShift = (schedule?.overrides ?? []).filter(
        ({ rotationKeys, renewBy }) =>
          renewBy === undefined && rotationKeys.some((key) => key.startsWith(`shift:${shiftId}/`)),
      )
      found = ofShift.map((one) => ({ ...one, rotationKeys: [rosterKey] }))
      byShift.set(name, found)
    }
    return found
  }
  return (place, userKeys, startMs, endMs, visit) => {
    const overrides = overridesOf(place)
    const away = new Set(overrides.map(({ replaces }) => replaces))
    for (const key of userKeys) if (!away.has(key)) visit(key, startMs, endMs)
    const some = userKeys.filter((key) => away.has(key))
    if (some.length === 0) return
    const rotations = [rosterRotation(some, startMs, endMs)]
    const schedule = { key: rosterKey, name: '', timeZone: 'UTC', rotations, overrides }
    visitSchedule(snapshot, schedule, startMs, endMs, (_rotation, from, to, keys) => {
      for (const key of keys) visit(key, from, to)
    })
  }
}

function rosterRotation(userKeys: readonly string[], startMs: number, endMs: number): Rotation {
  return {
    key: rosterKey,
    name: '',
    timeZone: 'UTC',
    recurrence: onceRecurrence(startMs, endMs),
    participants: [{ kind: 'all', of: userKeys.map((key) => ({ kind: 'user', key })) }],
    handoff: null,
  }
}
