import { affectedPolicies } from './affected-policies.ts'
import type { SourceBrakeInput } from './brake-input.ts'
import { checkBrakes } from './check-brakes.ts'
import { impactWindow, planImpact } from './plan-impact.ts'
import type { PlanImpact, SafetyReport } from '../plan.ts'

export interface AssessInput extends Omit<SourceBrakeInput, 'impact' | 'affected'> {
  /** Instant of the plan. */
  readonly now: string
}

/** Says what a plan means for people, and which brakes hold it. */
export function assessPlan({ now, ...input }: AssessInput): {
  readonly impact: PlanImpact
  readonly safety: SafetyReport
} {
  const { before, after, changes } = input
  const affected = affectedPolicies(before, after, changes)
  const impact = planImpact(affected, { before, after, changed: changes, ...impactWindow(now) })
  return { impact, safety: checkBrakes({ ...input, affected, impact }) }
}
