import { InvalidArgumentError } from '../errors.ts'
import type { EntityKind } from '../model/index.ts'
import type { BrakeCode } from './plan.ts'

/**
 * How far a plan may go before a brake holds it. A brake is on when the actual value is *above* its limit; `Infinity` takes it off.
 * Limits by kind apply to the kinds named, the default to the others.
 */
export interface SafetyLimits {
  /**
   * Largest share (0 to 1) of the target's items of one kind, among those that belong to this source, that may be removed or disabled.
   * Default 0.1: a directory rarely loses a tenth between two runs, a broken filter easily does. Ignored up to `removalFloor`.
   */
  readonly removalShare?: number | LimitByKind
  /** Most items of one kind removed or disabled. Default 100: more than a person reads through in a plan. */
  readonly removalCount?: number | LimitByKind
  /** So many removals of one kind never count as too large a share. Default 3, so that a tiny tenant can lose a team. */
  readonly removalFloor?: number
  /**
   * Largest share (0 to 1) of the target's items of one kind, among those that belong to this source, that may be updated. Default 0.5:
   * a source that changed most of itself was mapped in another way, more often than it was edited. Ignored up to `updateFloor`.
   */
  readonly updateShare?: number | LimitByKind
  /** Most items of one kind updated. Default 5,000: beyond that, look at some of them before all are written. */
  readonly updateCount?: number | LimitByKind
  /** So many updates of one kind never count as too large a share. Default 20. */
  readonly updateFloor?: number
  /** Most members that one user group may lose while it stays. Default 5; in groups of more than 10, half of the members. */
  readonly memberRemovals?: number
  /** Whether a source may have none of a kind of which the target holds items that belong to it. Default false: it could not be read. */
  readonly emptySource?: boolean
  /** Minutes without anybody on call that policies may gain, all together, over the plan's window. Default 0. */
  readonly uncoveredMinutes?: number
  /** Policies that may be left without anybody whom they could ever reach. Default 0. */
  readonly lastResponderRemoved?: number
  /** Hours on call, over the plan's window, that may go to people with neither a record in the target nor an invitation. Default 0. */
  readonly uninvitedHours?: number
  /** Policies for which the people on call at this moment may change. Default 0: somebody may be working on an incident. */
  readonly onCallNowChanges?: number
}

export type LimitByKind = Readonly<Partial<Record<EntityKind, number>>>

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
}

/** Fills in the defaults. Throws `InvalidArgumentError` for a limit that is negative or no number. */
export function readLimits(limits: SafetyLimits = {}): ReadLimits {
  for (const [name, limit] of Object.entries(limits)) checkLimit(name, limit)
  const { memberRemovals } = limits
  return {
    removalShare: byKind(limits.removalShare, 0.1),
    removalCount: byKind(limits.removalCount, 100),
    removalFloor: limits.removalFloor ?? 3,
    updateShare: byKind(limits.updateShare, 0.5),
    updateCount: byKind(limits.updateCount, 5000),
    updateFloor: limits.updateFloor ?? 20,
    memberRemovals: (members) => memberRemovals ?? Math.max(5, Math.floor(members / 2)),
    emptySource: limits.emptySource ?? false,
    uncoveredMinutes: limits.uncoveredMinutes ?? 0,
    lastResponderRemoved: limits.lastResponderRemoved ?? 0,
    uninvitedHours: limits.uninvitedHours ?? 0,
    onCallNowChanges: limits.onCallNowChanges ?? 0,
  }
}

/** The brakes of `applyPlan`'s `allowUnsafe`, in the order in which they are listed. */
export const brakeCodes: readonly BrakeCode[] = [
  'empty-source',
  'removal-share',
  'removal-count',
  'update-share',
  'update-count',
  'member-removals',
  'last-responder-removed',
  'uncovered-minutes',
  'uninvited-hours',
  'on-call-now-changes',
]

function byKind(limit: number | LimitByKind | undefined, fallback: number): (entity: EntityKind) => number {
  if (typeof limit !== 'object') return () => limit ?? fallback
  return (entity) => limit[entity] ?? fallback
}

function checkLimit(name: string, limit: unknown): void {
  if (limit === undefined || typeof limit === 'boolean') return
  const values = typeof limit === 'object' && limit !== null ? Object.values(limit) : [limit]
  const isFit = values.every((value) => value === undefined || (typeof value === 'number' && value >= 0))
  if (!isFit) throw new InvalidArgumentError(`The limit ${name} must be a number that is not negative.`)
}
