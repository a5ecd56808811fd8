import type { EscalationPolicy, OnCallSnapshot, Schedule } from '../model/index.ts'
import { policiesIn } from '../schedule/index.ts'

/** Cuts out of a snapshot what one policy needs to be rendered, so that the rest of a large tenant costs nothing. */
export type PolicyClosure = (policyKey: string) => OnCallSnapshot

export function createPolicyClosure(snapshot: OnCallSnapshot): PolicyClosure {
  const policies = new Map(snapshot.escalationPolicies.map((policy) => [policy.key, policy]))
  const schedules = new Map(snapshot.schedules.map((schedule) => [schedule.key, schedule]))
  // Whoever is not among the users counts as active.
  const users = snapshot.users.filter(({ active }) => !active)
  return (policyKey) => {
    const keys = new Set([policyKey])
    const escalationPolicies: EscalationPolicy[] = []
    const found = new Set<Schedule>()
    // A set goes on to what is added to it while it is walked.
    for (const key of keys) {
      const policy = policies.get(key)
      if (policy === undefined) continue
      escalationPolicies.push(policy)
      for (const target of policy.levels.flatMap(({ targets }) => targets)) {
        if (target.kind === 'policy') keys.add(target.key)
        const schedule = target.kind === 'rotation' ? schedules.get(target.scheduleKey) : undefined
        if (schedule === undefined || found.has(schedule)) continue
        found.add(schedule)
        for (const { participants } of schedule.rotations) for (const next of policiesIn(participants)) keys.add(next)
      }
    }
    return { ...snapshot, users, escalationPolicies, schedules: [...found] }
  }
}
