import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { canonicalJson } from 'xmatters-sync'

/** What the database itself says about what was written to it. */
export interface Proof {
  /** Of all records, in source keys: equal digests are equal ends. */
  readonly endState: string
  readonly records: number
  /** Changes of all plans that were made. */
  readonly planned: number
  /** Rows that were inserted, updated or deleted, counted by a trigger. */
  readonly written: number
  /** Answers that were kept, one an idempotency key. */
  readonly answered: number
  /** Source items that were inserted more than once. */
  readonly doubled: number
  /** Jobs that were handed out again because their worker had died, was late or met a lease. */
  readonly resumed: number
  /** Changes that a last plan, made after everything, still asked for. */
  readonly remaining: number
}

/** Counts every write where no worker can leave it out. */
export async function installWriteLog(pool: Pool): Promise<void> {
  await pool.query(`
    create table write_log (operation text not null, account text not null, entity text not null, origin text, source_key text);
    create function log_write() returns trigger language plpgsql as $$
      begin
        insert into write_log values (tg_op, coalesce(new.account, old.account), coalesce(new.entity, old.entity),
          coalesce(new.origin, old.origin), coalesce(new.source_key, old.source_key));
        return null;
      end $$;
    create trigger log_write after insert or update or delete on on_call_record for each row execute function log_write();
  `)
}

export async function proveRun(pool: Pool): Promise<Proof> {
  const { rows: records } = await pool.query<{
    account: string
    entity: string
    id: string
    origin: string
    source_key: string
    status: string
    value: unknown
  }>('select account, entity, id, origin, source_key, status, value from on_call_record')
  const count = async (sql: string): Promise<number> => {
    const { rows } = await pool.query<{ count: string }>(`select count(*) as count from (${sql}) as counted`)
    return Number(rows[0]?.count)
  }
  const { rows: stages } = await pool.query<{ stage: string; changes: number }>('select stage, changes from sync_run')
  const changesOf = (isCheck: boolean): number =>
    stages.filter(({ stage }) => (stage === 'check') === isCheck).reduce((sum, { changes }) => sum + changes, 0)

  // Ids are random, so each is replaced by what it stands for, also where a set is in order of ids.
  const keys = new Map(records.map(({ id, entity, source_key: key }) => [id, `${entity} ${key}`]))
  const lines = records.map(({ account, entity, origin, source_key: key, status, value }) =>
    canonicalJson([account, entity, origin, key, status, withKeys(value, keys)]),
  )
  return {
    endState: createHash('sha256').update(lines.sort().join('\n')).digest('hex'),
    records: records.length,
    planned: changesOf(false),
    written: await count('select 1 from write_log'),
    answered: await count('select 1 from on_call_answer'),
    doubled: await count(
      `select 1 from write_log where operation = 'INSERT' group by account, entity, origin, source_key having count(*) > 1`,
    ),
    resumed: await count('select 1 from pgboss.job where retry_count > 0'),
    remaining: changesOf(true),
  }
}

function withKeys(value: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return keys.get(value) ?? value
  if (Array.isArray(value)) {
    const items = value.map((item) => withKeys(item, keys))
    return items.every((item) => typeof item === 'string') ? items.sort() : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, withKeys(item, keys)]))
}

/** What is wrong with a run, in words, compared with one in which nobody was killed. */
export function findFaults(proof: Proof, calm: Proof): string[] {
  const { endState, planned, written, answered, doubled, remaining } = proof
  return [
    ...(endState === calm.endState ? [] : ['The end state differs.']),
    ...(written === planned ? [] : [`${planned} changes were planned, and ${written} rows written.`]),
    ...(answered === written ? [] : [`${written} rows were written under ${answered} idempotency keys.`]),
    ...(doubled === 0 ? [] : [`${doubled} items were created more than once.`]),
    ...(remaining === 0 ? [] : [`A new plan still asks for ${remaining} changes.`]),
  ]
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
