import type { SourceBrakeInput } from './brake-input.ts'
import { emptySourceBrakes, memberRemovalBrakes, shareAndCountBrakes } from './count-brakes.ts'
import { onCallBrakes } from './on-call-brakes.ts'
import type { SafetyReport } from '../plan.ts'
import { uninvitedBrakes } from './uninvited-brakes.ts'

/**
 * Says which brakes hold the plan, in a fixed order. Creations trip none of those that count removals and updates, and a policy that
 * the plan creates changes nothing for those who are on call now; one that it removes or disables counts as a removal only.
 */
export function checkBrakes(input: SourceBrakeInput): SafetyReport {
  const brakes = [
    ...emptySourceBrakes(input),
    ...shareAndCountBrakes(input),
    ...memberRemovalBrakes(input),
    ...onCallBrakes(input),
    ...uninvitedBrakes(input),
  ]
  const { given } = input.limits
  return { safe: brakes.length === 0, brakes, ...(given ? { limits: given } : {}) }
}
