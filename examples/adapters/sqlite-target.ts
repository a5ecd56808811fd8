import { randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type {
  EntityKind,
  EntityValue,
  Invitation,
  InvitationResult,
  TargetAdapter,
  TargetRecord,
  TargetSnapshot,
  UpdateChange,
  User,
  WriteResult,
} from 'xmatters-sync'

type Row = Record<string, SQLOutputValue>

/** A revision that no longer fits; the library drops the change and what depends on it. */
class StaleError extends Error {
  readonly code = 'stale'
}

const schema = `
  create table if not exists on_call_record (
    entity text not null,
    id text not null,
    origin text,
    source_key text,
    revision integer not null,
    status text not null,
    managed_by text,
    value text not null,
    primary key (entity, id)
  ) strict;
  create unique index if not exists on_call_record_link on on_call_record (entity, origin, source_key) where source_key is not null;
  create table if not exists on_call_answer (idempotency_key text primary key, id text not null, revision integer not null) strict;
`

/**
 * Keeps users, groups, schedules and policies as JSON in one SQLite table. Each write is one transaction together with its answer, so
 * a repeated idempotency key finds the answer instead of writing twice.
 */
export function createSqliteTarget(database: DatabaseSync): Required<Pick<TargetAdapter, 'invite'>> & TargetAdapter {
  database.exec(schema)
  const all = database.prepare('select * from on_call_record order by entity, id')
  const one = database.prepare('select * from on_call_record where entity = ? and id = ?')
  const byLink = database.prepare('select * from on_call_record where entity = ? and origin = ? and source_key = ?')
  const byEmail = database.prepare(
    `select * from on_call_record where entity = 'user' and lower(value ->> 'email') = lower(?) order by id limit 1`,
  )
  const insert = database.prepare(
    'insert into on_call_record (entity, id, origin, source_key, revision, status, value) values (?, ?, ?, ?, 1, ?, ?)',
  )
  const change = database.prepare(
    `update on_call_record set origin = ?, source_key = ?, status = ?, value = ?, revision = revision + 1
     where entity = ? and id = ? and (? is null or revision = ?) returning revision`,
  )
  const removal = database.prepare(
    'delete from on_call_record where entity = ? and id = ? and (? is null or revision = ?)',
  )
  const answer = database.prepare('select id, revision from on_call_answer where idempotency_key = ?')
  const keepAnswer = database.prepare('insert into on_call_answer (idempotency_key, id, revision) values (?, ?, ?)')

  const inTransaction = <T>(work: () => T): T => {
    database.exec('begin immediate')
    try {
      const result = work()
      database.exec('commit')
      return result
    } catch (error) {
      database.exec('rollback')
      throw error
    }
  }

  /** The answer given before under this key, or that of the write. */
  const once = (key: string, write: () => { id: string; revision: number }): { id: string; revision: string } =>
    inTransaction(() => {
      const before = answer.get(key)
      if (before) return { id: textOf(before, 'id'), revision: String(before['revision']) }
      const { id, revision } = write()
      keepAnswer.run(key, id, revision)
      return { id, revision: String(revision) }
    })

  const add = (
    entity: EntityKind,
    link: { origin: string; key: string } | null,
    status: string,
    value: unknown,
  ): string => {
    const id = randomUUID()
    insert.run(entity, id, link?.origin ?? null, link?.key ?? null, status, JSON.stringify(value))
    return id
  }

  const write = ({
    action,
    entity,
    id,
    link,
    value,
    expectedRevision,
  }: UpdateChange): { id: string; revision: number } => {
    const row = one.get(entity, id)
    if (!row) throw new Error(`There is no ${entity} ${id}.`)
    const status = action === 'disable' ? 'disabled' : textOf(row, 'status')
    const json = action === 'update' ? JSON.stringify(value) : textOf(row, 'value')
    const expected = expectedRevision === null ? null : Number(expectedRevision)
    const written = change.get(link.origin, link.key, status, json, entity, id, expected, expected)
    if (!written) throw new StaleError(`${entity} ${id} has changed since it was read.`)
    return { id, revision: Number(written['revision']) }
  }

  const inviteOne = ({ userKey, email, name, id }: Invitation): InvitationResult => {
    const known = (id === null ? undefined : one.get('user', id)) ?? byEmail.get(email)
    if (known) return { email, outcome: 'already', id: textOf(known, 'id') }
    const invited: User = {
      key: userKey,
      name,
      email,
      givenName: null,
      familyName: null,
      timeZone: null,
      active: true,
      contactMethods: [],
    }
    return { email, outcome: 'invited', id: add('user', null, 'invited', invited) }
  }

  return {
    capabilities: { concurrency: 1 },

    async read(): Promise<TargetSnapshot> {
      const rows = all.all()
      return {
        users: recordsOf(rows, 'user'),
        userGroups: recordsOf(rows, 'userGroup'),
        schedules: recordsOf(rows, 'schedule'),
        escalationPolicies: recordsOf(rows, 'escalationPolicy'),
      }
    },

    async create({ entity, link, value }, { idempotencyKey }): Promise<WriteResult & { id: string }> {
      return once(idempotencyKey, () => {
        const existing = byLink.get(entity, link.origin, link.key)
        if (existing) return { id: textOf(existing, 'id'), revision: Number(existing['revision']) }
        return { id: add(entity, link, 'active', value), revision: 1 }
      })
    },

    async update(update, { idempotencyKey }): Promise<WriteResult> {
      return { revision: once(idempotencyKey, () => write(update)).revision }
    },

    async remove({ entity, id, expectedRevision }): Promise<void> {
      const expected = expectedRevision === null ? null : Number(expectedRevision)
      inTransaction(() => {
        const { changes } = removal.run(entity, id, expected, expected)
        if (changes === 0 && one.get(entity, id)) throw new StaleError(`${entity} ${id} has changed since it was read.`)
      })
    },

    async invite(invitations): Promise<readonly InvitationResult[]> {
      return inTransaction(() => invitations.map(inviteOne))
    },
  }
}

function recordsOf<E extends EntityKind>(rows: readonly Row[], entity: E): readonly TargetRecord<EntityValue[E]>[] {
  return rows.filter((row) => row['entity'] === entity).map((row) => recordOf<E>(row))
}

function recordOf<E extends EntityKind>(row: Row): TargetRecord<EntityValue[E]> {
  const { origin, source_key: key, managed_by: managedBy } = row
  return {
    id: textOf(row, 'id'),
    link: typeof origin === 'string' && typeof key === 'string' ? { origin, key } : null,
    revision: String(row['revision']),
    status: textOf(row, 'status') as 'active' | 'invited' | 'disabled',
    ...(managedBy === 'external' || managedBy === 'built-in' ? { managedBy } : {}),
    value: JSON.parse(textOf(row, 'value')) as EntityValue[E],
  }
}

function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds no text.`)
  return value
}
