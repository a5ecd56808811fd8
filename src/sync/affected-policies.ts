import type { EscalationPolicy, Participant, Schedule } from '../model/index.ts'
import type { Change } from './plan.ts'
import { orNothing, type PlanWorld } from './plan-world.ts'
import { isSameJson } from '../schedule/index.ts'

/** An item whose value differs between two worlds. */
export type ChangedItem = Pick<Change, 'entity' | 'key'>

/**
 * Keys of the policies that may reach other people after the changes, sorted: changed themselves, through a schedule, through a user
 * who became reachable or stopped being so, or through a policy that they nest.
 */
export function affectedPolicies(
  before: PlanWorld,
  after: PlanWorld,
  changed: readonly ChangedItem[],
): readonly string[] {
  const keysOf = (entity: ChangedItem['entity']): Set<string> =>
    new Set(changed.filter((item) => item.entity === entity).map(({ key }) => key))
  return readingPolicies([before, after], {
    policies: differing(before.escalationPolicies, after.escalationPolicies, keysOf('escalationPolicy'), policyDuty),
    schedules: differing(before.schedules, after.schedules, keysOf('schedule'), scheduleDuty),
    users: switchedUsers(before, after, keysOf('user')),
  })
}

/** Keys of the policies in which one of these users holds a place, be it through others; sorted. */
export function policiesOfUsers(world: PlanWorld, users: ReadonlySet<string>): readonly string[] {
  return readingPolicies([world], { policies: none, schedules: none, users })
}

const none: ReadonlySet<string> = new Set()

interface Reads {
  readonly policies: ReadonlySet<string>
  readonly schedules: ReadonlySet<string>
  readonly users: ReadonlySet<string>
}

/** Policies that are, or read in any of the worlds, one of the items. */
function readingPolicies(worlds: readonly PlanWorld[], { policies, schedules, users }: Reads): readonly string[] {
  if (policies.size + schedules.size + users.size === 0) return []
  const affected = new Set<string>()
  const nestedIn = new Map<string, string[]>()
  for (const world of worlds) {
    const scheduleReads = readSchedules(world, users)
    for (const policy of world.escalationPolicies) {
      const reads = orNothing(() => readPolicy(policy, users, schedules, scheduleReads)) ?? unreadable
      if (reads.isAffected || policies.has(policy.key)) affected.add(policy.key)
      for (const nested of reads.policies) {
        const list = nestedIn.get(nested)
        if (list) list.push(policy.key)
        else nestedIn.set(nested, [policy.key])
      }
    }
  }
  // What is added while the set is walked is walked too.
  for (const key of affected) for (const outer of nestedIn.get(key) ?? []) affected.add(outer)
  return [...affected].sort()
}

const policyDuty = ({ active, levels }: EscalationPolicy): unknown => ({ active, levels })
const scheduleDuty = ({ rotations, overrides }: Schedule): unknown => ({ rotations, overrides })

/** Those that are in one world only, or say another thing there about who is on call. A new name says nothing. */
function differing<T extends { readonly key: string }>(
  before: readonly T[],
  after: readonly T[],
  changed: ReadonlySet<string>,
  dutyOf: (item: T) => unknown,
): ReadonlySet<string> {
  if (changed.size === 0) return changed
  const old = new Map(before.filter(({ key }) => changed.has(key)).map((item) => [item.key, item]))
  const differs = new Set(changed)
  for (const item of after) {
    const was = changed.has(item.key) ? old.get(item.key) : undefined
    if (was && isSameJson(dutyOf(was), dutyOf(item))) differs.delete(item.key)
  }
  return differs
}

/** The users who are reachable in one world and not in the other. Whom a world does not have counts as reachable. */
function switchedUsers(before: PlanWorld, after: PlanWorld, changed: ReadonlySet<string>): ReadonlySet<string> {
  if (changed.size === 0) return changed
  const inactive = ({ users }: PlanWorld): ReadonlySet<string> =>
    new Set(users.filter(({ key, active }) => !active && changed.has(key)).map(({ key }) => key))
  const [then, now] = [inactive(before), inactive(after)]
  return new Set([...changed].filter((key) => then.has(key) !== now.has(key)))
}

interface ScheduleReads {
  readonly hasUser: boolean
  readonly policies: readonly string[]
}

const nothing: ScheduleReads = { hasUser: false, policies: [] }

function readSchedules(world: PlanWorld, users: ReadonlySet<string>): ReadonlyMap<string, ScheduleReads> {
  const reads = new Map<string, ScheduleReads>()
  for (const schedule of world.schedules) {
    const found = orNothing(() => readSchedule(schedule, users))
    if (found && (found.hasUser || found.policies.length > 0)) reads.set(schedule.key, found)
  }
  return reads
}

function readSchedule({ rotations, overrides }: Schedule, users: ReadonlySet<string>): ScheduleReads {
  const policies: string[] = []
  let hasUser = false
  const read = (participant: Participant): void => {
    if (participant.kind === 'policy') policies.push(participant.key)
    else if (participant.kind === 'user') hasUser ||= users.has(participant.key)
    else if (participant.kind === 'all') participant.of.forEach(read)
  }
  for (const { participants } of rotations) participants.forEach(read)
  if (users.size > 0) {
    hasUser ||= overrides.some(
      ({ replaces, replacement }) => users.has(replaces) || (replacement !== null && users.has(replacement)),
    )
  }
  return { hasUser, policies }
}

interface PolicyReads {
  readonly isAffected: boolean
  readonly policies: ReadonlySet<string>
}

const unreadable: PolicyReads = { isAffected: false, policies: none }

function readPolicy(
  policy: EscalationPolicy,
  users: ReadonlySet<string>,
  schedules: ReadonlySet<string>,
  scheduleReads: ReadonlyMap<string, ScheduleReads>,
): PolicyReads {
  let isAffected = false
  const policies = new Set<string>()
  for (const { targets } of policy.levels) {
    for (const target of targets) {
      if (target.kind === 'policy') policies.add(target.key)
      else if (target.kind === 'user') isAffected ||= users.has(target.key)
      else {
        const reads = scheduleReads.get(target.scheduleKey) ?? nothing
        isAffected ||= reads.hasUser || schedules.has(target.scheduleKey)
        for (const nested of reads.policies) policies.add(nested)
      }
    }
  }
  return { isAffected, policies }
}
