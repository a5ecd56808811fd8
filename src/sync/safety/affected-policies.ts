import type { EscalationPolicy, Schedule } from '../../model/index.ts'
import { isSameJson } from '../../schedule/index.ts'
import type { Change } from '../plan.ts'
import type { PlanWorld } from '../plan-world.ts'
import { keyOf, readersIn, withReaders } from '../readers.ts'

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
  const keysOf = (entity: ChangedItem['entity']): ReadonlySet<string> =>
    new Set(changed.filter((item) => item.entity === entity).map(({ key }) => key))
  const policies = keysOf('escalationPolicy')
  const users = switchedUsers(before, after, keysOf('user'))
  return policiesReading([before, after], users, [
    ...named('escalationPolicy', differing(before.escalationPolicies, after.escalationPolicies, policies, policyDuty)),
    ...named('schedule', differing(before.schedules, after.schedules, keysOf('schedule'), scheduleDuty)),
  ])
}

/** Keys of the policies in which one of these users holds a place, be it through others; sorted. */
export function policiesOfUsers(world: PlanWorld, users: ReadonlySet<string>): readonly string[] {
  return policiesReading([world], users, [])
}

function policiesReading(
  worlds: readonly PlanWorld[],
  users: ReadonlySet<string>,
  others: readonly string[],
): readonly string[] {
  const items = [...others, ...named('user', users)]
  if (items.length === 0) return []
  const reached = [...withReaders(items, readersIn(worlds, users))]
  return reached
    .filter((item) => item.startsWith('escalationPolicy '))
    .map(keyOf)
    .sort()
}

function named(entity: ChangedItem['entity'], keys: ReadonlySet<string>): readonly string[] {
  return [...keys].map((key) => `${entity} ${key}`)
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
