/** One worker: takes jobs until it is told to stop. Started by `workers-fleet.ts`, any number of times. */
import { openPool } from '../adapters/postgres-session.ts'
import { openQueue } from './workers-queue.ts'
import { queueName, runJob, type SyncJob } from './workers-jobs.ts'

const { DATABASE_URL: connectionString = '', SOURCE_LATENCY_MS: latency = '0' } = process.env
const pool = openPool({ connectionString, max: 6 })
const boss = await openQueue(connectionString, { isOwner: false })
const stopping = new AbortController()

let workerId = ''

workerId = await boss.work<SyncJob>(queueName, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
  if (!job) return
  const signal = AbortSignal.any([job.signal, stopping.signal])
  await runJob(job.data, { pool, boss, latencyMs: Number(latency) }, signal)
  // There may be more, so the next one is asked for at once.
  boss.notifyWorker(workerId)
})

process.once('SIGTERM', () => void stop())

/** What is being written is finished and journalled; the rest of the job goes back to the queue. */
async function stop(): Promise<void> {
  stopping.abort()
  await boss.stop({ graceful: true, timeout: 10_000 })
  await pool.end()
}
