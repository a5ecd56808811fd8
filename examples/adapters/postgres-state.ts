import { Client, type Pool } from 'pg'
import type { Baseline, BaselineEntry, JournalEntry, Lease, SyncStateStore } from 'xmatters-sync'
import { asTransient, createSchema, ignore, inTransaction, withClient } from './postgres-session.ts'

const schema = `
  create table if not exists sync_baseline (
    account text not null,
    origin text not null,
    entity text not null,
    key text not null,
    target_id text not null,
    value json not null,
    primary key (account, origin, entity, key)
  );
  create table if not exists sync_journal (
    sequence bigint generated always as identity primary key,
    account text not null,
    plan_id text not null,
    line text not null
  );
  create unique index if not exists sync_journal_line on sync_journal (account, plan_id, md5(line));
  create table if not exists sync_lease (
    name text primary key,
    token integer not null,
    until timestamptz not null
  );
`

export interface PostgresStateOptions {
  /** Which of your customers it is for. Two who import from one instance have equal origins and may have equal plans. Default `default`. */
  readonly account?: string
}

/**
 * Keeps baseline, journal and leases in PostgreSQL, one row an item and one row a journal line.
 *
 * A lease is a row with an end, by the server's clock, and an advisory lock on a connection of its own. The row lets a lease run out
 * whose holder hangs; the lock is gone with the holder's connection, so what a killed process held is free at once.
 */
export async function createPostgresState(
  pool: Pool,
  { account = 'default' }: PostgresStateOptions = {},
): Promise<Required<Pick<SyncStateStore, 'acquireLease'>> & SyncStateStore> {
  await createSchema(pool, 'sync_baseline', schema)

  return {
    async readBaseline(origin): Promise<Baseline | null> {
      const { rows } = await withClient(pool, (client) =>
        client.query<{ entity: BaselineEntry['entity']; key: string; target_id: string; value: string }>(
          `select entity, key, target_id, value::text as value from sync_baseline where account = $1 and origin = $2
           order by entity, key`,
          [account, origin],
        ),
      )
      if (rows.length === 0) return null
      return {
        origin,
        entries: rows.map(({ entity, key, target_id: targetId, value }) => ({
          entity,
          key,
          targetId,
          value: JSON.parse(value) as unknown,
        })),
      }
    },

    async writeBaseline(origin, { set, delete: gone }) {
      await inTransaction(pool, async (client) => {
        if (gone.length > 0) {
          await client.query(
            `delete from sync_baseline
             where account = $1 and origin = $2 and (entity, key) in (select * from unnest($3::text[], $4::text[]))`,
            [account, origin, gone.map(({ entity }) => entity), gone.map(({ key }) => key)],
          )
        }
        if (set.length > 0) {
          await client.query(
            `insert into sync_baseline (account, origin, entity, key, target_id, value)
             select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::json[])
             on conflict (account, origin, entity, key) do update set target_id = excluded.target_id, value = excluded.value`,
            [
              account,
              origin,
              set.map(({ entity }) => entity),
              set.map(({ key }) => key),
              set.map(({ targetId }) => targetId),
              set.map(({ value }) => JSON.stringify(value)),
            ],
          )
        }
      })
    },

    async appendJournal(planId, entry) {
      await withClient(pool, (client) =>
        client.query(
          `insert into sync_journal (account, plan_id, line) values ($1, $2, $3)
           on conflict (account, plan_id, md5(line)) do nothing`,
          [account, planId, JSON.stringify(entry)],
        ),
      )
    },

    async readJournal(planId) {
      const { rows } = await withClient(pool, (client) =>
        client.query<{ line: string }>(
          'select line from sync_journal where account = $1 and plan_id = $2 order by sequence',
          [account, planId],
        ),
      )
      return rows.map(({ line }) => JSON.parse(line) as JournalEntry)
    },

    async acquireLease(name, { ttlMs }): Promise<Lease | null> {
      // Not from the pool: leases held for long must not use up the connections that the writes under them need.
      const client = new Client(pool.options)
      client.on('error', ignore)
      try {
        await client.connect()
        const ownName = `${account} ${name}`
        const fencingToken = await takeLease(client, ownName, ttlMs)
        if (fencingToken !== null) return leaseOn(client, ownName, fencingToken, ttlMs)
      } catch (error) {
        await close(client)
        throw asTransient(error)
      }
      await close(client)
      return null
    },
  }
}

const endOfLease = `clock_timestamp() + $3 * interval '1 millisecond'`

/** The new fencing token, or `null` while a living holder has time left. */
async function takeLease(client: Client, name: string, ttlMs: number): Promise<number | null> {
  const { rows } = await client.query<{ token: number; running: boolean }>(
    'select token, until > clock_timestamp() as running from sync_lease where name = $1',
    [name],
  )
  const before = rows[0]
  if (before?.running) {
    const isAlive = !(await tryLock(client, name, before.token))
    if (isAlive) return null
  }
  // Only one of those who saw the same token gets the next one.
  const taken = await client.query<{ token: number }>(
    `insert into sync_lease (name, token, until) values ($1, $2, ${endOfLease})
     on conflict (name) do update set token = excluded.token, until = excluded.until where sync_lease.token = $2 - 1
     returning token`,
    [name, (before?.token ?? 0) + 1, ttlMs],
  )
  const token = taken.rows[0]?.token
  return token !== undefined && (await tryLock(client, name, token)) ? token : null
}

function leaseOn(client: Client, name: string, fencingToken: number, ttlMs: number): Lease {
  let open = true
  // The lock is gone with its connection, and so is the lease.
  client.on('error', () => (open = false))
  const setEnd = async (milliseconds: number): Promise<boolean> => {
    const { rowCount } = await client.query(
      `update sync_lease set until = ${endOfLease} where name = $1 and token = $2 and until > clock_timestamp()`,
      [name, fencingToken, milliseconds],
    )
    return rowCount === 1
  }
  return {
    fencingToken,
    async renew() {
      return open && setEnd(ttlMs)
    },
    async release() {
      if (!open) return
      open = false
      try {
        await setEnd(0)
      } finally {
        await close(client)
      }
    },
  }
}

/** Advisory locks go by number and are shared by all schemas of a database, so the table is part of it. */
const lockNumber = `hashtextextended(concat_ws(' ', 'sync_lease'::regclass::oid, $1::text, $2::integer), 0)`

async function tryLock(client: Client, name: string, token: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${lockNumber}) as locked`, [
    name,
    token,
  ])
  return rows[0]?.locked === true
}

/** Gives back all locks of the connection, too. */
async function close(client: Client): Promise<void> {
  await client.end().catch(() => undefined)
}
