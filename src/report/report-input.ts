import type { Ledger, OnCallSnapshot } from '../model/index.ts'
import type { SyncPlan } from '../sync/index.ts'
import type { ParityReport, SnapshotImpact } from '../verify/index.ts'

/** What the page is made of; every part may be left out. */
export interface ReportInput {
  readonly title?: string
  readonly plan?: SyncPlan
  readonly ledger?: Ledger
  readonly parity?: ParityReport
  readonly impact?: SnapshotImpact
  /** Drawn as timelines. */
  readonly snapshot?: OnCallSnapshot
  /** Drawn above it in thin strips, differences hatched. */
  readonly before?: OnCallSnapshot
  /** Instants; default the window of the parity report or the impact, else 14 days from the capture. */
  readonly window?: { readonly from: string; readonly to: string }
}
