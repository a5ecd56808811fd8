import type { EntityKind } from '../model/index.ts'
import { digestOf } from './digest.ts'
import { entityKinds, entityLists, perEntity } from './entity-kinds.ts'
import type { ConflictKind, SyncPlan } from './plan.ts'
import type { BaselineEntry } from './state-store.ts'
import type { RecordLink, TargetRecord, TargetSnapshot } from './target-adapter.ts'

/** A record as it is known: as it was read, or as this plan wrote it. */
export interface KnownRecord {
  readonly id: string
  readonly link: RecordLink | null
  readonly revision: string | null
  readonly status: TargetRecord<unknown>['status']
  readonly managedBy?: TargetRecord<unknown>['managedBy']
  readonly value: unknown
  /** Whether this run wrote it, so that only we can have changed it since it was read. */
  readonly written: boolean
}

/** What one read of the target says, kept up to date with what is written. */
export interface TargetIndex {
  record(entity: EntityKind, id: string): KnownRecord | undefined
  /** By our link. */
  linked(entity: EntityKind, key: string): KnownRecord | undefined
  put(entity: EntityKind, record: KnownRecord): void
  delete(entity: EntityKind, id: string): void
}

const digests = new WeakMap<KnownRecord, string>()

/** Digest of the record's value, computed once. */
export function recordDigest(record: KnownRecord): string {
  let digest = digests.get(record)
  if (digest === undefined) digests.set(record, (digest = digestOf(record.value)))
  return digest
}

/** Throws when the adapter's answer is not a snapshot. */
export function indexTarget(snapshot: TargetSnapshot, origin: string): TargetIndex {
  const byId = perEntity(() => new Map<string, KnownRecord>())
  const byKey = perEntity(() => new Map<string, string>())
  const put = (entity: EntityKind, record: KnownRecord): void => {
    byId[entity].set(record.id, record)
    if (record.link?.origin !== origin) return
    const other = byKey[entity].get(record.link.key)
    // Two records with one link: the choice must not depend on the order of the read.
    if (other === undefined || record.id < other) byKey[entity].set(record.link.key, record.id)
  }
  for (const entity of entityKinds) {
    const records: readonly TargetRecord<unknown>[] = snapshot[entityLists[entity]]
    for (const { id, link, revision, status, managedBy, value } of records) {
      put(entity, { id, link: link ?? null, revision: revision ?? null, status, managedBy, value, written: false })
    }
  }
  return {
    record: (entity, id) => byId[entity].get(id),
    linked: (entity, key) => {
      const id = byKey[entity].get(key)
      return id === undefined ? undefined : byId[entity].get(id)
    },
    put,
    delete: (entity, id) => void byId[entity].delete(id),
  }
}

/** Which target id stands for which source key. */
export interface KeyTable {
  get(entity: EntityKind, key: string): string | undefined
  learn(entity: EntityKind, key: string, id: string): void
  /** Adds what an older run recorded, where nothing newer is known. */
  fillIn(entries: readonly BaselineEntry[]): void
}

/** Target id of an item, as far as the plan or the target says. */
export function knownId(
  { index, keys }: { readonly index: TargetIndex; readonly keys: KeyTable },
  entity: EntityKind,
  key: string,
): string | undefined {
  return keys.get(entity, key) ?? index.linked(entity, key)?.id
}

/** What the plan itself says about items that carry no link, such as those that another system manages. */
export function keyTableOf(plan: SyncPlan): KeyTable {
  const ids = perEntity(() => new Map<string, string>())
  const learn = (entity: EntityKind, key: string, id: string): void => void ids[entity].set(key, id)
  for (const { entity, key, targetId } of [...(plan.part?.records ?? []), ...(plan.agreed ?? [])])
    learn(entity, key, targetId)
  const matched = plan.conflicts.filter(({ kind }) => conflictsOfMatched.has(kind))
  for (const list of [plan.drift, plan.skipped, matched, plan.changes]) {
    for (const { entity, key, targetId } of list) if (key !== null && targetId !== null) learn(entity, key, targetId)
  }
  return {
    get: (entity, key) => ids[entity].get(key),
    learn,
    fillIn: (entries) => {
      for (const { entity, key, targetId } of entries) if (!ids[entity].has(key)) learn(entity, key, targetId)
    },
  }
}

/** Conflicts over an item's content. Others are about which record the item is, so their target id proves nothing. */
const conflictsOfMatched: ReadonlySet<ConflictKind> = new Set(['both-changed', 'no-baseline', 'time-zone-mismatch'])
