import type { ConflictKind } from '../plan.ts'
import type { AnyRecord } from '../plan-input.ts'

/** Which record an item is, and how that is known. */
export interface Match {
  readonly record: AnyRecord
  readonly by: 'link' | 'manual' | 'baseline' | 'email' | 'name'
}

/** Why an item is not matched although something could be it. */
export interface MatchProblem {
  readonly kind: Extract<
    ConflictKind,
    'ambiguous-match' | 'duplicate-schedule' | 'name-collision' | 'removed-in-target'
  >
  /** Target ids; sorted. */
  readonly candidates: readonly string[]
  readonly detail: string
  /** Whether the strategy decides: the record is gone, and nobody else is meant. */
  readonly isDecidable: boolean
}

export function matchProblem(
  kind: MatchProblem['kind'],
  candidates: readonly string[],
  detail: string,
  isDecidable = false,
): MatchProblem {
  return { kind, candidates, detail, isDecidable }
}

export interface Matching {
  readonly matches: ReadonlyMap<string, Match>
  readonly problems: ReadonlyMap<string, MatchProblem>
  /** Users that another import brought: they are referred to, and not touched. */
  readonly elsewhere: ReadonlyMap<string, AnyRecord>
  /** Keys that are new to the target. */
  readonly fresh: readonly string[]
  /** Records that are linked to items which the source does not have; by key, each list sorted by id. */
  readonly orphans: ReadonlyMap<string, readonly AnyRecord[]>
  /** Target ids of records that are no item of the source and go by the name, or for users by the address; sorted. */
  readonly othersNamed: (name: string) => readonly string[]
}
