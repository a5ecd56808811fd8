import type { BrakeInput } from './brake-input.ts'
import { keepsDuty } from './plan-impact.ts'
import { listNames } from '../list-names.ts'
import { type PlanWorld, policyNames } from '../plan-world.ts'
import type { Brake, BrakeCode, Change } from '../plan.ts'
import { policiesLeftAlone } from './policies-left-alone.ts'

/** What the plan does to those who are on call, and to those who could be. */
export function onCallBrakes({ before, after, changes, affected, impact, limits }: BrakeInput): Brake[] {
  if (affected.length === 0) return []
  const stays = staying(before, after, changes)
  const kept = impact.policies.filter(({ key }) => stays(key))
  const brakes: Brake[] = []
  const hold = (code: BrakeCode, keys: readonly string[], limit: number, actual: number, message: string): void => {
    if (actual > limit)
      brakes.push({ code, entity: 'escalationPolicy', keys: [...keys].sort(), limit, actual, message })
  }

  const alone = policiesLeftAlone(before, after, affected).filter(stays)
  const names = policyNames(after)
  hold(
    'last-responder-removed',
    alone,
    limits.lastResponderRemoved,
    alone.length,
    `Nobody is left whom ${listNames(alone.map((key) => names.get(key) ?? key))} could reach.`,
  )

  const opened = kept.filter(({ uncoveredMinutes }) => uncoveredMinutes.after > uncoveredMinutes.before)
  const minutes = opened.reduce((sum, { uncoveredMinutes: { before: b, after: a } }) => sum + a - b, 0)
  hold(
    'uncovered-minutes',
    opened.map(({ key }) => key),
    limits.uncoveredMinutes,
    minutes,
    `${Math.round(minutes)} minutes (${Math.round(minutes / 60)} h) more without anybody on call in ${listNames(opened.map(({ name }) => name))}; the limit is ${limits.uncoveredMinutes}.`,
  )

  const switched = kept.filter(({ now }) => !keepsDuty(now.before, now.after))
  hold(
    'on-call-now-changes',
    switched.map(({ key }) => key),
    limits.onCallNowChanges,
    switched.length,
    `Who is on call now changes in ${listNames(switched.map(({ name }) => name))}; the limit is ${limits.onCallNowChanges}.`,
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
