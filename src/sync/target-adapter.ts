import type { EntityKind, EntityValue } from '../model/index.ts'

/**
 * The host's store, as the library sees it. Values in records and changes refer to users, groups, schedules and policies by
 * *target id*; keys of parts inside a value (rotations, contact methods, overrides) are stored as they are.
 */
export interface TargetAdapter {
  /** What this store can do; an absent flag has the default given at `TargetCapabilities`. */
  readonly capabilities?: Partial<TargetCapabilities>
  /** All that is there now, also what was never linked. */
  read(context: ReadContext): Promise<TargetSnapshot>
  /** Creates the record with its link; the same idempotency key again gives the same record. */
  create(change: CreateChange, context: WriteContext): Promise<WriteResult & { readonly id: string }>
  /** Throws an error with `code: 'stale'` when `expectedRevision` no longer fits. */
  update(change: UpdateChange, context: WriteContext): Promise<WriteResult>
  /** Throws an error with `code: 'stale'` when `expectedRevision` no longer fits; a record that is gone already is no error. */
  remove(change: RemoveChange, context: WriteContext): Promise<void>
  /** One result an invitation, in any order. */
  invite?(invitations: readonly Invitation[], context: WriteContext): Promise<readonly InvitationResult[]>
}

export interface TargetCapabilities {
  /** `create`: user records can be created. `existing-only`: users come into being by invitation or by hand. Default `create`. */
  readonly users: 'create' | 'existing-only'
  /** Kinds that this store keeps at all; others are left out of a plan and listed as skipped. Default all four. */
  readonly entities: readonly EntityKind[]
  /** Whether people can be invited. Default true; say false where the adapter has no `invite`. */
  readonly invite: boolean
  /** Whether a record can be disabled rather than removed. Default true. */
  readonly disable: boolean
  /** Whether records carry revisions that updates are checked against. Default true. */
  readonly revisions: boolean
  /** Most invitations in one call. Default 100. */
  readonly invitationBatchSize: number
  /** Most writes at once. Default 4. */
  readonly concurrency: number
}

export interface ReadContext {
  readonly signal?: AbortSignal
}

export interface WriteContext {
  /** Says stop some time after the host did, so that most writes can be finished. */
  readonly signal?: AbortSignal
  /** The same for every attempt at the same change of the same plan. */
  readonly idempotencyKey: string
  /** The lease's, where the state store has leases: a store that has seen a higher one may refuse the write of a lower. */
  readonly fencingToken?: number
}

export interface WriteResult {
  readonly revision?: string | null
}

/** Which source item a record was imported from. */
export interface RecordLink {
  readonly origin: string
  readonly key: string
}

export type CreateChange = {
  readonly [E in EntityKind]: {
    readonly action: 'create'
    readonly entity: E
    readonly link: RecordLink
    /** Whole. */
    readonly value: EntityValue[E]
  }
}[EntityKind]

export type UpdateChange = {
  readonly [E in EntityKind]: {
    /** `link` sets only the record's link, `disable` only its status; an update of a record that had no link sets that too. */
    readonly action: 'update' | 'link' | 'disable'
    readonly entity: E
    readonly id: string
    readonly link: RecordLink
    /** The whole value after the change. */
    readonly value: EntityValue[E]
    /** Top-level fields of the value that differ from what was read. */
    readonly fields: readonly string[]
    readonly expectedRevision: string | null
  }
}[EntityKind]

export interface RemoveChange {
  readonly action: 'remove'
  readonly entity: EntityKind
  readonly id: string
  readonly link: RecordLink
  readonly expectedRevision: string | null
}

export interface Invitation {
  readonly userKey: string
  readonly email: string
  readonly name: string
  /** Target id, where the person has a record already. */
  readonly id: string | null
}

export interface InvitationResult {
  readonly email: string
  readonly outcome: 'invited' | 'added' | 'already' | 'failed'
  /** Target id of the person, where the store knows it now. */
  readonly id?: string
  readonly error?: string
}

/** What the host has, everything in target ids. */
export interface TargetSnapshot {
  readonly users: readonly TargetRecord<EntityValue['user']>[]
  readonly userGroups: readonly TargetRecord<EntityValue['userGroup']>[]
  readonly schedules: readonly TargetRecord<EntityValue['schedule']>[]
  readonly escalationPolicies: readonly TargetRecord<EntityValue['escalationPolicy']>[]
}

export interface TargetRecord<T> {
  readonly id: string
  readonly link: RecordLink | null
  readonly revision: string | null
  /** `external`: another system owns it, such as SCIM. `built-in`: the host does. Neither is ever touched. */
  readonly managedBy?: 'external' | 'built-in'
  readonly status?: 'active' | 'invited' | 'disabled'
  readonly value: T
}
