import type { OnCallSnapshot, Override, Participant, Rotation, Schedule } from '../../../src/model/index.ts'
import { instantMs } from './walk-occurrences.ts'
import { walkRotation } from './walk-rotation.ts'

/**
 * Who is on call, found the slow way: every day is asked whether the rule gives it, every handoff is counted, every step of the
 * clock is asked who holds the slot. Shares nothing with the code under test but the model's types.
 */
export interface MinuteWalk {
  /** `offset user` pairs, sorted. */
  reachedAt(policyKey: string, epochMs: number): string[]
  /** User keys, sorted. */
  holdersAt(scheduleKey: string, rotationKey: string, epochMs: number): string[]
}

export function walkMinutes(snapshot: OnCallSnapshot, toMs: number): MinuteWalk {
  const walks = new Map<string, (epochMs: number) => readonly Participant[]>()
  const participantsAt = (rotation: Rotation, epochMs: number): readonly Participant[] => {
    let walk = walks.get(rotation.key)
    if (walk === undefined) walks.set(rotation.key, (walk = walkRotation(rotation, toMs)))
    return walk(epochMs)
  }
  const isActive = (key: string): boolean => snapshot.users.every((user) => user.key !== key || user.active)

  const slot = (schedule: Schedule, rotation: Rotation, at: number, path: readonly string[]): [number, string][] => {
    const reach = (participant: Participant): [number, string][] => {
      if (participant.kind === 'nobody') return []
      if (participant.kind === 'all') return participant.of.flatMap(reach)
      if (participant.kind === 'policy') return policy(participant.key, at, path)
      const user =
        participant.overridable === false
          ? participant.key
          : standIn(participant.key, schedule.overrides, rotation.key, at, isActive)
      return user !== null && isActive(user) ? [[0, user]] : []
    }
    return participantsAt(rotation, at).flatMap(reach)
  }

  const policy = (key: string, at: number, path: readonly string[]): [number, string][] => {
    const found = snapshot.escalationPolicies.find((one) => one.key === key)
    if (found === undefined || !found.active || path.includes(key)) return []
    return found.levels.flatMap(({ offsetMinutes, targets }) =>
      targets
        .flatMap((target): [number, string][] => {
          if (target.kind === 'user') return isActive(target.key) ? [[0, target.key]] : []
          if (target.kind === 'policy') return policy(target.key, at, [...path, key])
          const schedule = snapshot.schedules.find((one) => one.key === target.scheduleKey)
          const rotation = schedule?.rotations.find((one) => one.key === target.key)
          return schedule && rotation ? slot(schedule, rotation, at, [...path, key]) : []
        })
        .map(([inner, user]): [number, string] => [offsetMinutes + inner, user]),
    )
  }

  return {
    reachedAt: (key, at) => [...new Set(policy(key, at, []).map(([offset, user]) => `${offset} ${user}`))].sort(),
    holdersAt: (scheduleKey, rotationKey, at) => {
      const schedule = snapshot.schedules.find((one) => one.key === scheduleKey)
      const rotation = schedule?.rotations.find((one) => one.key === rotationKey)
      if (!schedule || !rotation) return []
      return [...new Set(slot(schedule, rotation, at, [scheduleKey]).map(([, user]) => user))].sort()
    },
  }
}

function standIn(
  user: string,
  overrides: readonly Override[],
  rotationKey: string,
  at: number,
  isActive: (key: string) => boolean,
): string | null {
  const met: string[] = []
  for (let now: string | null = user; now !== null;) {
    const current: string = now
    if (met.includes(current) || !isActive(current)) return null
    met.push(current)
    let best: Override | null = null
    for (const one of overrides) {
      const applies =
        one.replaces === current &&
        one.rotationKeys.includes(rotationKey) &&
        instantMs(one.from) <= at &&
        at < instantMs(one.to)
      if (applies && (best === null || outranks(one, best))) best = one
    }
    if (best === null) return current
    now = best.replacement
  }
  return null
}

function outranks(a: Override, b: Override): boolean {
  if (a.scope !== b.scope) return a.scope === 'group'
  if (instantMs(a.from) !== instantMs(b.from)) return instantMs(a.from) > instantMs(b.from)
  return a.key < b.key
}
