import type { EntityKind } from '../../model/index.ts'
import type { PlanWorld } from '../plan-world.ts'
import type { Change, PlanImpact } from '../plan.ts'
import type { ReadLimits } from '../safety-limits.ts'

/** What the brakes look at. */
export interface BrakeInput {
  readonly before: PlanWorld
  readonly after: PlanWorld
  readonly changes: readonly Change[]
  /** Keys of the policies that the changes can touch; sorted. */
  readonly affected: readonly string[]
  /** Of the same worlds and changes. */
  readonly impact: PlanImpact
  /** How many items of the target belong to this source: linked to it, or matched with it by this plan. */
  readonly held: Readonly<Record<EntityKind, number>>
  readonly limits: ReadLimits
}

/** What else can be seen where the source is at hand. */
export interface SourceBrakeInput extends BrakeInput {
  readonly source: PlanWorld
  /** Keys of users who hold places in the source, and who have neither a record in the target nor an invitation. */
  readonly uninvited: ReadonlySet<string>
}
