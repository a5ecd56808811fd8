import { Temporal } from 'temporal-polyfill'
import type {
  OnCallSnapshot,
  Override,
  Participant,
  Recurrence,
  Rotation,
  Schedule,
  Weekday,
} from '../../../src/model/index.ts'

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

export interface WalkedOccurrence {
  readonly ruleStart: number
  readonly start: number
  readonly end: number
  readonly excluded: boolean
}

export const stepMs = 15 * 60_000
const daysLookedBeyond = 3

export function walkMinutes(snapshot: OnCallSnapshot, toMs: number): MinuteWalk {
  const holdersOf = new Map<string, (epochMs: number) => Participant[]>()
  const participantsAt = (rotation: Rotation, epochMs: number): Participant[] => {
    let holders = holdersOf.get(rotation.key)
    if (holders === undefined) holdersOf.set(rotation.key, (holders = walkRotation(rotation, toMs)))
    return holders(epochMs)
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

function walkRotation(rotation: Rotation, toMs: number): (epochMs: number) => Participant[] {
  const { participants, handoff, recurrence, timeZone } = rotation
  const occurrences = walkOccurrences(recurrence, timeZone, toMs)
  const turnsOf = new Map<WalkedOccurrence, number>()
  let handoffs: number[] = []
  if (handoff?.kind === 'occurrences') {
    let begun: number | null = null
    for (const occurrence of occurrences) {
      if (occurrence.excluded) continue
      if (begun === null && occurrence.ruleStart >= instantMs(handoff.firstStart)) begun = 0
      turnsOf.set(occurrence, begun === null ? 0 : 1 + Math.floor(begun++ / handoff.every))
    }
  }
  if (handoff?.kind === 'elapsed') {
    const last = toMs + 40 * 86_400_000
    const anchor = Temporal.PlainDateTime.from(handoff.anchorWall)
    for (let number = 1; (handoffs.at(-1) ?? 0) < last; number++) {
      const wall = anchor.add({ [handoff.unit]: (handoff.firstIndex + number - 1) * handoff.every })
      handoffs.push(toInstantMs(wall, timeZone, recurrence.disambiguation))
    }
  }
  const turnAt = (at: number): number => handoffs.filter((one) => one <= at).length
  const turns = (occurrence: WalkedOccurrence, at: number): number[] => {
    if (handoff === null) return [0]
    if (handoff.kind === 'occurrences') return [turnsOf.get(occurrence) ?? 0]
    if (handoff.midOccurrence === 'split') return [turnAt(at)]
    const held = new Set<number>()
    for (let moment = occurrence.start; moment < occurrence.end; moment += stepMs) held.add(turnAt(moment))
    return [...held]
  }
  const memo = new Map<WalkedOccurrence, number[]>()
  return (at) =>
    occurrences
      .filter(({ start, end, excluded }) => !excluded && start <= at && at < end)
      .flatMap((occurrence) => {
        if (handoff?.kind === 'elapsed' && handoff.midOccurrence === 'split') return turns(occurrence, at)
        let all = memo.get(occurrence)
        if (all === undefined) memo.set(occurrence, (all = turns(occurrence, at)))
        return all
      })
      .flatMap((turn) => participants[turn % participants.length] ?? [])
}

/** All that start before `toMs`, by number. */
export function walkOccurrences(recurrence: Recurrence, timeZone: string, toMs: number): WalkedOccurrence[] {
  const { until, duration, disambiguation, exceptions } = recurrence
  const first = Temporal.PlainDateTime.from(recurrence.startsAtWall)
  const length = first.until(Temporal.PlainDateTime.from(recurrence.endsAtWall), { largestUnit: 'days' })
  const last = Temporal.Instant.fromEpochMilliseconds(toMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .add({ days: daysLookedBeyond })
  const occurrences: WalkedOccurrence[] = []
  for (let date = first.toPlainDate(); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!gives(recurrence.rule, date, first.toPlainDate())) continue
    if (until.kind === 'count' && occurrences.length >= until.count) break
    const wall = date.toPlainDateTime(first.toPlainTime())
    const start = toInstantMs(wall, timeZone, disambiguation)
    if (until.kind === 'date' && (until.inclusive ? start > instantMs(until.at) : start >= instantMs(until.at))) break
    const end =
      duration.kind === 'wall' ? toInstantMs(wall.add(length), timeZone, disambiguation) : start + duration.elapsedMs
    const own = exceptions.filter((one) => instantMs(one.start) === start)
    const moved = own.find((one) => one.kind === 'moved')
    occurrences.push({
      ruleStart: start,
      start: moved?.kind === 'moved' ? instantMs(moved.newStart) : start,
      end: moved?.kind === 'moved' ? instantMs(moved.newEnd) : end,
      excluded: own.some((one) => one.kind === 'excluded'),
    })
  }
  return occurrences
}

const weekdays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function gives(rule: Recurrence['rule'], date: Temporal.PlainDate, first: Temporal.PlainDate): boolean {
  const weekday = weekdays[date.dayOfWeek - 1]
  const daysSince = first.until(date).days
  switch (rule.kind) {
    case 'once':
      return daysSince === 0
    case 'daily':
      return daysSince % rule.every === 0
    case 'weekly': {
      const start = weekdays.indexOf(rule.weekStart) + 1
      const weekOf = (day: Temporal.PlainDate) => day.subtract({ days: (day.dayOfWeek - start + 7) % 7 })
      return (weekOf(first).until(weekOf(date)).days / 7) % rule.every === 0 && rule.days.some((one) => one === weekday)
    }
    case 'monthly-by-date': {
      if (rule.months.length > 0 && !rule.months.includes(date.month)) return false
      if (rule.date === 'last') return date.day === date.daysInMonth
      const isShort = rule.date > date.daysInMonth
      return date.day === rule.date || (isShort && rule.missingDate === 'last-day' && date.day === date.daysInMonth)
    }
    case 'monthly-by-weekday': {
      if (rule.months.length > 0 && !rule.months.includes(date.month)) return false
      if (weekday !== rule.day) return false
      return rule.ordinal === 'last' ? date.day + 7 > date.daysInMonth : Math.ceil(date.day / 7) === rule.ordinal
    }
    case 'yearly':
      return date.month === first.month && date.day === first.day
    case 'never':
      break
  }
  return false
}

function toInstantMs(
  wall: Temporal.PlainDateTime,
  timeZone: string,
  disambiguation: Recurrence['disambiguation'],
): number {
  if (disambiguation !== 'first-valid') {
    return wall.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds
  }
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const isSkipped = !earlier.toPlainDateTime().equals(wall)
  return isSkipped
    ? (earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.NaN)
    : earlier.epochMilliseconds
}

export function instantMs(iso: string): number {
  return Temporal.Instant.from(iso).epochMilliseconds
}
