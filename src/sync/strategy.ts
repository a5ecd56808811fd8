import type { EntityKind } from '../model/index.ts'
import type { Conflict } from './plan.ts'

/**
 * Who wins where source and target disagree. `overwrite-with-source` and `preserve-local-changes` are Harness's two;
 * `merge` takes what either side changed alone and asks where both did; `manual` is `merge` with local edits listed as drift.
 */
export type Strategy =
  | 'overwrite-with-source'
  | 'preserve-local-changes'
  | 'merge'
  | 'manual'
  | ((conflict: Conflict) => 'source' | 'target' | 'unresolved')

export interface StrategyOptions {
  readonly default: Strategy
  readonly user?: Strategy
  readonly userGroup?: Strategy
  readonly schedule?: Strategy
  readonly escalationPolicy?: Strategy
  /** By `<entity>.<field>` or `<field>`, such as `userGroup.memberKeys`, `name` or `contactMethods.address`; wins over the entity's. */
  readonly fields?: Readonly<Record<string, Strategy>>
}

/** Strategy by kind of thing, for reading. */
export type EntityStrategy = Readonly<Record<EntityKind, Strategy>>
