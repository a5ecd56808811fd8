import type { EntityKind } from '../../model/index.ts'
import type { Matching } from './matching.ts'
import type { ReadInput } from '../plan-input.ts'
import type { PlannerSettings } from '../planner-options.ts'
import type { TargetCapabilities } from '../target-adapter.ts'

/** What is known once it is clear which record is which item. */
export interface MatchedInput {
  readonly input: ReadInput
  readonly settings: PlannerSettings
  readonly capabilities: Partial<TargetCapabilities>
  /** Kinds that the target keeps. */
  readonly kept: ReadonlySet<EntityKind>
  readonly matchings: Readonly<Record<EntityKind, Matching>>
}
