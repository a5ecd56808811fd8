import { digestOf } from '../digest.ts'
import { PlanError } from './plan-error.ts'
import type { SyncPlan } from '../plan.ts'

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
