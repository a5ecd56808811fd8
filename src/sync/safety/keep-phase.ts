import type { OnCallSnapshot, Participant, Schedule } from '../../model/index.ts'
import { canonicalJson } from '../digest.ts'
import type { PhaseAlternative } from '../plan.ts'
import { orNothing, type PlanWorld, snapshotOf } from '../plan-world.ts'
import { renderAt, reorderRings, type ReorderedSchedule } from './reorder-rings.ts'

/**
 * For schedules whose rings stand elsewhere after the changes: the participant orders that leave each slot with whom it has at `at`,
 * as far as they are still in the ring. Handoffs stay where they are, and everybody else keeps the order. By schedule key; a schedule
 * that needs no such order, or has none, is left out. Each order was rendered and found to hold.
 */
export function keepPhase(
  before: PlanWorld,
  after: PlanWorld,
  scheduleKeys: readonly string[],
  at: string,
): ReadonlyMap<string, PhaseAlternative> {
  const [old, changed] = [schedulesOf(before, scheduleKeys), schedulesOf(after, scheduleKeys)]
  const found = new Map<string, ReorderedSchedule>()
  for (const key of scheduleKeys) {
    const [was, becomes] = [old.get(key), changed.get(key)]
    const reordered = was && becomes ? orNothing(() => reorderRings(was, becomes, at)) : null
    if (reordered) found.set(key, reordered)
  }
  if (found.size === 0) return new Map()
  // A slot may stand for the people of another of these schedules, so what does not hold is taken out until all of it holds.
  const snapshot = snapshotOf(before)
  for (let wrong: readonly string[] = ['']; wrong.length > 0;) {
    const schedules = after.schedules.map((schedule) => found.get(schedule.key)?.schedule ?? schedule)
    const arranged = snapshotOf({ ...after, schedules })
    wrong = [...found].flatMap(([key, { keptSlots }]) => {
      const [held, holds] = [snapshot, arranged].map((one) => orNothing(() => holdersAt(one, key, at)))
      return held && holds && keptSlots.every((slot) => held.get(slot) === holds.get(slot)) ? [] : key
    })
    for (const key of wrong) found.delete(key)
  }

  const names = new Map([...after.users, ...after.escalationPolicies].map(({ key, name }) => [key, name]))
  return new Map([...found].map(([key, reordered]) => [key, alternativeOf(reordered, names)]))
}

function schedulesOf({ schedules }: PlanWorld, keys: readonly string[]): ReadonlyMap<string, Schedule> {
  const wanted = new Set(keys)
  return new Map(schedules.filter(({ key }) => wanted.has(key)).map((schedule) => [schedule.key, schedule]))
}

/** User keys by rotation key, as text; rotations that are off duty are not in it. */
function holdersAt(snapshot: OnCallSnapshot, scheduleKey: string, at: string): ReadonlyMap<string, string> {
  const holders = renderAt(snapshot, scheduleKey, at)
  return new Map(holders.map(({ rotationKey, userKeys }) => [rotationKey, canonicalJson(userKeys)]))
}

function alternativeOf(
  { schedule, changedSlots, upcoming }: ReorderedSchedule,
  names: ReadonlyMap<string, string>,
): PhaseAlternative {
  const nameOf = (participant: Participant): string => {
    if (participant.kind === 'nobody') return 'nobody'
    if (participant.kind === 'all') return participant.of.map(nameOf).join(' with ')
    return names.get(participant.key) ?? participant.key
  }
  const rotations = schedule.rotations
    .filter(({ key }) => changedSlots.has(key))
    .map(({ key, participants }) => ({ key, participants }))
  const order = upcoming.map((ring) => ring.map(nameOf).join(', ')).join('; ')
  return {
    scheduleKey: schedule.key,
    rotations,
    message: `Who is on call now stays so if the turns go on as ${order}.`,
  }
}
