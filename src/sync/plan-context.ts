import type { EntityKind } from '../model/index.ts'
import type { KeyBook } from './key-book.ts'
import type { Matching } from './matching.ts'
import type { ReadInput } from './plan-input.ts'
import type { PlannerSettings } from './planner-options.ts'
import type { SameValue } from './same-value.ts'
import type { SettledItems } from './settle-items.ts'
import type { TargetCapabilities } from './target-adapter.ts'

/** What is known before it is decided what has no record. */
export interface MatchedInput {
  readonly input: ReadInput
  readonly settings: PlannerSettings
  readonly capabilities: Partial<TargetCapabilities>
  /** Kinds that the target keeps. */
  readonly kept: ReadonlySet<EntityKind>
  readonly matchings: Readonly<Record<EntityKind, Matching>>
}

/** All that a plan is made from. */
export interface PlanContext extends MatchedInput {
  readonly settled: SettledItems
  readonly book: KeyBook
  readonly isSame: SameValue
}
