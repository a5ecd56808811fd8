import type { EntityKind, Participant } from '../model/index.ts'
import type { SafetyLimits } from './safety-limits.ts'
import type { BaselineEntry } from './state-store.ts'

/** What would be done, and why: plain JSON, the same bytes for the same inputs. */
export interface SyncPlan {
  readonly version: 1
  /** sha-256 (hex) of the canonical JSON of everything else. */
  readonly id: string
  readonly origin: string
  readonly createdAt: string
  /** In an order that never breaks a dependency. */
  readonly changes: readonly Change[]
  readonly conflicts: readonly Conflict[]
  /** What only the target changed and the plan leaves alone. */
  readonly drift: readonly Drift[]
  readonly skipped: readonly Skipped[]
  readonly unchanged: Readonly<Record<EntityKind, number>>
  readonly safety: SafetyReport
  readonly impact: PlanImpact
  /** Baseline entries that need no write to the target: what both sides agree on already. `applyPlan` records them first. */
  readonly agreed?: readonly BaselineEntry[]
  /** Set on what `partitionPlan` made. */
  readonly part?: PlanPart
}

/** Which part of which plan; `index` from 1. */
export interface PlanPart {
  readonly of: string
  readonly index: number
  readonly count: number
  /** Records that its changes refer to and that the other parts speak of; absent: none. */
  readonly records?: readonly Omit<BaselineEntry, 'value'>[]
}

export type ChangeAction = 'create' | 'link' | 'update' | 'disable' | 'remove' | 'invite'

export interface Change {
  /** Stable within the plan and across equal plans: `<entity>:<key>:<action>`. */
  readonly id: string
  readonly action: ChangeAction
  readonly entity: EntityKind
  /** Source key. */
  readonly key: string
  readonly targetId: string | null
  readonly fields: readonly FieldChange[]
  /** The whole value after the change, in source keys where the item is known by one; `null` for a removal. */
  readonly value: unknown
  /** What to record as the baseline once the change succeeded, in source keys; absent: `value`; `null`: nothing. */
  readonly baseline?: unknown
  /** Ids of changes that must have succeeded before. */
  readonly dependsOn: readonly string[]
  /** Digest of the target record's value that the plan was made against; `null` for a creation. */
  readonly expects: string | null
  readonly reason: string
  /** Display name, for people. */
  readonly name: string
}

export interface FieldChange {
  /** Such as `name`, `levels`, `memberKeys[person:…]`, `contactMethods[device:…].address`. */
  readonly path: string
  /** Absent keys mean: not part of that value. */
  readonly base?: unknown
  readonly source?: unknown
  readonly target?: unknown
  readonly winner: 'source' | 'target' | 'agreed' | 'unresolved'
}

export type ConflictKind =
  | 'both-changed'
  | 'no-baseline'
  | 'user-not-found'
  | 'ambiguous-match'
  | 'duplicate-schedule'
  | 'name-collision'
  | 'time-zone-mismatch'
  | 'removed-in-target'
  | 'removed-in-source'

/** Something that a person must decide; it is never applied. */
export interface Conflict {
  readonly id: string
  readonly kind: ConflictKind
  readonly entity: EntityKind
  readonly key: string
  readonly name: string
  readonly targetId: string | null
  /** `null` when the conflict is about the whole item. */
  readonly path: string | null
  readonly base?: unknown
  readonly source?: unknown
  readonly target?: unknown
  /** Target ids that are equally good. */
  readonly candidates: readonly string[]
  /** Keys of what is weakened or kept back because of it. */
  readonly affects: readonly string[]
  readonly message: string
  /** What to do about it. */
  readonly wayOut: string
}

export interface Drift {
  readonly entity: EntityKind
  readonly key: string
  readonly name: string
  readonly targetId: string
  readonly path: string | null
  readonly base?: unknown
  readonly target?: unknown
  readonly message: string
}

export interface Skipped {
  readonly entity: EntityKind
  /** Source key; `null` for an item that only the target has. */
  readonly key: string | null
  readonly targetId: string | null
  readonly name: string
  readonly code: string
  readonly reason: string
}

export interface SafetyReport {
  /** False while any brake is on. */
  readonly safe: boolean
  readonly brakes: readonly Brake[]
  /** The limits that are not the defaults; `applyPlan` checks against the same. */
  readonly limits?: SafetyLimits
}

/** A limit that the plan exceeds. `allowUnsafe` of `applyPlan` names the brakes that it releases. */
export interface Brake {
  readonly code: BrakeCode
  readonly entity: EntityKind | null
  /** Keys concerned; sorted. */
  readonly keys: readonly string[]
  readonly limit: number
  readonly actual: number
  readonly message: string
}

export type BrakeCode =
  | 'removal-share'
  | 'removal-count'
  | 'update-share'
  | 'update-count'
  | 'member-removals'
  | 'empty-source'
  | 'uncovered-minutes'
  | 'last-responder-removed'
  | 'uninvited-hours'
  | 'on-call-now-changes'

/** What the plan means for people, computed over the window that follows `createdAt`. */
export interface PlanImpact {
  readonly from: string
  readonly to: string
  readonly policies: readonly PolicyImpact[]
}

export interface PolicyImpact {
  readonly key: string
  readonly name: string
  /** Who is on call at `createdAt`, level by level, before and after. */
  readonly now: { readonly before: readonly ImpactLevel[]; readonly after: readonly ImpactLevel[] }
  /** Minutes of the window in which nobody is reached. */
  readonly uncoveredMinutes: { readonly before: number; readonly after: number }
  /** Minutes on call gained (positive) or lost, by user key; sorted, zeros left out. */
  readonly load: readonly { readonly userKey: string; readonly minutes: number }[]
  /** What would keep the people who are on call now, where the change is only a shifted turn. */
  readonly phase?: PhaseAlternative
}

export interface ImpactLevel {
  readonly offsetMinutes: number
  readonly userKeys: readonly string[]
}

/** Participant orders that leave who is on call now as it is, as far as they are still in the ring; all else as planned. */
export interface PhaseAlternative {
  readonly scheduleKey: string
  /** The rotations to write in another order. */
  readonly rotations: readonly { readonly key: string; readonly participants: readonly Participant[] }[]
  readonly message: string
}
