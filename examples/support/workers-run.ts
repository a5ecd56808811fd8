import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import { openPool } from '../adapters/postgres-session.ts'
import { createPostgresState } from '../adapters/postgres-state.ts'
import { createPostgresTarget } from '../adapters/postgres-target.ts'
import { type Fleet, startFleet } from './workers-fleet.ts'
import { createJobTables, requestSync } from './workers-jobs.ts'
import { installWriteLog, type Proof, proveRun } from './workers-proof.ts'
import { openQueue } from './workers-queue.ts'
import type { DemoTenant } from './workers-source.ts'

export interface RoundOptions {
  /** Of the server; each round makes a database of its own. */
  readonly connectionString: string
  /** Name of the round's database. */
  readonly database: string
  readonly tenants: readonly DemoTenant[]
  readonly workers: number
  readonly latencyMs: number
  /** How many workers to kill or to freeze, and when; `random` gives numbers from 0 up to 1. Default none. */
  readonly accidents?: { readonly count: number; readonly random: () => number }
  readonly nodeArguments?: readonly string[]
}

export interface Round extends Proof {
  /** From the first worker's readiness on. */
  readonly seconds: number
  readonly kills: number
  readonly freezes: number
}

const run = '2026-11-23T09:00:00Z'
const giveUpAfterMs = 180_000

/** Syncs all tenants once with so many workers, and says what the database holds in the end. */
export async function runRound(options: RoundOptions): Promise<Round> {
  const { tenants, database, workers, latencyMs, accidents, nodeArguments } = options
  const server = openPool({ connectionString: options.connectionString, max: 1 })
  await server.query(`create database ${database}`)
  await server.end()
  const url = new URL(options.connectionString)
  url.pathname = `/${database}`
  const connectionString = url.href

  const pool = openPool({ connectionString, max: 4 })
  await createJobTables(pool)
  await createPostgresTarget(pool)
  await createPostgresState(pool)
  await installWriteLog(pool)
  for (const tenant of tenants) {
    await pool.query('insert into tenant (id, details) values ($1, $2)', [tenant.id, tenant])
  }
  const boss = await openQueue(connectionString, { isOwner: true })
  const fleet = startFleet({ connectionString, workers, latencyMs, ...(nodeArguments ? { nodeArguments } : {}) })
  try {
    // Processes start at their own pace; the time counts from when the first could take a job.
    for (const { id } of tenants) await requestSync(boss, id, run)
    await until(pool, 'select exists (select from sync_run) as done')
    const started = performance.now()

    const finished = until(pool, `select count(*) = ${tenants.length} as done from sync_run where stage = 'check'`)
    const happened = accidents ? await disturb(finished, fleet, workers, accidents) : { kills: 0, freezes: 0 }
    await finished
    const seconds = (performance.now() - started) / 1000
    await fleet.stop()
    return { ...(await proveRun(pool)), seconds, ...happened }
  } finally {
    await fleet.stop()
    await boss.stop({ graceful: false })
    await pool.end()
  }
}

/** Longer than a job may take, so that the queue gives the job of a frozen worker to another, which then meets the lease. */
const freezeMs = 6000

/** Gives what it did. */
async function disturb(
  finished: Promise<void>,
  fleet: Fleet,
  workers: number,
  { count, random }: NonNullable<RoundOptions['accidents']>,
): Promise<Pick<Round, 'kills' | 'freezes'>> {
  const end = finished.then(
    () => true,
    () => true,
  )
  let [kills, freezes] = [0, 0]
  while (kills + freezes < count) {
    if (await Promise.race([end, delay(100 + random() * 900, false)])) break
    const nth = Math.floor(random() * workers)
    if (random() < 0.2) {
      fleet.freeze(nth, freezeMs)
      freezes += 1
    } else {
      fleet.kill(nth)
      kills += 1
    }
  }
  return { kills, freezes }
}

async function until(pool: Pool, sql: string): Promise<void> {
  const end = performance.now() + giveUpAfterMs
  while (performance.now() < end) {
    const { rows } = await pool.query<{ done: boolean }>(sql)
    if (rows[0]?.done) return
    await delay(50)
  }
  throw new Error('The workers did not finish in time.')
}
