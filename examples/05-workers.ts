/**
 * Many tenants, several worker processes, one queue. Syncs the same tenants with 1, 2 and 4 workers and prints how long each took; then
 * kills and freezes workers at random and shows that the end is the same and that nothing was written twice.
 *
 * Brings its own PostgreSQL. `--rounds <n>` rounds of accidents (default 2), `--tenants <n>` (default 16), `--seed <n>` (default 1).
 */
import { parseArgs } from 'node:util'
import { startPostgres } from './support/postgres-server.ts'
import { findFaults, seededRandom } from './support/workers-proof.ts'
import { type Round, type RoundOptions, runRound } from './support/workers-run.ts'
import { demoTenants } from './support/workers-source.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, tenants: { type: 'string' }, seed: { type: 'string' } },
})
const [rounds, tenantCount, seed] = [Number(values.rounds ?? 2), Number(values.tenants ?? 16), Number(values.seed ?? 1)]

const server = await startPostgres()
try {
  const random = seededRandom(seed)
  const tenants = demoTenants(tenantCount, seed)
  const shared = { connectionString: server.connectionString, tenants, latencyMs: 25 }
  const play = async (database: string, options: Pick<RoundOptions, 'workers' | 'accidents'>): Promise<Round> => {
    const round = await runRound({ ...shared, ...options, database })
    const { kills, freezes, resumed, seconds, written, records } = round
    console.log(
      `${options.workers} ${options.workers === 1 ? 'worker ' : 'workers'}  ${kills} killed  ${freezes} frozen  ${String(resumed).padStart(2)} jobs resumed  ` +
        `${seconds.toFixed(1).padStart(5)} s  ${(written / seconds).toFixed(0).padStart(5)} writes/s  ${records} records`,
    )
    return round
  }

  const calm = await play('calm_1', { workers: 1 })
  const faults = findFaults(calm, calm)
  for (const workers of [2, 4]) faults.push(...findFaults(await play(`calm_${workers}`, { workers }), calm))
  for (let nth = 1; nth <= rounds; nth += 1) {
    const accidents = { count: 4 + Math.floor(random() * 6), random }
    faults.push(...findFaults(await play(`round_${nth}`, { workers: 3, accidents }), calm))
  }

  console.log(
    faults.length === 0
      ? `The same end state every time (${calm.endState.slice(0, 12)}), each change written exactly once.`
      : faults.join('\n'),
  )
  if (faults.length > 0) process.exitCode = 1
} finally {
  await server.stop()
}
