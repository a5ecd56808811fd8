import { Pool, type PoolClient, type PoolConfig } from 'pg'

/**
 * Connections to share in this process. The listeners matter: without them, a connection that breaks while it is idle or being closed
 * would end the process.
 */
export function openPool(config: PoolConfig): Pool {
  const pool = new Pool(config)
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

/** All or nothing; what a lost connection or a lost race broke may be tried again, and the error says so. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return withClient(pool, async (client) => {
    await client.query('begin')
    try {
      const result = await work(client)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  })
}

/** One connection for as long as the work takes. */
export async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  let client: PoolClient | undefined
  let broken = false
  try {
    client = await pool.connect()
    client.on('error', ignore)
    return await work(client)
  } catch (error) {
    broken = isLostConnection(error)
    throw asTransient(error)
  } finally {
    if (!broken) client?.off('error', ignore)
    client?.release(broken)
  }
}

/** For error events of connections: the query in flight rejects with the same error, and an idle one has nobody waiting. */
export const ignore = (): void => undefined

/**
 * Runs the statements unless they ran before; `table` is one that they make. `create ... if not exists` alone fails when two processes
 * run it at once, and waits for all writers.
 */
export async function createSchema(pool: Pool, table: string, statements: string): Promise<void> {
  const isThere = async (client: PoolClient): Promise<boolean> => {
    const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table])
    return rows[0]?.there === true
  }
  if (await withClient(pool, isThere)) return
  await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [schemaLock])
    if (!(await isThere(client))) await client.query(statements)
  })
}

const schemaLock = 2_026_112_401

function isLostConnection(error: unknown): boolean {
  const code = codeOf(error)
  // No SQLSTATE: the socket's own error, or the driver's "Connection terminated".
  return !(error instanceof Error) || code.startsWith('08') || code.startsWith('57P') || !/^[0-9A-Z]{5}$/.test(code)
}

/** Lost connections, serialization failures, deadlocks, too many connections, lock timeouts, a server that restarts. */
const transientStates = /^(08...|40001|40P01|53300|55P03|57P0[1-3])$/
const transientSocketErrors = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

/** The error, with `transient: true` where another attempt may help. */
export function asTransient(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = codeOf(error)
  const transient =
    transientStates.test(code) || transientSocketErrors.test(code) || /Connection terminated/.test(error.message)
  return transient ? Object.assign(error, { transient: true }) : error
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : ''
}
