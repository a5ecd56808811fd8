import type { EntityKind } from '../model/index.ts'

/**
 * Where the host keeps what the library must remember between runs. One write a change, never the whole state;
 * every method may be called again with the same arguments and then changes nothing more.
 */
export interface SyncStateStore {
  /** What was agreed or written last time; `null` before the first run. */
  readBaseline(origin: string): Promise<Baseline | null>
  /** Sets the entries given and deletes those named, all or nothing. */
  writeBaseline(origin: string, update: BaselineUpdate): Promise<void>
  /** Adds one line to the journal of a plan. */
  appendJournal(planId: string, entry: JournalEntry): Promise<void>
  /** All lines of a plan's journal in the order in which they were added; empty for a plan never applied. */
  readJournal(planId: string): Promise<readonly JournalEntry[]>
  /** Exclusive right to write to a target; absent when the store cannot lock. Resolves to `null` when somebody else holds it. */
  acquireLease?(name: string, options: { readonly ttlMs: number }): Promise<Lease | null>
}

export interface Lease {
  /** Goes up with every lease on the same name; a writer with a lower one must stop. */
  readonly fencingToken: number
  /** False when the lease was lost. */
  renew(): Promise<boolean>
  release(): Promise<void>
}

/** For each linked item the value on which source and target last agreed, or which was last written. */
export interface Baseline {
  readonly origin: string
  readonly entries: readonly BaselineEntry[]
}

export interface BaselineEntry {
  readonly entity: EntityKind
  readonly key: string
  readonly targetId: string
  /** In source keys. */
  readonly value: unknown
}

export interface BaselineUpdate {
  readonly set: readonly BaselineEntry[]
  readonly delete: readonly { readonly entity: EntityKind; readonly key: string }[]
}

/** `intent` before a write, `outcome` after it. */
export type JournalEntry =
  | { readonly kind: 'intent'; readonly changeId: string; readonly at: string; readonly idempotencyKey: string }
  | {
      readonly kind: 'outcome'
      readonly changeId: string
      readonly at: string
      readonly outcome: 'applied' | 'adopted' | 'stale' | 'failed'
      readonly targetId: string | null
      readonly revision: string | null
      readonly error: ApplyError | null
    }

export interface ApplyError {
  readonly code: string
  readonly message: string
}
