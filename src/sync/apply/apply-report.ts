import type { ApplyError } from '../state-store.ts'

/** What became of a plan; every change is in `results` exactly once, in the plan's order. */
export interface ApplyReport {
  readonly planId: string
  /**
   * `complete`: every change is in the target and recorded. `partial`: some are not. `refused`: nothing was written.
   * `aborted`: stopped on the way; the same plan and state go on from there.
   */
  readonly status: 'complete' | 'partial' | 'refused' | 'aborted'
  readonly results: readonly ApplyResult[]
  /** Why nothing was written; only with `refused`. */
  readonly refusal?: ApplyError
  /** Why it stopped; only with `aborted`: `aborted` by the signal, `lease-lost` to another writer. */
  readonly stopped?: ApplyError
}

export interface ApplyResult {
  readonly changeId: string
  /**
   * `adopted`: found in the target, written by an attempt whose answer was lost. `stale`: the item is no longer what the plan was
   * made against. `blocked`: something that it needs is not there. `not-reached`: never tried.
   */
  readonly outcome: 'applied' | 'adopted' | 'stale' | 'blocked' | 'failed' | 'not-reached'
  readonly targetId?: string
  /** Beside `applied` and `adopted`: the target was written and the state store was not; run the plan again. */
  readonly error?: ApplyError
}

/** Told after each change. */
export interface ApplyProgress {
  readonly done: number
  readonly total: number
  readonly changeId: string
  readonly outcome: ApplyResult['outcome']
  /** Milliseconds that are left at the pace so far; `null` until there is one. */
  readonly remainingMs: number | null
}
