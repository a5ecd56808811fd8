import type { EntityKind } from '../model/index.ts'
import type { Brake, BrakeCode, Change, PlanImpact, SafetyReport } from './plan.ts'
import { keepsDuty } from './plan-impact.ts'
import type { PlanWorld } from './plan-world.ts'
import { policiesLeftAlone } from './policies-left-alone.ts'
import { brakeCodes, type ReadLimits } from './safety-limits.ts'

export interface BrakeInput {
  readonly before: PlanWorld
  readonly after: PlanWorld
  readonly changes: readonly Change[]
  /** Of the same worlds and changes. */
  readonly impact: PlanImpact
  /** How many items of the target belong to this source: linked to it, or matched with it by this plan. */
  readonly held: Readonly<Record<EntityKind, number>>
  /** How many items the source has. */
  readonly desired: Readonly<Record<EntityKind, number>>
  /** Keys of users who hold places in `after` without a record in the target and without an invitation. */
  readonly uninvited: ReadonlySet<string>
  readonly limits: ReadLimits
}

/**
 * Says which brakes hold the plan, in a fixed order. Creations trip none of those that count removals and updates, and a policy that
 * the plan creates changes nothing for those who are on call now; one that it removes or disables counts as a removal only.
 */
export function checkBrakes(input: BrakeInput): SafetyReport {
  const brakes = [...emptySource(input), ...counted(input), ...memberRemovals(input), ...onCall(input)].sort(
    (a, b) => brakeCodes.indexOf(a.code) - brakeCodes.indexOf(b.code),
  )
  return { safe: brakes.length === 0, brakes }
}

const kinds = {
  user: ['user', 'users'],
  userGroup: ['user group', 'user groups'],
  schedule: ['schedule', 'schedules'],
  escalationPolicy: ['escalation policy', 'escalation policies'],
} as const

const entityKinds = Object.keys(kinds) as readonly EntityKind[]

function emptySource({ held, desired, limits }: BrakeInput): Brake[] {
  if (limits.emptySource) return []
  const empty = entityKinds.filter((entity) => held[entity] > 0 && desired[entity] === 0)
  if (empty.length === 0) return []
  const words = empty.map((entity) => `no ${kinds[entity][1]}, of which the target holds ${held[entity]}`)
  return [
    {
      code: 'empty-source',
      entity: empty.length === 1 ? empty[0]! : null,
      keys: [],
      limit: 1,
      actual: 0,
      message: `The source has ${words.join(', and ')}.`,
    },
  ]
}

function counted({ changes, held, limits }: BrakeInput): Brake[] {
  const { removalShare, removalCount, removalFloor, updateShare, updateCount, updateFloor } = limits
  return entityKinds.flatMap((entity) => {
    const ofKind = (actions: readonly Change['action'][]): string[] =>
      changes
        .filter((change) => change.entity === entity && actions.includes(change.action))
        .map(({ key }) => key)
        .sort()
    const tally = { entity, held: held[entity] }
    return [
      ...tooMany({ ...tally, keys: ofKind(['remove', 'disable']) }, 'removal', 'removed or disabled', {
        share: removalShare(entity),
        count: removalCount(entity),
        floor: removalFloor,
      }),
      ...tooMany({ ...tally, keys: ofKind(['update']) }, 'update', 'updated', {
        share: updateShare(entity),
        count: updateCount(entity),
        floor: updateFloor,
      }),
    ]
  })
}

function tooMany(
  { entity, keys, held }: { readonly entity: EntityKind; readonly keys: readonly string[]; readonly held: number },
  kind: 'removal' | 'update',
  done: string,
  limit: { readonly share: number; readonly count: number; readonly floor: number },
): Brake[] {
  const brakes: Brake[] = []
  const count = keys.length
  const share = count / Math.max(held, count)
  if (count > limit.floor && share > limit.share) {
    brakes.push({
      code: `${kind}-share`,
      entity,
      keys,
      limit: limit.share,
      actual: share,
      message: `${percent(share)} of the ${kinds[entity][1]} (${count} of ${Math.max(held, count)}) would be ${done}; the limit is ${percent(limit.share)}.`,
    })
  }
  if (count > limit.count) {
    brakes.push({
      code: `${kind}-count`,
      entity,
      keys,
      limit: limit.count,
      actual: count,
      message: `${count} ${kinds[entity][1]} would be ${done}; the limit is ${limit.count}.`,
    })
  }
  return brakes
}

function memberRemovals({ before, after, changes, limits }: BrakeInput): Brake[] {
  const updated = new Set(
    changes.filter(({ entity, action }) => entity === 'userGroup' && action === 'update').map(({ key }) => key),
  )
  if (updated.size === 0) return []
  const then = new Map(before.userGroups.filter(({ key }) => updated.has(key)).map((group) => [group.key, group]))
  const losses = after.userGroups.flatMap(({ key, name, memberKeys }) => {
    const old = updated.has(key) ? then.get(key) : undefined
    if (!old) return []
    const members = new Set(memberKeys)
    const lost = old.memberKeys.filter((member) => !members.has(member)).length
    const limit = limits.memberRemovals(old.memberKeys.length)
    return lost > limit ? [{ key, name, lost, had: old.memberKeys.length, limit }] : []
  })
  const worst = losses.reduce((most, loss) => (loss.lost > most.lost ? loss : most), losses[0]!)
  if (!worst) return []
  const others = losses.length > 1 ? `; ${losses.length - 1} more lose too many` : ''
  return [
    {
      code: 'member-removals',
      entity: 'userGroup',
      keys: losses.map(({ key }) => key).sort(),
      limit: worst.limit,
      actual: worst.lost,
      message: `${worst.name} would lose ${worst.lost} of ${worst.had} members; the limit is ${worst.limit}${others}.`,
    },
  ]
}

function onCall({ before, after, changes, impact, uninvited, limits }: BrakeInput): Brake[] {
  const stays = staying(before, after, changes)
  const kept = impact.policies.filter(({ key }) => stays(key))
  const brakes: Brake[] = []
  const hold = (code: BrakeCode, keys: readonly string[], limit: number, actual: number, message: string): void => {
    if (actual > limit)
      brakes.push({ code, entity: 'escalationPolicy', keys: [...keys].sort(), limit, actual, message })
  }

  const alone = policiesLeftAlone(before, after, changes).filter(stays)
  const nameOf = namesOf(after)
  hold(
    'last-responder-removed',
    alone,
    limits.lastResponderRemoved,
    alone.length,
    `Nobody is left whom ${listed(alone.map(nameOf))} could reach.`,
  )

  const opened = kept.filter(({ uncoveredMinutes }) => uncoveredMinutes.after > uncoveredMinutes.before)
  const minutes = opened.reduce((sum, { uncoveredMinutes: { before: b, after: a } }) => sum + a - b, 0)
  hold(
    'uncovered-minutes',
    opened.map(({ key }) => key),
    limits.uncoveredMinutes,
    minutes,
    `${Math.round(minutes)} minutes more without anybody on call in ${listed(opened.map(({ name }) => name))}; the limit is ${limits.uncoveredMinutes}.`,
  )

  const known = new Set(after.users.map(({ key }) => key))
  const unheard = (userKey: string): boolean => uninvited.has(userKey) || !known.has(userKey)
  const waiting = impact.policies.flatMap(({ key, name, load }) => {
    const gained = load.reduce((sum, one) => (one.minutes > 0 && unheard(one.userKey) ? sum + one.minutes : sum), 0)
    return gained > 0 ? [{ key, name, hours: gained / 60 }] : []
  })
  const hours = waiting.reduce((sum, one) => sum + one.hours, 0)
  hold(
    'uninvited-hours',
    waiting.map(({ key }) => key),
    limits.uninvitedHours,
    hours,
    `${Math.round(hours * 10) / 10} hours on call in ${listed(waiting.map(({ name }) => name))} are held by people who have no record in the target and no invitation; the limit is ${limits.uninvitedHours}.`,
  )

  const switched = kept.filter(({ now }) => !keepsDuty(now.before, now.after))
  hold(
    'on-call-now-changes',
    switched.map(({ key }) => key),
    limits.onCallNowChanges,
    switched.length,
    `Who is on call now changes in ${listed(switched.map(({ name }) => name))}; the limit is ${limits.onCallNowChanges}.`,
  )
  return brakes
}

/** Whether the target has the policy before and after. */
function staying(before: PlanWorld, after: PlanWorld, changes: readonly Change[]): (key: string) => boolean {
  const there = new Set(before.escalationPolicies.map(({ key }) => key))
  const stay = new Set(after.escalationPolicies.map(({ key }) => key).filter((key) => there.has(key)))
  for (const { entity, action, key } of changes) {
    if (entity === 'escalationPolicy' && (action === 'remove' || action === 'disable')) stay.delete(key)
  }
  return (key) => stay.has(key)
}

function namesOf({ escalationPolicies }: PlanWorld): (key: string) => string {
  const names = new Map(escalationPolicies.map(({ key, name }) => [key, name]))
  return (key) => names.get(key) ?? key
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => JSON.stringify(name))
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(', ')
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
