import type { EscalationPolicy, Schedule } from '../model/index.ts'
import { policiesIn } from './policies-in.ts'

/** By policy: the number of its circle. Policies have one number where each leads to the other; most are alone with theirs. */
export type PolicyCycles = ReadonlyMap<string, number>

interface Step {
  readonly key: string
  /** The order in which policies were come to. */
  readonly order: number
  /** The least order of those still open to which it leads. */
  low: number
  readonly openBefore: number
  readonly nested: Iterator<string>
}

/** Finds the policies that refer to themselves through others: Tarjan's strongly connected components, without recursion. */
export function policyCycles(
  policies: ReadonlyMap<string, EscalationPolicy>,
  schedules: ReadonlyMap<string, Schedule>,
): PolicyCycles {
  const cycles = new Map<string, number>()
  const orders = new Map<string, number>()
  /** Those whose circle is not known yet. */
  const open: string[] = []
  const walk: Step[] = []
  const enter = (key: string): void => {
    const order = orders.size
    const nested = nestedPolicies(key, policies, schedules).values()
    walk.push({ key, order, low: order, openBefore: open.length, nested })
    orders.set(key, order)
    open.push(key)
  }
  for (const root of policies.keys()) {
    if (!orders.has(root)) enter(root)
    for (let step = walk.at(-1); step !== undefined; step = walk.at(-1)) {
      const { value: nested, done } = step.nested.next()
      if (done !== true) {
        const order = orders.get(nested)
        if (order === undefined) enter(nested)
        else if (!cycles.has(nested)) step.low = Math.min(step.low, order)
        continue
      }
      walk.pop()
      const parent = walk.at(-1)
      if (parent !== undefined) parent.low = Math.min(parent.low, step.low)
      if (step.low < step.order) continue
      for (const member of open.splice(step.openBefore)) cycles.set(member, step.order)
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
  for (const { targets } of policies.get(policyKey)?.levels ?? []) {
    for (const target of targets) {
      if (target.kind === 'policy') nested.add(target.key)
      if (target.kind !== 'rotation') continue
      const rotation = schedules.get(target.scheduleKey)?.rotations.find(({ key }) => key === target.key)
      for (const key of policiesIn(rotation?.participants ?? [])) nested.add(key)
    }
  }
  return nested
}
