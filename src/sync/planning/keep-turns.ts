import type { Participant, Rotation } from '../../model/index.ts'
import { handoffDistance } from '../../schedule/index.ts'
import type { JsonObject } from '../json-object.ts'
import { orNothing } from '../plan-world.ts'
import type { SameValue } from '../same-value.ts'

/**
 * The schedule with participants and handoffs as `known` has them, in each rotation that only went on in its turns. A source that tells
 * the order of the moment tells another one after each handoff, though nobody changed anything. Where the ring itself changed,
 * `retells` says of a known rotation whether the new ring is told as of its handoff: participants of one telling and the handoff of
 * another would be turns that nobody asked for.
 */
export function keepTurns(
  schedule: JsonObject,
  known: JsonObject,
  isSame: SameValue,
  retells: (known: JsonObject) => boolean,
): JsonObject {
  const { rotations } = schedule
  if (!Array.isArray(rotations) || !Array.isArray(known['rotations'])) return schedule
  const knownByKey = rotationsByKey(known)
  let keptAny = false
  const kept = (rotations as readonly Rotation[]).map((rotation) => {
    const before = knownByKey.get(rotation.key)
    // What stands in a store may be anything.
    const ring = before && orNothing(() => ringAsOf(before as unknown as Rotation, rotation, isSame))
    if (!before || !ring) return rotation
    const wentOn = isSame('participants', before['participants'], ring)
    if (!wentOn && !retells(before)) return rotation
    keptAny = true
    return { ...rotation, participants: wentOn ? before['participants'] : ring, handoff: before['handoff'] }
  })
  return keptAny ? { ...schedule, rotations: kept } : schedule
}

export function rotationsByKey({ rotations }: JsonObject): ReadonlyMap<unknown, JsonObject> {
  const list = Array.isArray(rotations) ? (rotations as readonly JsonObject[]) : []
  return new Map(list.map((rotation) => [rotation?.['key'], rotation]))
}

/** The ring that has the turns of `rotation` when counted by the handoffs of `known`; `null` where these are the same, or at other times. */
function ringAsOf(known: Rotation, rotation: Rotation, isSame: SameValue): readonly Participant[] | null {
  const next = rotation.participants
  if (next.length < 2 || isSame('handoff', known.handoff, rotation.handoff)) return null
  if (!isSame('timeZone', known.timeZone, rotation.timeZone)) return null
  // Time that elapses does not depend on occurrences.
  const isElapsed = known.handoff?.kind === 'elapsed'
  if (!isElapsed && !isSame('recurrence', known.recurrence, rotation.recurrence)) return null
  const lead = handoffDistance(known, rotation)
  if (lead === null) return null
  const first = next.length - (lead % next.length)
  return next.map((_, turn) => next[(first + turn) % next.length]!)
}
