import { isSameJson, onCallAt, policyCoverage } from '../../schedule/index.ts'
import { formatInstant, parseInstant } from '../../time/index.ts'
import type { ChangedItem } from './affected-policies.ts'
import { keepPhase } from './keep-phase.ts'
import type { ImpactLevel, PlanImpact, PolicyImpact } from '../plan.ts'
import { orNothing, type PlanWorld, policyNames, snapshotOf } from '../plan-world.ts'

export interface PlanImpactInput {
  /** What the target has. */
  readonly before: PlanWorld
  /** What it will have once the plan is applied. */
  readonly after: PlanWorld
  /** Items that differ between the two; a plan's changes fit. What is not named is taken to be equal. */
  readonly changed: readonly ChangedItem[]
  /** Instant: now. Included in the window. */
  readonly from: string
  /** Instant; excluded. */
  readonly to: string
}

/** Days over which a plan's impact is computed: every weekly rotation with up to four people comes round. */
export const impactDays = 28

/** The window of a plan made at an instant. Throws `InvalidArgumentError`. */
export function impactWindow(now: string): { readonly from: string; readonly to: string } {
  const fromMs = parseInstant(now)
  return { from: formatInstant(fromMs), to: formatInstant(fromMs + impactDays * 86_400_000) }
}

/**
 * Says what a plan means for the people on call: for each of the policies that reaches somebody else after it, who is on call at `from`,
 * the minutes without anybody, and the load by person. A policy that one of the worlds does not have reaches nobody there. Throws
 * `InvalidArgumentError` for a window that is none.
 */
export function planImpact(keys: readonly string[], { before, after, changed, from, to }: PlanImpactInput): PlanImpact {
  if (keys.length === 0) return { from, to, policies: [] }
  const [left, right] = [reader(before, from, to), reader(after, from, to)]
  const policies = keys.flatMap((key) => compare(key, left(key), right(key)) ?? [])
  const switched = policies.filter(({ now }) => !keepsDuty(now.before, now.after)).map(({ key }) => key)
  if (switched.length === 0) return { from, to, policies }
  const scheduleOf = changedSchedules(after, switched, changed)
  const phases = keepPhase(before, after, [...new Set(scheduleOf.values())], from)
  return {
    from,
    to,
    policies: policies.map((policy) => {
      const phase = phases.get(scheduleOf.get(policy.key) ?? '')
      return phase ? { ...policy, phase } : policy
    }),
  }
}

/** For each policy the changed schedule that it asks first. */
function changedSchedules(
  { escalationPolicies }: PlanWorld,
  policyKeys: readonly string[],
  changed: readonly ChangedItem[],
): ReadonlyMap<string, string> {
  const asking = new Set(policyKeys)
  const schedules = new Set(changed.filter(({ entity }) => entity === 'schedule').map(({ key }) => key))
  const found = new Map<string, string>()
  for (const { key, levels } of escalationPolicies) {
    if (!asking.has(key)) continue
    const asked = orNothing(() =>
      levels
        .flatMap(({ targets }) => targets)
        .find((target) => target.kind === 'rotation' && schedules.has(target.scheduleKey)),
    )
    if (asked?.kind === 'rotation') found.set(key, asked.scheduleKey)
  }
  return found
}

interface PolicyReading {
  /** `null` where the world does not have the policy. */
  readonly name: string | null
  readonly now: readonly ImpactLevel[]
  readonly uncoveredMinutes: number
  readonly load: ReadonlyMap<string, number>
}

function reader(world: PlanWorld, from: string, to: string): (key: string) => PolicyReading {
  const snapshot = snapshotOf(world)
  const names = policyNames(world)
  const absent = {
    name: null,
    now: [],
    uncoveredMinutes: (parseInstant(to) - parseInstant(from)) / 60_000,
    load: new Map<string, number>(),
  }
  return (key) => {
    const name = names.get(key)
    if (name === undefined) return absent
    const measured = orNothing(() => policyCoverage(snapshot, key, { from, to }))
    // What cannot be computed reaches nobody whom we could name.
    if (!measured) return { ...absent, name }
    return {
      name,
      now: onCallAt(snapshot, key, from),
      uncoveredMinutes: measured.gapMinutes,
      load: new Map(measured.load.map(({ userKey, minutes }) => [userKey, minutes])),
    }
  }
}

/** `null` where nobody notices. */
function compare(key: string, before: PolicyReading, after: PolicyReading): PolicyImpact | null {
  const load = [...new Set([...before.load.keys(), ...after.load.keys()])]
    .sort()
    .map((userKey) => ({ userKey, minutes: (after.load.get(userKey) ?? 0) - (before.load.get(userKey) ?? 0) }))
    .filter(({ minutes }) => minutes !== 0)
  const hasSameNow = isSameJson(before.now, after.now)
  if (load.length === 0 && hasSameNow && before.uncoveredMinutes === after.uncoveredMinutes) return null
  return {
    key,
    name: after.name ?? before.name ?? key,
    now: { before: before.now, after: after.now },
    uncoveredMinutes: { before: before.uncoveredMinutes, after: after.uncoveredMinutes },
    load,
  }
}

/** Whether everybody who is alerted now still is, in the same order; others may come in beside them or after them. */
export function keepsDuty(before: readonly ImpactLevel[], after: readonly ImpactLevel[]): boolean {
  return before.every(({ userKeys }, nth) => {
    const still = new Set(after[nth]?.userKeys)
    return userKeys.every((key) => still.has(key))
  })
}
