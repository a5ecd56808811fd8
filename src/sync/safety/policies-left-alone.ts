import type { EscalationPolicy, Participant, Schedule } from '../../model/index.ts'
import { orNothing, type PlanWorld } from '../plan-world.ts'

/** Which of the policies could reach somebody at some time before, and nobody at any time after. */
export function policiesLeftAlone(before: PlanWorld, after: PlanWorld, affected: readonly string[]): readonly string[] {
  if (affected.length === 0) return []
  const [could, can] = [responderSearch(before), responderSearch(after)]
  return affected.filter((key) => could(key) && !can(key))
}

/** Whether anybody active holds a place in the policy or in one that it nests, whatever the time. */
function responderSearch(world: PlanWorld): (policyKey: string) => boolean {
  const policies = new Map<string, EscalationPolicy>(world.escalationPolicies.map((policy) => [policy.key, policy]))
  const schedules = new Map<string, Schedule>(world.schedules.map((schedule) => [schedule.key, schedule]))
  const inactive = new Set(world.users.filter(({ active }) => !active).map(({ key }) => key))

  return (policyKey) => {
    const toVisit = [policyKey]
    const seen = new Set<string>()
    const isResponder = (participant: Participant): boolean => {
      if (participant.kind === 'user') return !inactive.has(participant.key)
      if (participant.kind === 'all') return participant.of.some(isResponder)
      if (participant.kind === 'policy') toVisit.push(participant.key)
      return false
    }
    const hasResponder = ({ levels }: EscalationPolicy): boolean =>
      levels.some(({ targets }) =>
        targets.some((target) => {
          if (target.kind !== 'rotation') return isResponder(target)
          const rotation = schedules.get(target.scheduleKey)?.rotations.find(({ key }) => key === target.key)
          return rotation?.participants.some(isResponder) ?? false
        }),
      )
    for (let key = toVisit.pop(); key !== undefined; key = toVisit.pop()) {
      const policy = policies.get(key)
      if (!policy?.active || seen.has(key)) continue
      seen.add(key)
      if (orNothing(() => hasResponder(policy)) === true) return true
    }
    return false
  }
}
