import { InvalidArgumentError } from '../errors.ts'
import type { EntityKind, User } from '../model/index.ts'
import { entityKinds, perEntity } from './entity-kinds.ts'
import { type ReadLimits, readLimits, type SafetyLimits } from './safety-limits.ts'
import { readStrategies, type StrategyTable } from './strategy-table.ts'
import type { Strategy, StrategyOptions } from './strategy.ts'

export interface SyncPlannerOptions {
  /**
   * Who wins where source and target disagree; one for all, or by entity and field. Default `manual`: what both changed is a conflict,
   * what only the target changed stays and is listed.
   */
  readonly strategy?: Strategy | StrategyOptions
  readonly match?: MatchOptions
  /** What becomes of linked items that the source has no more. Default `keep`. */
  readonly removal?: Removal
  /** How far a plan may go before a brake holds it; each has a default. */
  readonly limits?: SafetyLimits
  /** Which users that match nobody are invited, provided that they have an e-mail address. Default `none`. */
  readonly invite?: 'none' | 'unmatched' | ((user: User) => boolean)
  /** Whether phone numbers and the other ways to reach a person are planned. Default true; with false the target's own stay. */
  readonly contactDetails?: boolean
}

export type Removal = 'keep' | 'disable' | 'remove'

export interface MatchOptions {
  /** Pairs that a person has decided. They go before e-mail and name, and may take over a record whose source item is gone. */
  readonly manual?: readonly ManualMatch[]
}

export interface ManualMatch {
  readonly entity: EntityKind
  /** Source key. */
  readonly key: string
  readonly targetId: string
}

/** Options with nothing left open. */
export interface PlannerSettings {
  readonly strategyFor: StrategyTable
  /** Target id by key. */
  readonly manual: Readonly<Record<EntityKind, ReadonlyMap<string, string>>>
  readonly removal: Removal
  readonly limits: ReadLimits
  readonly isInvited: (user: User) => boolean
  readonly contactDetails: boolean
}

/** Fills in the defaults. Throws `InvalidArgumentError` for an option that is none, and for manual pairs that contradict each other. */
export function readPlannerOptions(options: SyncPlannerOptions = {}): PlannerSettings {
  const { strategy = 'manual', match = {}, removal = 'keep', limits, invite = 'none', contactDetails = true } = options
  if (!['keep', 'disable', 'remove'].includes(removal))
    throw new InvalidArgumentError(`removal is keep, disable or remove, not ${JSON.stringify(removal)}.`)
  if (typeof invite !== 'function' && invite !== 'none' && invite !== 'unmatched')
    throw new InvalidArgumentError(`invite is none, unmatched or a function, not ${JSON.stringify(invite)}.`)
  return {
    strategyFor: readStrategies(strategy),
    manual: readManual(match.manual ?? []),
    removal,
    limits: readLimits(limits),
    isInvited: typeof invite === 'function' ? invite : () => invite === 'unmatched',
    contactDetails,
  }
}

function readManual(pairs: readonly ManualMatch[]): PlannerSettings['manual'] {
  const tables = perEntity(() => new Map<string, string>())
  const taken = new Map<string, string>()
  for (const { entity, key, targetId } of pairs) {
    if (!entityKinds.includes(entity))
      throw new InvalidArgumentError(`match.manual: there is no entity ${JSON.stringify(entity)}.`)
    const other = tables[entity].get(key)
    const owner = taken.get(`${entity} ${targetId}`)
    if ((other !== undefined && other !== targetId) || (owner !== undefined && owner !== key)) {
      throw new InvalidArgumentError(
        `match.manual pairs ${entity} ${JSON.stringify(key)} or ${JSON.stringify(targetId)} twice, with different partners.`,
      )
    }
    tables[entity].set(key, targetId)
    taken.set(`${entity} ${targetId}`, key)
  }
  return tables
}
