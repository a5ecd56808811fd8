import { InvalidArgumentError } from '../errors.ts'
import type { EntityKind } from '../model/index.ts'

/**
 * How far a plan may go before a brake holds it. A brake is on when the actual value is *above* its limit; `null` or `Infinity` takes
 * the brake off.
 */
export interface SafetyLimits {
  /**
   * Largest share (0 to 1) of the target's items of one kind, among those that belong to this source, that may be removed or disabled.
   * Default 0.1: a directory rarely loses a tenth between two runs, a broken filter easily does. Ignored up to `removalFloor`.
   */
  readonly removalShare?: Limit | LimitByKind
  /** Most items of one kind removed or disabled. Default 100: more than a person reads through in a plan. */
  readonly removalCount?: Limit | LimitByKind
  /** So many removals of one kind are never too large a share. Default 3, so that a tiny tenant can lose a team. */
  readonly removalFloor?: number
  /**
   * Largest share (0 to 1) of the target's items of one kind, among those that belong to this source, that may be updated. Default 0.5:
   * a source that changed most of itself was read in another way, more often than it was edited. Ignored up to `updateFloor`.
   */
  readonly updateShare?: Limit | LimitByKind
  /** Most items of one kind updated. Default 5,000: beyond that, look at some of them before all are written. */
  readonly updateCount?: Limit | LimitByKind
  /** So many updates of one kind are never too large a share. Default 20. */
  readonly updateFloor?: number
  /** Most members that one user group may lose while it stays. Default 5; in groups of more than 10, half of the members. */
  readonly memberRemovals?: Limit
  /** Whether a source may have none of a kind of which the target holds items that belong to it. Default false: it was hardly read. */
  readonly emptySource?: boolean
  /** Minutes without anybody on call that policies may gain, all together, over the plan's window. Default 0. */
  readonly uncoveredMinutes?: Limit
  /** Policies that may be left without anybody whom they could ever reach. Default 0. */
  readonly lastResponderRemoved?: Limit
  /** Hours on call, over the plan's window, that may go to people with neither a record in the target nor an invitation. Default 0. */
  readonly uninvitedHours?: Limit
  /** Policies in which somebody who is on call at this moment may lose their place. Default 0: they may be in the middle of an incident. */
  readonly onCallNowChanges?: Limit
}

export type Limit = number | null

/** A kind that is not named has the default. */
export type LimitByKind = Readonly<Partial<Record<EntityKind, Limit>>>

/** Limits with nothing left open. */
export interface ReadLimits {
  readonly removalShare: (entity: EntityKind) => number
  readonly removalCount: (entity: EntityKind) => number
  readonly removalFloor: number
  readonly updateShare: (entity: EntityKind) => number
  readonly updateCount: (entity: EntityKind) => number
  readonly updateFloor: number
  /** By the number of members that the group has. */
  readonly memberRemovals: (members: number) => number
  readonly emptySource: boolean
  readonly uncoveredMinutes: number
  readonly lastResponderRemoved: number
  readonly uninvitedHours: number
  readonly onCallNowChanges: number
  /** What was given, as JSON; `null` when all are the defaults. */
  readonly given: SafetyLimits | null
}

/** Fills in the defaults. Throws `InvalidArgumentError` for a limit that is negative or no number. */
export function readLimits(limits: SafetyLimits = {}): ReadLimits {
  const given = Object.entries(limits).flatMap(([name, limit]: [string, unknown]) =>
    limit === undefined ? [] : [[name, plainLimit(name, limit)]],
  )
  const { memberRemovals } = limits
  return {
    removalShare: byKind(limits.removalShare, 0.1),
    removalCount: byKind(limits.removalCount, 100),
    removalFloor: limits.removalFloor ?? 3,
    updateShare: byKind(limits.updateShare, 0.5),
    updateCount: byKind(limits.updateCount, 5000),
    updateFloor: limits.updateFloor ?? 20,
    memberRemovals: (members) => orDefault(memberRemovals, Math.max(5, Math.floor(members / 2))),
    emptySource: limits.emptySource ?? false,
    uncoveredMinutes: orDefault(limits.uncoveredMinutes, 0),
    lastResponderRemoved: orDefault(limits.lastResponderRemoved, 0),
    uninvitedHours: orDefault(limits.uninvitedHours, 0),
    onCallNowChanges: orDefault(limits.onCallNowChanges, 0),
    given: given.length === 0 ? null : (Object.fromEntries(given) as SafetyLimits),
  }
}

function orDefault(limit: Limit | undefined, fallback: number): number {
  return limit === null ? Infinity : (limit ?? fallback)
}

function byKind(limit: Limit | LimitByKind | undefined, fallback: number): (entity: EntityKind) => number {
  if (typeof limit === 'object' && limit !== null) return (entity) => orDefault(limit[entity], fallback)
  return () => orDefault(limit, fallback)
}

/** JSON has no `Infinity`. */
function plainLimit(name: string, limit: unknown): unknown {
  if (limit === null || limit === Infinity) return null
  if (typeof limit === 'object') {
    return Object.fromEntries(Object.entries(limit).map(([kind, one]) => [kind, plainLimit(`${name}.${kind}`, one)]))
  }
  if (name === 'emptySource' ? typeof limit === 'boolean' : typeof limit === 'number' && limit >= 0) return limit
  throw new InvalidArgumentError(
    `The limit ${name} must be ${name === 'emptySource' ? 'true or false' : 'a number that is not negative, or null'}.`,
  )
}
