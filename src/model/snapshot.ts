import type { EscalationPolicy } from './escalation-policy.ts'
import type { Schedule } from './schedule.ts'
import type { UserGroup } from './user-group.ts'
import type { User } from './user.ts'

/** The on-call setup of one source at one instant: plain, immutable JSON. Lists are sorted by key. */
export interface OnCallSnapshot {
  /** Where it came from, such as `xmatters:acme.xmatters.com`. */
  readonly origin: string
  /** Instant of the capture. */
  readonly capturedAt: string
  /** Version of the time zone data that made it, such as `2026f`. */
  readonly tzdb: string
  readonly scope: SnapshotScope
  readonly users: readonly User[]
  readonly userGroups: readonly UserGroup[]
  readonly schedules: readonly Schedule[]
  readonly escalationPolicies: readonly EscalationPolicy[]
}

/** How much of the source the snapshot speaks for. Absence outside of it means nothing. */
export interface SnapshotScope {
  /** False when anything could not be read. */
  readonly complete: boolean
  /** Group keys that were selected, closed over what they refer to; `null` when nothing was selected away. */
  readonly selected: readonly string[] | null
}

/** The four kinds of things that are synced, in dependency order. */
export type EntityKind = 'user' | 'userGroup' | 'schedule' | 'escalationPolicy'

/** The value of each kind. */
export interface EntityValue {
  readonly user: User
  readonly userGroup: UserGroup
  readonly schedule: Schedule
  readonly escalationPolicy: EscalationPolicy
}
