import { PgBoss } from 'pg-boss'
import { queueName } from './workers-jobs.ts'

/**
 * The queue, in the same database as the stores, so that a plan and its jobs can be stored at once. Whoever is no owner expects to find
 * it there.
 *
 * The short times are for the demo, whose workers get killed every second: a job whose worker died is handed out again after
 * `expireInSeconds`. An application would take minutes, and need not be exact: a lease keeps a slow worker and its replacement apart.
 */
export async function openQueue(connectionString: string, { isOwner }: { readonly isOwner: boolean }): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString,
    max: 3,
    migrate: isOwner,
    createSchema: isOwner,
    schedule: false,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    flowIntervalSeconds: 1,
  })
  // Told about lost connections and such; the next poll tries again.
  boss.on('error', () => undefined)
  await boss.start()
  if (isOwner) {
    await boss.createQueue(queueName, { expireInSeconds: 4, retryLimit: 100, retryDelay: 1, notify: false })
  }
  return boss
}
