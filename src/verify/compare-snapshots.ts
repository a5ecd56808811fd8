import { append, getOrAdd } from '../get-or-add.ts'
import { InvalidArgumentError } from '../errors.ts'
import type { OnCallSnapshot } from '../model/index.ts'
import {
  instantTexts,
  lengthMs,
  mapSpans,
  policyReach,
  type Spans,
  subtractSpans,
  uniteSpans,
} from '../schedule/index.ts'
import { formatInstant, parseInstant } from '../time/index.ts'
import { compareDuty } from './compare-duty.ts'
import { findDoubleBookings } from './double-booking.ts'
import { type Duty, dutyAt, type Window } from './duty.ts'
import { impactMessages } from './impact-message.ts'
import type {
  OnCallLevel,
  PersonComparison,
  PolicyComparison,
  SnapshotImpact,
  UnreachablePerson,
} from './snapshot-impact.ts'

/**
 * Says what changes for people when `after` takes the place of `before`: time on call gained and lost, who is on call now, gaps,
 * people booked twice, policies and people that cannot be reached. The window and `now` are instants; the words are English, in UTC.
 */
export function compareSnapshots(
  before: OnCallSnapshot,
  after: OnCallSnapshot,
  window: { readonly from: string; readonly to: string },
  options: { readonly now: string },
): SnapshotImpact {
  const range = { fromMs: parseInstant(window.from), toMs: parseInstant(window.to) }
  const nowMs = parseInstant(options.now)
  if (range.toMs <= range.fromMs)
    throw new InvalidArgumentError(`The window from ${window.from} to ${window.to} is empty.`)
  const [left, right] = [dutiesOf(before, range), dutiesOf(after, range)]
  const [leftNow, rightNow] = [before, after].map((one) => dutiesOf(one, { fromMs: nowMs, toMs: nowMs + 1 }))
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort()
  const names = namesOf(before, after)
  const policies = keys.map((key) =>
    comparePolicy({
      key,
      name: names(key),
      range,
      nowMs,
      left: left.get(key),
      right: right.get(key),
      leftNow: leftNow?.get(key),
      rightNow: rightNow?.get(key),
    }),
  )
  const impact = {
    from: formatInstant(range.fromMs),
    to: formatInstant(range.toMs),
    now: formatInstant(nowMs),
    policies,
    people: comparePeople(left, right, names),
    doubleBooked: findDoubleBookings(after, right, names),
    unreachable: unreachablePeople(after, right, names),
  }
  return { ...impact, messages: impactMessages(impact, names) }
}

type Duties = ReadonlyMap<string, Duty>

function dutiesOf(snapshot: OnCallSnapshot, window: Window): Duties {
  return new Map(
    snapshot.escalationPolicies.map(({ key }) => [key, policyReach(snapshot, key, window.fromMs, window.toMs)]),
  )
}

function namesOf(before: OnCallSnapshot, after: OnCallSnapshot): (key: string) => string {
  const names = new Map<string, string>()
  for (const snapshot of [before, after]) {
    for (const { key, name } of [...snapshot.escalationPolicies, ...snapshot.users]) names.set(key, name)
  }
  return (key) => names.get(key) ?? key
}

interface PolicyPair {
  readonly key: string
  readonly name: string
  readonly range: Window
  readonly nowMs: number
  readonly left: Duty | undefined
  readonly right: Duty | undefined
  readonly leftNow: Duty | undefined
  readonly rightNow: Duty | undefined
}

function comparePolicy({ key, name, range, nowMs, left, right, leftNow, rightNow }: PolicyPair): PolicyComparison {
  const { differences } = compareDuty(left ?? new Map(), right ?? new Map())
  const [leftCovered, rightCovered] = [uniteSpans(allSpans(left)), uniteSpans(allSpans(right))]
  const windowMs = range.toMs - range.fromMs
  const levels = (duty: Duty | undefined): OnCallLevel[] =>
    dutyAt(duty, nowMs).map(({ offset, users }) => ({ offsetMinutes: offset, userKeys: users }))
  return {
    key,
    name,
    status:
      left === undefined ? 'added' : right === undefined ? 'removed' : differences.length > 0 ? 'changed' : 'unchanged',
    now: { before: levels(leftNow), after: levels(rightNow) },
    uncoveredMinutes: {
      before: (windowMs - lengthMs(leftCovered)) / 60_000,
      after: (windowMs - lengthMs(rightCovered)) / 60_000,
    },
    newGaps: mapSpans(subtractSpans(leftCovered, rightCovered), instantTexts),
    reachesNobody: right !== undefined && rightCovered.length === 0,
    load: loadOf(left, right),
    changes: differences.map(({ startMs, endMs, offset, expected, observed }) => ({
      ...instantTexts(startMs, endMs),
      offsetMinutes: offset,
      before: expected,
      after: observed,
    })),
  }
}

function loadOf(left: Duty | undefined, right: Duty | undefined): { userKey: string; minutes: number }[] {
  const [before, after] = [spansByUser([left]), spansByUser([right])]
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((userKey) => ({
      userKey,
      minutes: (lengthMs(after.get(userKey) ?? []) - lengthMs(before.get(userKey) ?? [])) / 60_000,
    }))
    .filter(({ minutes }) => minutes !== 0)
}

function comparePeople(left: Duties, right: Duties, names: (key: string) => string): PersonComparison[] {
  const [before, after] = [spansByUser(left.values()), spansByUser(right.values())]
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const [had, has] = [before.get(key) ?? [], after.get(key) ?? []]
    const [gained, lost] = [subtractSpans(has, had), subtractSpans(had, has)]
    if (gained.length === 0 && lost.length === 0) return []
    return {
      key,
      name: names(key),
      beforeMinutes: lengthMs(had) / 60_000,
      afterMinutes: lengthMs(has) / 60_000,
      gainedMinutes: lengthMs(gained) / 60_000,
      lostMinutes: lengthMs(lost) / 60_000,
      gained: mapSpans(gained, instantTexts),
      lost: mapSpans(lost, instantTexts),
    }
  })
}

function unreachablePeople(
  snapshot: OnCallSnapshot,
  duties: Duties,
  names: (key: string) => string,
): UnreachablePerson[] {
  const users = new Map(snapshot.users.map((user) => [user.key, user]))
  const policies = new Map<string, Set<string>>()
  for (const [policyKey, duty] of duties) {
    for (const byUser of duty.values()) {
      for (const key of byUser.keys()) getOrAdd(policies, key, () => new Set()).add(policyKey)
    }
  }
  return [...policies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, policyKeys]) => {
      const user = users.get(key)
      if (user?.contactMethods.some(({ active }) => active)) return []
      const reason = user === undefined ? ('unknown' as const) : ('no-contact-method' as const)
      return { key, name: names(key), reason, policyKeys: [...policyKeys].sort() }
    })
}

function allSpans(duty: Duty | undefined): Spans[] {
  return [...(duty?.values() ?? [])].flatMap((byUser) => [...byUser.values()])
}

function spansByUser(duties: Iterable<Duty | undefined>): ReadonlyMap<string, Spans> {
  const lists = new Map<string, Spans[]>()
  for (const duty of duties) {
    for (const byUser of duty?.values() ?? []) {
      for (const [user, spans] of byUser) {
        append(lists, user, spans)
      }
    }
  }
  return new Map([...lists].map(([user, list]) => [user, uniteSpans(list)]))
}
