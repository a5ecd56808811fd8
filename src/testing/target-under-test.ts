import type { EntityKind, EntityValue } from '../model/index.ts'
import type {
  CreateChange,
  Invitation,
  RecordLink,
  TargetAdapter,
  TargetRecord,
  TargetSnapshot,
  UpdateChange,
  WriteResult,
} from '../sync/index.ts'
import { want } from './contract-case.ts'
import { type ContractIds, richValue, withRecord } from './contract-values.ts'

/** The adapter of one case, and what its store holds. */
export interface TargetUnderTest {
  readonly target: TargetAdapter
  readonly stored: () => Promise<TargetSnapshot>
  /** Rows of the longest page. */
  readonly pageSize: number
}

export type TargetCheck = readonly [name: string, check: (tested: TargetUnderTest) => Promise<void>]

/** A record as `create` was asked for it, and what it answered. */
export interface MadeRecord {
  readonly entity: EntityKind
  readonly id: string
  readonly value: EntityValue[EntityKind]
  readonly revision: WriteResult['revision']
}

export const contractOrigin = 'xmatters:contract.example'

export const linkOf = (key: string): RecordLink => ({ origin: contractOrigin, key })

/** What may be created in this target, by its capabilities; what is referred to comes first. */
export function creatableKinds({ capabilities = {} }: TargetAdapter): readonly EntityKind[] {
  const { entities = ['user', 'userGroup', 'schedule', 'escalationPolicy'], users = 'create' } = capabilities
  return (['user', 'userGroup', 'schedule', 'escalationPolicy'] as const).filter(
    (entity) => entities.includes(entity) && (entity !== 'user' || users === 'create'),
  )
}

/** The kind that is tried where one is enough. */
export function anyKind(target: TargetAdapter): EntityKind {
  const kinds = creatableKinds(target)
  const entity = kinds.find((kind) => kind !== 'user') ?? kinds[0]
  want(entity !== undefined, 'A target must keep at least one kind that can be created.')
  return entity!
}

let calls = 0

/** A key that no other write of any case has. */
export const anew = (): { readonly idempotencyKey: string } => ({ idempotencyKey: `contract:${(calls += 1)}` })

export async function createRecord(
  target: TargetAdapter,
  entity: EntityKind,
  key: string,
  value: EntityValue[EntityKind] = richValue(entity, key, {}),
): Promise<MadeRecord> {
  const change = { action: 'create', entity, link: linkOf(key), value } as CreateChange
  const { id, revision } = await target.create(change, anew())
  return { entity, id, value, revision }
}

/** One record of each kind, each referring to those before it, all with the same key in their link. */
export async function createAll(
  target: TargetAdapter,
  key: string,
  valueOf: (entity: EntityKind, key: string, ids: ContractIds) => EntityValue[EntityKind] = richValue,
  first: ContractIds = {},
): Promise<readonly MadeRecord[]> {
  const made: MadeRecord[] = []
  let ids = first
  for (const entity of creatableKinds(target)) {
    const record = await createRecord(target, entity, key, valueOf(entity, key, ids))
    made.push(record)
    ids = withRecord(ids, entity, record.id, record.value)
  }
  return made
}

/** Ids of so many people: created, or else invited; none where the target can do neither, or does not say at once who they are. */
export async function somePeople(target: TargetAdapter, count: number): Promise<readonly string[]> {
  const keys = Array.from({ length: count }, (_, nth) => `member:${nth}`)
  const { concurrency = 4, invitationBatchSize = 100, entities = ['user'] } = target.capabilities ?? {}
  if (creatableKinds(target).includes('user'))
    return mapAtOnce(keys, concurrency, async (key) => (await createRecord(target, 'user', key)).id)
  if (!target.invite || !entities.includes('user')) return []
  const ids: string[] = []
  for (let start = 0; start < count; start += invitationBatchSize) {
    const batch = keys.slice(start, start + invitationBatchSize)
    const results = await target.invite(
      batch.map((key) => anInvitation(`${key.replace(':', '.')}@example.org`)),
      anew(),
    )
    ids.push(...results.flatMap(({ id }) => id ?? []))
  }
  return ids
}

export const anInvitation = (email: string): Invitation => ({
  userKey: `person:${email}`,
  email,
  name: email,
  id: null,
})

/** In the order of `items`, with at most `concurrency` at once. */
export async function mapAtOnce<T, R>(
  items: readonly T[],
  concurrency: number,
  map: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const waiting = items.entries()
  const mapNext = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await map(item)
  }
  await Promise.all(Array.from({ length: concurrency }, mapNext))
  return results
}

/** An update of that record as it is read now, with some of it otherwise. */
export async function anUpdate(
  target: TargetAdapter,
  entity: EntityKind,
  id: string,
  part: object = {},
): Promise<UpdateChange> {
  const record = find(await target.read({}), entity, id)
  want(record !== undefined, `read must show the ${entity} that was created.`, id)
  const { value, revision: expectedRevision, link } = record!
  return { action: 'update', entity, id, link, value, fields: ['name'], expectedRevision, ...part } as UpdateChange
}

export function recordsIn(
  snapshot: TargetSnapshot,
  entity: EntityKind,
): readonly TargetRecord<EntityValue[EntityKind]>[] {
  const { users, userGroups, schedules, escalationPolicies } = snapshot
  return { user: users, userGroup: userGroups, schedule: schedules, escalationPolicy: escalationPolicies }[entity]
}

export function find(
  snapshot: TargetSnapshot,
  entity: EntityKind,
  id: string,
): TargetRecord<EntityValue[EntityKind]> | undefined {
  return recordsIn(snapshot, entity).find((record) => record.id === id)
}
