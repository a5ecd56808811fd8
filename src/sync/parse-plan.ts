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

/** Throws where a version is given that is not ours. */
export function checkVersion(value: unknown): void {
  const { version } = (value ?? {}) as { readonly version?: unknown }
  if (version === undefined || version === 1) return
  const shown =
    typeof version === 'number' || typeof version === 'string' ? String(version).slice(0, 20) : typeof version
  throw new PlanError('plan-version', `The plan is of version ${shown}; this library reads version 1. Plan anew.`)
}

/** Throws where the content is no longer what the id was made of. */
export function checkId({ id, ...content }: SyncPlan): void {
  if (digestOf(content) === id) return
  throw new PlanError(
    'plan-changed',
    'The plan was edited after it was made: its id no longer fits its content. Plan anew.',
  )
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
