import type { EscalationPolicy, Participant, Schedule } from '../model/index.ts'

/** For each policy on a circle of policies, the number of its circle (of circles that share policies, one number); others are not in it. */
export type PolicyCycles = ReadonlyMap<string, number>

/** Finds the policies that refer to themselves through others: Tarjan's strongly connected components, without recursion. */
export function policyCycles(
  policies: ReadonlyMap<string, EscalationPolicy>,
  schedules: ReadonlyMap<string, Schedule>,
): PolicyCycles {
  const cycles = new Map<string, number>()
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const lower = (key: string, value: number): void => void low.set(key, Math.min(low.get(key) ?? value, value))

  for (const root of policies.keys()) {
    if (order.has(root)) continue
    const walk: { readonly key: string; readonly next: Iterator<string> }[] = []
    const enter = (key: string): void => {
      order.set(key, order.size)
      lower(key, order.size - 1)
      open.push(key)
      isOpen.add(key)
      walk.push({ key, next: nestedPolicies(key, policies, schedules).values() })
    }
    enter(root)
    for (let step = walk.at(-1); step !== undefined; step = walk.at(-1)) {
      const { value: nested, done } = step.next.next()
      if (done !== true) {
        if (!order.has(nested)) enter(nested)
        else if (isOpen.has(nested)) lower(step.key, order.get(nested) ?? 0)
        continue
      }
      walk.pop()
      const parent = walk.at(-1)
      if (parent !== undefined) lower(parent.key, low.get(step.key) ?? 0)
      if (low.get(step.key) !== order.get(step.key)) continue
      const members = open.splice(open.lastIndexOf(step.key))
      for (const member of members) isOpen.delete(member)
      const isCircle = members.length > 1 || nestedPolicies(step.key, policies, schedules).has(step.key)
      if (isCircle) for (const member of members) cycles.set(member, order.get(step.key) ?? 0)
    }
  }
  return cycles
}

/** The policies that a policy names itself or through the rotations that it targets. */
function nestedPolicies(
  policyKey: string,
  policies: ReadonlyMap<string, EscalationPolicy>,
  schedules: ReadonlyMap<string, Schedule>,
): ReadonlySet<string> {
  const nested = new Set<string>()
  const add = (participant: Participant): void => {
    if (participant.kind === 'policy') nested.add(participant.key)
    else if (participant.kind === 'all') participant.of.forEach(add)
  }
  for (const { targets } of policies.get(policyKey)?.levels ?? []) {
    for (const target of targets) {
      if (target.kind === 'policy') nested.add(target.key)
      if (target.kind !== 'rotation') continue
      const rotation = schedules.get(target.scheduleKey)?.rotations.find(({ key }) => key === target.key)
      rotation?.participants.forEach(add)
    }
  }
  return nested
}
