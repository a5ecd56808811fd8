import type { Participant, Rotation } from '../model/index.ts'
import { handoffDistance } from '../schedule/index.ts'
import type { JsonObject } from './merge-sides.ts'
import { orNothing } from './plan-world.ts'
import type { SameValue } from './same-value.ts'

/**
 * The schedule with participants and handoffs as `known` has them, in each rotation that only went on in its turns. A source that tells
 * the order of the moment tells another one after each handoff, though nobody changed anything.
 */
export function keepTurns(schedule: JsonObject, known: JsonObject, isSame: SameValue): JsonObject {
  const { rotations } = schedule
  if (!Array.isArray(rotations) || !Array.isArray(known['rotations'])) return schedule
  const knownByKey = new Map((known['rotations'] as readonly Partial<Rotation>[]).map((one) => [one?.key, one]))
  let keptAny = false
  const kept = (rotations as readonly Rotation[]).map((rotation) => {
    const before = knownByKey.get(rotation.key)
    // What stands in a store may be anything.
    if (!before || !orNothing(() => goesOnAs(before as Rotation, rotation, isSame))) return rotation
    keptAny = true
    return { ...rotation, participants: before.participants, handoff: before.handoff }
  })
  return keptAny ? { ...schedule, rotations: kept } : schedule
}

/** Whether the rotation has the turns of the known one, some handoffs later. */
function goesOnAs(known: Rotation, rotation: Rotation, isSame: SameValue): boolean {
  const [ring, next] = [known.participants, rotation.participants]
  if (ring.length !== next.length || ring.length < 2 || isSame('handoff', known.handoff, rotation.handoff)) return false
  if (!isSame('timeZone', known.timeZone, rotation.timeZone)) return false
  if (!isSame('recurrence', known.recurrence, rotation.recurrence)) return false
  const lead = handoffDistance(known, rotation)
  if (lead === null) return false
  return next.every((one: Participant, turn) => isSame('participant', one, ring[(turn + lead) % ring.length]))
}
