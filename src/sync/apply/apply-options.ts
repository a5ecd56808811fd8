import type { ApplyProgress } from './apply-report.ts'
import type { BrakeCode } from '../plan.ts'
import type { SyncStateStore } from '../state-store.ts'
import type { TargetAdapter } from '../target-adapter.ts'

export interface ApplyOptions {
  readonly target: TargetAdapter
  readonly state: SyncStateStore
  /** Stops before the next write, or the wait for the lease; writes in flight are finished and journalled. */
  readonly signal?: AbortSignal
  /**
   * Milliseconds that a write in flight has after the stop, before the adapter's own signal says stop too; after as long again, an
   * adapter that does not answer is left alone, and the next run finds out what became of the write. Default 2,000.
   */
  readonly abortGraceMs?: number
  /** Most writes at once; never more than the adapter's `concurrency`, which is the default. */
  readonly concurrency?: number
  /** Told after each change. What it throws is ignored: a display must not stop a write halfway. */
  readonly onProgress?: (progress: ApplyProgress) => void
  /** Brakes to release: those named, or all with `true`. Default none. */
  readonly allowUnsafe?: boolean | readonly BrakeCode[]
  /** How often a change is tried again after an error with `transient: true`. Default 3. */
  readonly retries?: number
  /** Milliseconds before the first retry, doubling from there, with jitter, 30 s at most. Default 200. */
  readonly retryDelayMs?: number
  /** Milliseconds for which the store's lease is asked; it is renewed on the way. Default 60,000. */
  readonly leaseTtlMs?: number
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly clock?: () => number
}
