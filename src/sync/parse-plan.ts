import { digestOf } from './digest.ts'
import { PlanError } from './plan-error.ts'
import { planSchema } from './plan-schema.ts'
import type { SyncPlan } from './plan.ts'

/**
 * Reads a plan: its JSON text, or the value that came of it. Throws `PlanError` with the code `plan-malformed` for what is not a plan,
 * `plan-version` for a plan of another version, `plan-changed` for one that was edited, so that its id no longer fits its content.
 */
export function parsePlan(json: unknown): SyncPlan {
  const value = typeof json === 'string' ? parseJson(json) : json
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PlanError('plan-malformed', 'A plan is a JSON object.')
  const { version } = value as { readonly version?: unknown }
  if (version !== undefined && version !== 1) {
    throw new PlanError(
      'plan-version',
      `The plan is of version ${shown(version)}; this library reads version 1. Plan anew.`,
    )
  }
  const result = planSchema.safeParse(value)
  if (!result.success) {
    const [issue] = result.error.issues
    const place = issue?.path.map(String).join('.') ?? ''
    throw new PlanError(
      'plan-malformed',
      `This is not a plan: ${place === '' ? 'its shape' : place} is not as expected.`,
    )
  }
  const plan = value as SyncPlan
  const { id, ...content } = plan
  if (digestOf(content) !== id) {
    throw new PlanError(
      'plan-changed',
      'The plan was edited after it was made: its id no longer fits its content. Plan anew.',
    )
  }
  return plan
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's message quotes the text, which may hold what nobody should log.
    throw new PlanError('plan-malformed', 'A plan is JSON, and this is not.')
  }
}

function shown(version: unknown): string {
  return typeof version === 'number' || typeof version === 'string'
    ? JSON.stringify(version).slice(0, 20)
    : typeof version
}
