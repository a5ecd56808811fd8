/** How far the snapshot and the source agree about who is on call, and where they do not. */
export interface ParityReport {
  /** Instant; included. */
  readonly from: string
  /** Instant; excluded. */
  readonly to: string
  /**
   * Minutes that a person is reached at an offset of a policy, according to the snapshot, the source or both: a person who
   * should be reached at 5 minutes and is reached at 10 counts twice. Sum over the policies.
   */
  readonly personMinutes: number
  /** Those of them on which snapshot and source agree. */
  readonly matched: number
  /** `matched / personMinutes`; 1 where nobody is on call on either side. */
  readonly ratio: number
  /** What the observed delays were taken to mean: minutes before their own member or before the next one. */
  readonly delayReading: DelayReading
  /** One for each group with an observed row, by key. */
  readonly policies: readonly PolicyParity[]
  /** Keys of the snapshot's policies that no row speaks of; not judged. Sorted. */
  readonly notObserved: readonly string[]
}

export type DelayReading = 'before' | 'after'

export interface PolicyParity {
  /** `group:<uuid>`. */
  readonly key: string
  readonly name: string
  readonly personMinutes: number
  readonly matched: number
  readonly ratio: number
  /** By start, then offset. */
  readonly differences: readonly PolicyDifference[]
}

/** A stretch during which snapshot and source reach different people at one offset. */
export interface PolicyDifference {
  /** Instant; included. */
  readonly start: string
  /** Instant; excluded. */
  readonly end: string
  readonly offsetMinutes: number
  /** User keys by the snapshot, sorted. */
  readonly expected: readonly string[]
  /** User keys by the source, sorted. */
  readonly observed: readonly string[]
  /** Code of the ledger entry that explains it, else of the pattern that it shows, else `null`. */
  readonly cause: string | null
}
