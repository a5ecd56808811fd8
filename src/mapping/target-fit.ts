import type { ContactMethod, OnCallSnapshot, Recurrence } from '../model/index.ts'
import type { CountedLedger } from './ledger-account.ts'

/** What a target can express. An absent field means that it can. */
export interface TargetFitCapabilities {
  /** Whether a rotation may hand on to another policy. */
  readonly nestedPolicies?: boolean
  /** Kinds of recurrence rules that the target can keep, besides `once`, which stands in for the others. */
  readonly recurrences?: readonly Recurrence['rule']['kind'][]
  /** Offsets are multiples of this. */
  readonly delayGranularityMinutes?: number
  readonly maxLevels?: number
  /** Whether the target waits out a level that reaches nobody. */
  readonly waitsOutEmptyLevels?: boolean
  readonly channels?: readonly ContactMethod['kind'][]
  /** Dial prefixes that the target calls, such as `+1`. */
  readonly phonePrefixes?: readonly string[]
}

export interface FitOptions {
  /** The stretch for which fallbacks are made; they must be renewed before it ends. */
  readonly horizon: { readonly from: string; readonly to: string }
  /** What `verifyOnCall` found; its differences become dated overrides inside the horizon. */
  readonly parity?: FoundDifferences
}

export interface FittedSnapshot {
  readonly snapshot: OnCallSnapshot
  /** Entries only of what was changed; its counts are those of the entries. */
  readonly ledger: CountedLedger
}

/** What `verifyOnCall` found different; a `ParityReport` fits. */
export interface FoundDifferences {
  readonly policies: readonly {
    readonly key: string
    readonly differences: readonly FoundDifference[]
  }[]
}

export interface FoundDifference {
  /** Instant; included. */
  readonly start: string
  /** Instant; excluded. */
  readonly end: string
  readonly offsetMinutes: number
  /** User keys by the snapshot. */
  readonly expected: readonly string[]
  /** User keys by the source. */
  readonly observed: readonly string[]
  readonly cause: string | null
}
