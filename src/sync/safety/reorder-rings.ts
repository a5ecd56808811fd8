import type { OnCallSnapshot, Participant, Rotation, Schedule } from '../../model/index.ts'
import { renderSchedule, type ScheduleInterval } from '../../schedule/index.ts'
import { formatInstant, parseInstant } from '../../time/index.ts'
import { canonicalJson } from '../digest.ts'
import { snapshotOf } from '../plan-world.ts'
import { arrangeRing, type HeldPlace, ringLead } from './ring-order.ts'

export interface ReorderedSchedule {
  readonly schedule: Schedule
  /** Rotation keys with participants in another order. */
  readonly changedSlots: ReadonlySet<string>
  /** Rotation keys that hold at the instant whom they held before. */
  readonly keptSlots: readonly string[]
  /** For each ring in another order, its members from the turn at the instant on. */
  readonly upcoming: readonly (readonly Participant[])[]
}

/** Orders the rings of a changed schedule so that slots keep whom they had at an instant. `null` where nothing is to be gained. */
export function reorderRings(was: Schedule, becomes: Schedule, at: string): ReorderedSchedule | null {
  const [oldPlaces, newPlaces] = [placesAt(was, at), placesAt(becomes, at)]
  const oldRotations = new Map(was.rotations.map((rotation) => [rotation.key, rotation]))
  const orders = new Map<string, readonly Participant[]>()
  const keptSlots: string[] = []
  const upcoming: (readonly Participant[])[] = []

  for (const ring of ringsOf(becomes.rotations)) {
    const base = ring.slots[0]!.rotation.participants.map(canonicalJson)
    const members = new Set(base)
    const claims: HeldPlace<string>[] = []
    const kept: string[] = []
    for (const { rotation, lead } of ring.slots) {
      const held = oldPlaces.get(rotation.key)?.map((place) => oldRotations.get(rotation.key)!.participants[place]!)
      const places = newPlaces.get(rotation.key)
      if (!held || held.length !== places?.length) continue
      const holders = held.map(canonicalJson)
      if (!holders.every((holder) => members.has(holder))) continue
      kept.push(rotation.key)
      for (const [nth, holder] of holders.entries()) {
        claims.push({ place: (places[nth]! + lead) % base.length, holder })
      }
    }
    if (claims.every(({ place, holder }) => base[place] === holder)) continue
    const order = arrangeRing(base, claims)
    if (!order) continue
    const participantOf = new Map(ring.slots[0]!.rotation.participants.map((one, nth) => [base[nth]!, one]))
    const arranged = order.map((member) => participantOf.get(member)!)
    for (const { rotation, lead } of ring.slots) orders.set(rotation.key, rotate(arranged, lead))
    keptSlots.push(...kept)
    upcoming.push(rotate(arranged, claims[0]!.place))
  }
  if (orders.size === 0) return null
  const rotations = becomes.rotations.map((rotation) => ({
    ...rotation,
    participants: orders.get(rotation.key) ?? rotation.participants,
  }))
  return { schedule: { ...becomes, rotations }, changedSlots: new Set(orders.keys()), keptSlots, upcoming }
}

interface Ring {
  /** The first one's participants are the ring's order; `lead`: so many places ahead of it. */
  readonly slots: { readonly rotation: Rotation; readonly lead: number }[]
}

/** The rotations that hand over at the same times among the same participants in the same order: the slots of one shift. */
function ringsOf(rotations: readonly Rotation[]): readonly Ring[] {
  const byTiming = new Map<string, Ring[]>()
  const rings: Ring[] = []
  for (const rotation of rotations) {
    if (rotation.participants.length < 2) continue
    const { timeZone, recurrence, handoff } = rotation
    const timing = canonicalJson([timeZone, recurrence, handoff])
    const candidates = byTiming.get(timing) ?? []
    const participants = rotation.participants.map(canonicalJson)
    const found = candidates
      .map((ring) => ({ ring, lead: ringLead(ring.slots[0]!.rotation.participants.map(canonicalJson), participants) }))
      .find(({ lead }) => lead !== null)
    if (found) {
      found.ring.slots.push({ rotation, lead: found.lead! })
      continue
    }
    const ring: Ring = { slots: [{ rotation, lead: 0 }] }
    rings.push(ring)
    byTiming.set(timing, [...candidates, ring])
  }
  return rings
}

/** Who holds each rotation of the schedule at an instant. */
export function renderAt(snapshot: OnCallSnapshot, scheduleKey: string, at: string): readonly ScheduleInterval[] {
  return renderSchedule(snapshot, scheduleKey, { from: at, to: formatInstant(parseInstant(at) + 1) })
}

/** Which places of its participants hold each rotation at an instant, in the order of their turns. Off duty: not in it. */
function placesAt(schedule: Schedule, at: string): ReadonlyMap<string, readonly number[]> {
  // Rendered with a stand-in for each place, since whoever holds several would hide which one it is.
  const rotations = schedule.rotations.map((rotation) => ({
    ...rotation,
    participants: rotation.participants.map((_, place) => ({ kind: 'user' as const, key: `${place}` })),
  }))
  const probe = { ...schedule, rotations, overrides: [] }
  const world = { users: [], userGroups: [], schedules: [probe], escalationPolicies: [] }
  return new Map(
    renderAt(snapshotOf(world), schedule.key, at).map(({ rotationKey, userKeys }) => {
      const size = rotations.find(({ key }) => key === rotationKey)!.participants.length
      return [rotationKey, inTurnOrder(userKeys.map(Number), size)]
    }),
  )
}

/** Places that are held together follow each other around the ring; the widest gap is where they begin. */
function inTurnOrder(places: readonly number[], size: number): readonly number[] {
  const sorted = [...places].sort((a, b) => a - b)
  let start = 0
  let widest = 0
  for (const [nth, place] of sorted.entries()) {
    const gap = (place - sorted.at(nth - 1)! + size) % size
    if (gap > widest) [start, widest] = [nth, gap]
  }
  return [...sorted.slice(start), ...sorted.slice(0, start)]
}

function rotate<T>(list: readonly T[], by: number): readonly T[] {
  return [...list.slice(by), ...list.slice(0, by)]
}
