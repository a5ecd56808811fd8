import type { PlanImpact, PolicyImpact } from '../sync/index.ts'
import { levelsText } from './plan-text.ts'

/** The policies in which something changes for somebody. */
export function affectedPolicies({ policies }: PlanImpact, nameOf: (key: string) => string): readonly PolicyImpact[] {
  return policies.filter(
    ({ now, load, uncoveredMinutes }) =>
      load.length > 0 ||
      uncoveredMinutes.before !== uncoveredMinutes.after ||
      levelsText(now.before, nameOf) !== levelsText(now.after, nameOf),
  )
}
