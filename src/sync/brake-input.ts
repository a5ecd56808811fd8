import type { EntityKind } from '../model/index.ts'
import type { PlanWorld } from './plan-world.ts'
import type { Change, PlanImpact } from './plan.ts'
import type { ReadLimits } from './safety-limits.ts'

/** What the brakes look at. */
export interface BrakeInput {
  readonly before: PlanWorld
  readonly after: PlanWorld
  readonly changes: readonly Change[]
  /** Of the same worlds and changes. */
  readonly impact: PlanImpact
  /** How many items of the target belong to this source: linked to it, or matched with it by this plan. */
  readonly held: Readonly<Record<EntityKind, number>>
  /** How many items the source has. */
  readonly desired: Readonly<Record<EntityKind, number>>
  /** Keys of users who hold places in `after` without a record in the target and without an invitation. */
  readonly uninvited: ReadonlySet<string>
  readonly limits: ReadLimits
}
