import type { PgBoss } from 'pg-boss'
import type { Pool } from 'pg'
import { applyPlan, mapTenant, partitionPlan, SyncPlanner, type SyncPlan } from 'xmatters-sync'
import { createSchema, inTransaction, withClient } from '../adapters/postgres-session.ts'
import { createPostgresState } from '../adapters/postgres-state.ts'
import { createPostgresTarget } from '../adapters/postgres-target.ts'
import { connectSource, type DemoTenant } from './workers-source.ts'

/** People first: with everybody there, one team needs nothing of another, and a large tenant falls into many independent parts. */
const stages = ['people', 'teams', 'check'] as const
type Stage = (typeof stages)[number]

/** What a job says: identifiers only. What they stand for is looked up, credentials above all. */
export interface SyncJob {
  readonly tenantId: string
  /** Instant that the run was asked for; plans are made for it, however late a worker comes to it. */
  readonly run: string
  readonly stage: Stage
  /** Number of the part to apply; `null` to plan the stage and hand out its parts. */
  readonly part: number | null
}

export const queueName = 'xmatters-sync'

/** Most changes that one job should hold. */
const changesPerPart = 60

const schema = `
  create table tenant (id text primary key, details json not null);
  create table sync_run (
    tenant_id text not null references tenant,
    run text not null,
    stage text not null,
    changes integer not null,
    primary key (tenant_id, run, stage)
  );
  create table sync_part (
    tenant_id text not null,
    run text not null,
    stage text not null,
    part integer not null,
    plan json not null,
    primary key (tenant_id, run, stage, part),
    foreign key (tenant_id, run, stage) references sync_run
  );
`

export async function createJobTables(pool: Pool): Promise<void> {
  await createSchema(pool, 'tenant', schema)
}

/** Asks for one run of one tenant. */
export async function requestSync(boss: PgBoss, tenantId: string, run: string): Promise<void> {
  await boss.send(queueName, { tenantId, run, stage: 'people', part: null } satisfies SyncJob)
}

export interface JobContext {
  readonly pool: Pool
  readonly boss: PgBoss
  readonly latencyMs: number
}

/** Does a job; called again after a crash it goes on where the crash was. Rejects when the job must be tried again. */
export async function runJob(job: SyncJob, context: JobContext, signal: AbortSignal): Promise<void> {
  if (job.part === null) await planStage(job, context, signal)
  else await applyPart({ ...job, part: job.part }, context, signal)
}

async function planStage(job: SyncJob, { pool, boss, latencyMs }: JobContext, signal: AbortSignal): Promise<void> {
  const { tenantId, run, stage } = job
  const identity = [tenantId, run, stage]
  const planned = await withClient(pool, (client) =>
    client.query('select 1 from sync_run where tenant_id = $1 and run = $2 and stage = $3', identity),
  )
  // Planned before the crash; its parts are in the queue.
  if (planned.rowCount) return

  const plan = await makePlan(job, { pool, latencyMs, signal })
  const parts = partitionPlan(plan, Math.max(1, Math.ceil(plan.changes.length / changesPerPart)))
  const next = stages[stages.indexOf(stage) + 1]

  // Plans and jobs are stored at once. A plan is never made twice for one stage, so its keys are the same for every attempt.
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      'insert into sync_run (tenant_id, run, stage, changes) values ($1, $2, $3, $4) on conflict do nothing',
      [...identity, plan.changes.length],
    )
    if (rowCount === 0 || next === undefined) return
    for (const [part, content] of parts.entries()) {
      await client.query('insert into sync_part (tenant_id, run, stage, part, plan) values ($1, $2, $3, $4, $5)', [
        ...identity,
        part,
        JSON.stringify(content),
      ])
    }
    const jobs = parts.map((_, part) => ({ ref: String(part), name: queueName, data: { ...job, part } }))
    const then = { ...job, stage: next, part: null }
    await boss.flow([...jobs, { ref: 'next', name: queueName, data: then, dependsOn: jobs.map(({ ref }) => ref) }], {
      db: { executeSql: (text, values) => client.query(text, values) },
    })
  })
}

async function makePlan(
  { tenantId, run, stage }: SyncJob,
  { pool, latencyMs, signal }: { readonly pool: Pool; readonly latencyMs: number; readonly signal: AbortSignal },
): Promise<SyncPlan> {
  const { rows } = await withClient(pool, (client) =>
    client.query<{ details: DemoTenant }>('select details from tenant where id = $1', [tenantId]),
  )
  if (!rows[0]) throw new Error(`There is no tenant ${tenantId}.`)
  const client = connectSource(rows[0].details, { now: run, latencyMs })
  const { snapshot } = mapTenant(await client.exportTenant({ now: run, signal }))
  const { target, state } = await openStores(pool, tenantId)
  return new SyncPlanner({ strategy: 'preserve-local-changes' }).plan({
    desired: snapshot,
    current: await target.read({ signal }),
    baseline: await state.readBaseline(snapshot.origin),
    now: run,
    capabilities: { ...target.capabilities, ...(stage === 'people' ? { entities: ['user'] } : {}) },
  })
}

async function applyPart(
  { tenantId, run, stage, part }: SyncJob & { readonly part: number },
  { pool }: JobContext,
  signal: AbortSignal,
): Promise<void> {
  const { rows } = await withClient(pool, (client) =>
    client.query<{ plan: SyncPlan }>(
      'select plan from sync_part where tenant_id = $1 and run = $2 and stage = $3 and part = $4',
      [tenantId, run, stage, part],
    ),
  )
  if (!rows[0]) throw new Error(`There is no part ${part} of ${tenantId}.`)
  const report = await applyPlan(rows[0].plan, { ...(await openStores(pool, tenantId)), signal })
  // `stale` and `blocked` are for the next run, which sees the edit that came between; all else is worth another attempt.
  const unfinished = report.results.find(
    ({ outcome, error }) =>
      outcome === 'failed' || outcome === 'not-reached' || (outcome !== 'stale' && outcome !== 'blocked' && error),
  )
  if (report.status === 'refused' || report.status === 'aborted' || unfinished) {
    const { code, message } = report.refusal ??
      report.stopped ??
      unfinished?.error ?? { code: report.status, message: '' }
    throw new Error(`Part ${part} of ${tenantId} is not finished: ${code} ${message}`)
  }
}

async function openStores(pool: Pool, tenantId: string) {
  return {
    target: await createPostgresTarget(pool, { account: tenantId }),
    state: await createPostgresState(pool, { account: tenantId }),
  }
}
