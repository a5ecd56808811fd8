import type { AbortGrace } from './abort-grace.ts'
import type { ChangeContext } from './apply-change.ts'
import type { ResultBook } from './apply-results.ts'
import type { Journal } from './journal.ts'
import type { TargetAdapter, WriteContext } from '../target-adapter.ts'

/** All that one apply works with. */
export interface Run {
  readonly planId: string
  readonly target: TargetAdapter
  readonly context: ChangeContext
  readonly journal: Journal
  readonly results: ResultBook
  readonly concurrency: number
  readonly invitationBatchSize: number
  readonly retries: number
  readonly retryDelayMs: number
  readonly signal: AbortSignal | undefined
  readonly grace: AbortGrace
  readonly fencing: Pick<WriteContext, 'fencingToken'>
  /** Ids of changes whose baseline is older than what is recorded. */
  readonly superseded: ReadonlySet<string>
  /** Once true it stays true, and nothing new is written. */
  readonly isStopped: () => boolean
  /** Asks the lease, at times over the network. */
  readonly mayWrite: () => Promise<boolean>
  /** Adds what older runs recorded about keys; does so once. */
  readonly consultBaseline: () => Promise<void>
}
