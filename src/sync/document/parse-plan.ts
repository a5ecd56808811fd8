import { checkId, checkVersion } from './check-plan.ts'
import { PlanError } from './plan-error.ts'
import { planSchema } from './plan-schema.ts'
import type { SyncPlan } from '../plan.ts'

/**
 * Reads a plan: its JSON text, or the value that came of it. Throws `PlanError` with the code `plan-malformed` for what is not a plan,
 * `plan-version` for a plan of another version, `plan-changed` for one that was edited, so that its id no longer fits its content.
 */
export function parsePlan(json: unknown): SyncPlan {
  const value = typeof json === 'string' ? parseJson(json) : json
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('it is no JSON object')
  checkVersion(value)
  const result = planSchema.safeParse(value)
  if (!result.success) {
    const place = result.error.issues[0]?.path.map(String).join('.') ?? ''
    throw malformed(`${place === '' ? 'its shape' : place} is not as expected`)
  }
  const plan = value as SyncPlan
  checkId(plan)
  return plan
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's message quotes the text, which may hold what nobody should log.
    throw malformed('it is not JSON')
  }
}

export function malformed(what: string): PlanError {
  return new PlanError('plan-malformed', `This is not a plan: ${what}.`)
}
