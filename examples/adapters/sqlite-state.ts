import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { BaselineEntry, JournalEntry, Lease, SyncStateStore } from 'xmatters-sync'

const schema = `
  create table if not exists sync_baseline (
    origin text not null,
    entity text not null,
    key text not null,
    target_id text not null,
    value text not null,
    primary key (origin, entity, key)
  ) strict;
  create table if not exists sync_journal (
    sequence integer primary key autoincrement,
    plan_id text not null,
    line text not null,
    unique (plan_id, line)
  ) strict;
  create table if not exists sync_lease (
    name text primary key,
    holder text not null,
    token integer not null,
    until integer not null
  ) strict;
`

/**
 * Keeps baseline, journal and leases in SQLite, one row an item and one row a journal line. `clock` gives milliseconds since the
 * epoch and decides when a lease has run out.
 */
export function createSqliteState(
  database: DatabaseSync,
  { clock = Date.now }: { readonly clock?: () => number } = {},
): Required<Pick<SyncStateStore, 'acquireLease'>> & SyncStateStore {
  database.exec(schema)
  const entries = database.prepare(
    'select entity, key, target_id, value from sync_baseline where origin = ? order by entity, key',
  )
  const setEntry = database.prepare(
    `insert into sync_baseline (origin, entity, key, target_id, value) values (?, ?, ?, ?, ?)
     on conflict (origin, entity, key) do update set target_id = excluded.target_id, value = excluded.value`,
  )
  const deleteEntry = database.prepare('delete from sync_baseline where origin = ? and entity = ? and key = ?')
  const append = database.prepare(
    'insert into sync_journal (plan_id, line) values (?, ?) on conflict (plan_id, line) do nothing',
  )
  const lines = database.prepare('select line from sync_journal where plan_id = ? order by sequence')
  // One statement, so that two processes cannot both find the lease free.
  const takeLease = database.prepare(
    `insert into sync_lease (name, holder, token, until) values (?, ?, 1, ?)
     on conflict (name) do update set holder = excluded.holder, token = token + 1, until = excluded.until where until <= ?
     returning token`,
  )
  const renewLease = database.prepare('update sync_lease set until = ? where name = ? and holder = ? and until > ?')

  return {
    async readBaseline(origin) {
      const rows = entries.all(origin)
      if (rows.length === 0) return null
      return {
        origin,
        entries: rows.map(({ entity, key, target_id, value }) => ({
          entity: String(entity) as BaselineEntry['entity'],
          key: String(key),
          targetId: String(target_id),
          value: JSON.parse(String(value)) as unknown,
        })),
      }
    },

    async writeBaseline(origin, { set, delete: gone }) {
      database.exec('begin immediate')
      try {
        for (const { entity, key } of gone) deleteEntry.run(origin, entity, key)
        for (const { entity, key, targetId, value } of set)
          setEntry.run(origin, entity, key, targetId, JSON.stringify(value))
        database.exec('commit')
      } catch (error) {
        database.exec('rollback')
        throw error
      }
    },

    async appendJournal(planId, entry) {
      append.run(planId, JSON.stringify(entry))
    },

    async readJournal(planId) {
      return lines.all(planId).map(({ line }) => JSON.parse(String(line)) as JournalEntry)
    },

    async acquireLease(name, { ttlMs }): Promise<Lease | null> {
      const holder = randomUUID()
      const taken = takeLease.get(name, holder, clock() + ttlMs, clock())
      if (!taken) return null
      return {
        fencingToken: Number(taken['token']),
        async renew() {
          return renewLease.run(clock() + ttlMs, name, holder, clock()).changes === 1
        },
        async release() {
          renewLease.run(0, name, holder, clock())
        },
      }
    },
  }
}
