import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type {
  EntityKind,
  EntityValue,
  Invitation,
  InvitationResult,
  RemoveChange,
  TargetAdapter,
  TargetRecord,
  TargetSnapshot,
  UpdateChange,
  User,
  WriteResult,
} from 'xmatters-sync'
import { createSchema, inTransaction, withClient } from './postgres-session.ts'

/** A revision that no longer fits; the library drops the change and what depends on it. */
class StaleError extends Error {
  readonly code = 'stale'
}

// `json`, not `jsonb`: it keeps the text as written, also what `jsonb` refuses, such as an escaped NUL in a name.
const schema = `
  create table if not exists on_call_record (
    account text not null,
    entity text not null,
    id uuid not null,
    origin text,
    source_key text,
    email text,
    revision bigint not null,
    status text not null,
    managed_by text,
    value json not null,
    primary key (account, entity, id)
  );
  create unique index if not exists on_call_record_link on on_call_record (account, entity, origin, source_key);
  create index if not exists on_call_record_email on on_call_record (account, email) where email is not null;
  create table if not exists on_call_answer (
    account text not null,
    idempotency_key text not null,
    id text not null,
    revision bigint not null,
    primary key (account, idempotency_key)
  );
`

export interface PostgresTargetOptions {
  /** Which of your customers the records belong to; they never see each other's. Default `default`. */
  readonly account?: string
}

interface Row {
  readonly entity: EntityKind
  readonly id: string
  readonly origin: string | null
  readonly source_key: string | null
  /** A bigint, which the driver gives as text. */
  readonly revision: string
  readonly status: 'active' | 'invited' | 'disabled'
  readonly managed_by: 'external' | 'built-in' | null
  readonly value: string
}

const columns = 'entity, id, origin, source_key, revision, status, managed_by, value::text as value'

interface Answer {
  readonly id: string
  readonly revision: string
}

/**
 * Keeps users, groups, schedules and policies as JSON in one PostgreSQL table, for many accounts at once. Each write is one transaction
 * together with its answer, so a repeated idempotency key finds the answer instead of writing twice. The row's revision guards updates,
 * and a unique index lets a source item have one record only.
 */
export async function createPostgresTarget(
  pool: Pool,
  { account = 'default' }: PostgresTargetOptions = {},
): Promise<Required<Pick<TargetAdapter, 'invite'>> & TargetAdapter> {
  await createSchema(pool, 'on_call_record', schema)

  /** The answer given before under this key, or that of the write. */
  const once = (key: string, write: (client: PoolClient) => Promise<Answer>): Promise<Answer> =>
    inTransaction(pool, async (client) => {
      // Two deliveries of one change at once: the second waits here and then finds the answer of the first.
      await lock(client, 'answer', key)
      const { rows } = await client.query<Answer>(
        'select id, revision from on_call_answer where account = $1 and idempotency_key = $2',
        [account, key],
      )
      if (rows[0]) return rows[0]
      const answer = await write(client)
      await client.query(
        'insert into on_call_answer (account, idempotency_key, id, revision) values ($1, $2, $3, $4)',
        [account, key, answer.id, answer.revision],
      )
      return answer
    })

  const lock = (client: PoolClient, kind: string, name: string): Promise<unknown> =>
    client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [[account, kind, name].join('\n')])

  const insert = async (
    client: PoolClient,
    entity: EntityKind,
    link: { readonly origin: string; readonly key: string } | null,
    status: Row['status'],
    value: EntityValue[EntityKind],
  ): Promise<Answer | undefined> => {
    const { rows } = await client.query<Answer>(
      `insert into on_call_record (account, entity, id, origin, source_key, email, revision, status, value)
       values ($1, $2, $3, $4, $5, $6, 1, $7, $8)
       on conflict (account, entity, origin, source_key) do nothing returning id, revision`,
      [account, entity, randomUUID(), link?.origin, link?.key, emailOf(value), status, JSON.stringify(value)],
    )
    return rows[0]
  }

  const change = async (
    client: PoolClient,
    { action, entity, id, link, value, expectedRevision }: UpdateChange,
  ): Promise<Answer> => {
    const { rows } = await client.query<Answer>(
      `update on_call_record set origin = $4, source_key = $5, revision = revision + 1,
         value = coalesce($6::json, value), email = case when $6::json is null then email else $7 end,
         status = case when $8 then 'disabled' else status end
       where account = $1 and entity = $2 and id::text = $3 and ($9::bigint is null or revision = $9) returning id, revision`,
      [
        account,
        entity,
        id,
        link.origin,
        link.key,
        action === 'update' ? JSON.stringify(value) : null,
        emailOf(value),
        action === 'disable',
        expectedRevision,
      ],
    )
    if (rows[0]) return rows[0]
    throw (await exists(client, entity, id)) ? staleError(entity, id) : new Error(`There is no ${entity} ${id}.`)
  }

  const exists = async (client: PoolClient, entity: EntityKind, id: string): Promise<boolean> => {
    const { rowCount } = await client.query(
      'select 1 from on_call_record where account = $1 and entity = $2 and id::text = $3',
      [account, entity, id],
    )
    return rowCount === 1
  }

  const inviteOne = async (client: PoolClient, { userKey, email, name, id }: Invitation): Promise<InvitationResult> => {
    const { rows } = await client.query<{ id: string }>(
      `select id from on_call_record where account = $1 and entity = 'user' and (id::text = $2 or email = $3)
       order by id::text = $2 desc, id limit 1`,
      [account, id ?? '', email.toLowerCase()],
    )
    if (rows[0]) return { email, outcome: 'already', id: rows[0].id }
    const made = await insert(client, 'user', null, 'invited', invitedUser(userKey, name, email))
    return made ? { email, outcome: 'invited', id: made.id } : { email, outcome: 'failed', error: 'Not stored.' }
  }

  return {
    // As many writes at once as the pool has connections left for; more would only wait.
    capabilities: { concurrency: Math.max(1, (pool.options.max ?? 10) - 2) },

    async read(): Promise<TargetSnapshot> {
      const { rows } = await withClient(pool, (client) =>
        client.query<Row>(`select ${columns} from on_call_record where account = $1 order by entity, id`, [account]),
      )
      return {
        users: recordsOf(rows, 'user'),
        userGroups: recordsOf(rows, 'userGroup'),
        schedules: recordsOf(rows, 'schedule'),
        escalationPolicies: recordsOf(rows, 'escalationPolicy'),
      }
    },

    async create({ entity, link, value }, { idempotencyKey }): Promise<WriteResult & { id: string }> {
      return once(idempotencyKey, async (client) => {
        const made = await insert(client, entity, link, 'active', value)
        if (made) return made
        const { rows } = await client.query<Answer>(
          `select id, revision from on_call_record
           where account = $1 and entity = $2 and origin = $3 and source_key = $4`,
          [account, entity, link.origin, link.key],
        )
        // Between the two statements somebody may have deleted it; then the library asks again.
        if (!rows[0]) throw Object.assign(new Error(`${entity} ${link.key} is being removed.`), { transient: true })
        return rows[0]
      })
    },

    async update(update, { idempotencyKey }): Promise<WriteResult> {
      const { revision } = await once(idempotencyKey, (client) => change(client, update))
      return { revision }
    },

    async remove({ entity, id, expectedRevision }: RemoveChange): Promise<void> {
      await inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(
          `delete from on_call_record
           where account = $1 and entity = $2 and id::text = $3 and ($4::bigint is null or revision = $4)`,
          [account, entity, id, expectedRevision],
        )
        if (rowCount === 0 && (await exists(client, entity, id))) throw staleError(entity, id)
      })
    },

    async invite(invitations): Promise<readonly InvitationResult[]> {
      return inTransaction(pool, async (client) => {
        // No unique index on addresses, since people may share one; so one batch of an account at a time.
        await lock(client, 'invite', '')
        const results: InvitationResult[] = []
        for (const invitation of invitations) results.push(await inviteOne(client, invitation))
        return results
      })
    },
  }
}

function staleError(entity: EntityKind, id: string): StaleError {
  return new StaleError(`${entity} ${id} has changed since it was read.`)
}

function emailOf(value: EntityValue[EntityKind]): string | null {
  return 'email' in value && value.email !== null ? value.email.toLowerCase() : null
}

function invitedUser(key: string, name: string, email: string): User {
  return {
    key,
    name,
    email,
    givenName: null,
    familyName: null,
    timeZone: null,
    active: true,
    contactMethods: [],
  }
}

function recordsOf<E extends EntityKind>(rows: readonly Row[], entity: E): readonly TargetRecord<EntityValue[E]>[] {
  return rows
    .filter((row) => row.entity === entity)
    .map(({ id, origin, source_key: key, revision, status, managed_by: managedBy, value }) => ({
      id,
      link: origin !== null && key !== null ? { origin, key } : null,
      revision,
      status,
      ...(managedBy ? { managedBy } : {}),
      value: JSON.parse(value) as EntityValue[E],
    }))
}
