import { XMattersSyncError } from '../../errors.ts'

/** Thrown for a document that is no plan that can be trusted. */
export class PlanError extends XMattersSyncError {
  declare readonly code: PlanErrorCode
}

/** `plan-malformed`: it is not a plan at all. `plan-version`: another version's. `plan-changed`: edited after it was made. */
export type PlanErrorCode = 'plan-malformed' | 'plan-version' | 'plan-changed'
