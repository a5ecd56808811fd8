import type { ApplyError } from './state-store.ts'

/** What became of a plan; every change is in `results` exactly once, in the plan's order. */
export interface ApplyReport {
  readonly planId: string
  readonly status: 'complete' | 'partial' | 'refused' | 'aborted'
  readonly results: readonly ApplyResult[]
  /** Why nothing was written; only with `refused`. */
  readonly refusal?: ApplyError
}

export interface ApplyResult {
  readonly changeId: string
  readonly outcome: 'applied' | 'adopted' | 'stale' | 'blocked' | 'failed' | 'not-reached'
  readonly targetId?: string
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
