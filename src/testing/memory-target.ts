import { XMattersSyncError } from '../errors.ts'
import type { EntityKind, EntityValue } from '../model/index.ts'
import type {
  CreateChange,
  Invitation,
  InvitationResult,
  RemoveChange,
  TargetAdapter,
  TargetCapabilities,
  TargetRecord,
  TargetSnapshot,
  UpdateChange,
} from '../sync/index.ts'
import { frozenCopy } from './frozen-copy.ts'
import { type MemoryFault, withFault } from './memory-fault.ts'

export interface MemoryTarget extends TargetAdapter {
  readonly capabilities: Partial<TargetCapabilities>
  invite(invitations: readonly Invitation[]): Promise<readonly InvitationResult[]>
  /** Everything as it is now, each list in order of creation; deeply frozen. */
  snapshot(): TargetSnapshot
  /**
   * What a person does in the host's own screens: patches the value of a record, or computes it anew, or deletes the record with
   * `null`. The revision goes up and the link stays. Throws when there is no such record.
   */
  edit<E extends EntityKind>(entity: E, id: string, edit: ValueEdit<E>): void
}

export type ValueEdit<E extends EntityKind> =
  | Partial<EntityValue[E]>
  | ((value: EntityValue[E]) => EntityValue[E])
  | null

export interface MemoryTargetOptions {
  /** Default: all that `TargetCapabilities` gives as defaults. */
  readonly capabilities?: Partial<TargetCapabilities>
  /** Asked at each call; makes it fail. */
  readonly fault?: (call: MemoryTargetCall) => MemoryFault | null | undefined
}

export type MemoryTargetCall =
  | { readonly method: 'read' }
  | { readonly method: 'create'; readonly change: CreateChange; readonly idempotencyKey: string }
  | { readonly method: 'update'; readonly change: UpdateChange; readonly idempotencyKey: string }
  | { readonly method: 'remove'; readonly change: RemoveChange; readonly idempotencyKey: string }
  | { readonly method: 'invite'; readonly invitations: readonly Invitation[]; readonly idempotencyKey: string }

type Stored = TargetRecord<EntityValue[EntityKind]>

/**
 * A host's store in memory, for tests: ids `user-1`, `userGroup-1` and so on in order of creation, revisions `1`, `2`, ... by record,
 * idempotent by key. Everything that goes in or out is a deeply frozen copy.
 */
export function createMemoryTarget(
  initial: Partial<TargetSnapshot> = {},
  { capabilities = {}, fault = () => null }: MemoryTargetOptions = {},
): MemoryTarget {
  const tables: Readonly<Record<EntityKind, Map<string, Stored>>> = {
    user: tableOf(initial.users),
    userGroup: tableOf(initial.userGroups),
    schedule: tableOf(initial.schedules),
    escalationPolicy: tableOf(initial.escalationPolicies),
  }
  const lastNumber: Record<EntityKind, number> = { user: 0, userGroup: 0, schedule: 0, escalationPolicy: 0 }
  const answers = new Map<string, { readonly id: string; readonly revision: string | null }>()
  const withRevisions = capabilities.revisions ?? true

  const snapshot = (): TargetSnapshot =>
    Object.freeze({
      users: listOf<'user'>(tables.user),
      userGroups: listOf<'userGroup'>(tables.userGroup),
      schedules: listOf<'schedule'>(tables.schedule),
      escalationPolicies: listOf<'escalationPolicy'>(tables.escalationPolicy),
    })
  const insert = (
    entity: EntityKind,
    record: Omit<Stored, 'id' | 'revision'>,
  ): { id: string; revision: string | null } => {
    let id: string
    do id = `${entity}-${(lastNumber[entity] += 1)}`
    while (tables[entity].has(id))
    const revision = withRevisions ? '1' : null
    tables[entity].set(id, frozenCopy({ id, revision, ...record }))
    return { id, revision }
  }
  const replace = (entity: EntityKind, record: Stored, changes: Partial<Stored>): string | null => {
    const revision = withRevisions ? String(Number(record.revision ?? 0) + 1) : null
    tables[entity].set(record.id, frozenCopy({ ...record, ...changes, revision }))
    return revision
  }
  const find = (entity: EntityKind, id: string): Stored => {
    const record = tables[entity].get(id)
    if (!record) throw new XMattersSyncError('not-found', `There is no ${entity} ${JSON.stringify(id)}.`)
    return record
  }
  const once = (key: string, write: () => { id: string; revision: string | null }) => {
    const answer = answers.get(key) ?? write()
    answers.set(key, answer)
    return answer
  }

  const update = ({
    action,
    entity,
    id,
    link,
    value,
    expectedRevision,
  }: UpdateChange): { id: string; revision: string | null } => {
    const record = find(entity, id)
    refuseStale(record, expectedRevision)
    const status = action === 'disable' ? { status: 'disabled' as const } : {}
    const written = action === 'update' ? { value } : {}
    return { id, revision: replace(entity, record, { link, ...written, ...status }) }
  }
  const remove = ({ entity, id, expectedRevision }: RemoveChange): void => {
    const record = tables[entity].get(id)
    if (!record) return
    refuseStale(record, expectedRevision)
    tables[entity].delete(id)
  }
  const inviteOne = ({ userKey, email, name, id }: Invitation): InvitationResult => {
    const byEmail = [...tables.user.values()].find(
      ({ value }) => (value as EntityValue['user']).email?.toLowerCase() === email.toLowerCase(),
    )
    const existing = (id === null ? undefined : tables.user.get(id)) ?? byEmail
    if (existing) return { email, outcome: 'already', id: existing.id }
    const value = { ...blankUser, key: userKey, name, email }
    return { email, outcome: 'invited', id: insert('user', { link: null, status: 'invited', value }).id }
  }

  return {
    capabilities,
    read: async () => withFault(fault({ method: 'read' }), snapshot),
    create: async (change, { idempotencyKey }) =>
      withFault(fault({ method: 'create', change, idempotencyKey }), () =>
        once(idempotencyKey, () => insert(change.entity, { link: change.link, status: 'active', value: change.value })),
      ),
    update: async (change, { idempotencyKey }) =>
      withFault(fault({ method: 'update', change, idempotencyKey }), () => once(idempotencyKey, () => update(change))),
    remove: async (change, { idempotencyKey }) =>
      withFault(fault({ method: 'remove', change, idempotencyKey }), () => remove(change)),
    invite: async (invitations: readonly Invitation[], context?: { readonly idempotencyKey: string }) =>
      withFault(fault({ method: 'invite', invitations, idempotencyKey: context?.idempotencyKey ?? '' }), () =>
        invitations.map(inviteOne),
      ),
    snapshot,
    edit: (entity, id, edit) => {
      const record = find(entity, id) as TargetRecord<EntityValue[typeof entity]>
      if (edit === null) tables[entity].delete(id)
      else
        replace(entity, record, {
          value: typeof edit === 'function' ? edit(record.value) : { ...record.value, ...edit },
        })
    },
  }
}

const blankUser = { givenName: null, familyName: null, timeZone: null, active: true, contactMethods: [] } as const

function tableOf(records: readonly TargetRecord<EntityValue[EntityKind]>[] = []): Map<string, Stored> {
  return new Map(records.map((record) => [record.id, frozenCopy(record)]))
}

function listOf<E extends EntityKind>(table: ReadonlyMap<string, Stored>): readonly TargetRecord<EntityValue[E]>[] {
  return Object.freeze([...table.values()] as TargetRecord<EntityValue[E]>[])
}

function refuseStale(record: { readonly id: string; readonly revision: string | null }, expected: string | null): void {
  if (expected === null || record.revision === null || expected === record.revision) return
  throw new XMattersSyncError('stale', `${record.id} is at revision ${record.revision}, not ${expected}.`)
}
