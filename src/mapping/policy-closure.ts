import type { EscalationPolicy, OnCallSnapshot, Participant, Schedule } from '../model/index.ts'

/** Cuts out of a snapshot what one policy needs to be rendered, so that the rest of a large tenant costs nothing. */
export type PolicyClosure = (policyKey: string) => OnCallSnapshot

export function createPolicyClosure(snapshot: OnCallSnapshot): PolicyClosure {
  const policies = new Map(snapshot.escalationPolicies.map((policy) => [policy.key, policy]))
  const schedules = new Map(snapshot.schedules.map((schedule) => [schedule.key, schedule]))
  // Whoever is not among the users counts as active.
  const users = snapshot.users.filter(({ active }) => !active)
  return (policyKey) => {
    const keys = new Set([policyKey])
    const found: { policies: EscalationPolicy[]; schedules: Map<string, Schedule> } = {
      policies: [],
      schedules: new Map(),
    }
    // A set goes on to what is added to it while it is walked.
    for (const key of keys) {
      const policy = policies.get(key)
      if (policy === undefined) continue
      found.policies.push(policy)
      for (const target of policy.levels.flatMap(({ targets }) => targets)) {
        if (target.kind === 'policy') keys.add(target.key)
        const schedule = target.kind === 'rotation' ? schedules.get(target.scheduleKey) : undefined
        if (schedule === undefined || found.schedules.has(schedule.key)) continue
        found.schedules.set(schedule.key, schedule)
        for (const { participants } of schedule.rotations) for (const next of policiesIn(participants)) keys.add(next)
      }
    }
    return { ...snapshot, users, escalationPolicies: found.policies, schedules: [...found.schedules.values()] }
  }
}

/** Keys of the policies to which participants hand on. */
export function policiesIn(participants: readonly Participant[]): readonly string[] {
  return participants.flatMap((one) =>
    one.kind === 'policy' ? [one.key] : one.kind === 'all' ? policiesIn(one.of) : [],
  )
}
