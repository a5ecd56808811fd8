import pRetry from 'p-retry'
import { applyErrorOf, isStale, isTransient } from './apply-error.ts'
import { hasLanded, isAnother, nextStep, type Step, type Write } from './apply-change.ts'
import { forEachConcurrently } from './apply-pool.ts'
import { indexTarget, type KnownRecord, type TargetIndex } from '../target-index.ts'
import { digestOf } from '../digest.ts'
import { BadResult, handOver, send } from './hand-over.ts'
import { inBatches, invitationOf, matchResults } from './invite-batches.ts'
import type { Change } from '../plan.ts'
import type { Run } from './run.ts'
import type { ApplyError, BaselineUpdate } from '../state-store.ts'
import type { Invitation } from '../target-adapter.ts'

/** A write that may or may not have reached the target. */
interface OpenWrite {
  readonly change: Change
  readonly error: ApplyError
  readonly outcome: 'stale' | 'failed'
  readonly transient: boolean
}

interface LevelRun extends Run {
  /** By change id. */
  readonly open: Map<string, OpenWrite>
}

class RoundFailed extends Error {}

/**
 * Writes the changes of one level. What failed is tried again in rounds: each round first reads the target once and adopts what had
 * arrived after all, so no answer that was lost leads to a second write.
 */
export async function runLevel(planRun: Run, level: readonly Change[]): Promise<void> {
  const run = { ...planRun, open: new Map<string, OpenWrite>() }
  let pending = level.filter((change) => !run.results.has(change.id) && !isBlocked(run, change))

  const round = async (attempt: number): Promise<void> => {
    if (attempt > 1) {
      if (!(await settle(run, false))) throw new RoundFailed()
      pending = [...run.open.values()].map(({ change }) => change)
    }
    const invites = pending.filter(({ action }) => action === 'invite')
    const jobs = [
      ...pending.filter(({ action }) => action !== 'invite').map((change) => () => writeOne(run, change)),
      ...inBatches(invites, run.invitationBatchSize).map((batch) => () => inviteBatch(run, batch)),
    ]
    await forEachConcurrently(jobs, run.concurrency, run.isStopped, (job) => job())
    if (!run.isStopped() && [...run.open.values()].some(({ transient }) => transient)) throw new RoundFailed()
  }
  try {
    await pRetry(round, {
      retries: run.retries,
      minTimeout: run.retryDelayMs,
      maxTimeout: 30_000,
      randomize: true,
      ...(run.signal ? { signal: run.signal } : {}),
    })
  } catch (error) {
    if (!(error instanceof RoundFailed) && !run.isStopped()) throw error
  }
  await settle(run, true)
}

function isBlocked(run: Run, change: Change): boolean {
  const missing = change.dependsOn.find((id) => !run.results.isDone(id))
  if (missing === undefined) return false
  // What was never reached may be next time; then so may this.
  if (run.isStopped() && !run.results.has(missing)) return true
  run.results.record(change, 'blocked', {
    error: { code: 'dependency', message: `It needs ${missing}, which was not applied.` },
  })
  return true
}

async function writeOne(run: LevelRun, change: Change): Promise<void> {
  const { journal, results, context } = run
  if (!(await run.mayWrite())) return
  const retried = run.open.has(change.id)
  let step: Step
  try {
    const wasAttempted = journal.wasAttempted(change.id)
    const look = () => nextStep(change, wasAttempted, context)
    step = look()
    // What an earlier try wrote is known again only by what all of its references stand for.
    if (step.kind === 'blocked' || (step.kind === 'stale' && wasAttempted)) {
      await run.consultBaseline()
      step = look()
    }
  } catch (error) {
    return conclude(run, change, 'failed', { error: applyErrorOf(error, 'bad-change') })
  }
  if (step.kind === 'landed') return succeed(run, change, 'adopted', step.targetId, step.revision)
  if (step.kind === 'blocked') {
    run.open.delete(change.id)
    return results.record(change, 'blocked', { error: step.error })
  }
  if (step.kind === 'stale') return conclude(run, change, 'stale', { error: step.error })
  const { write } = step

  if (!retried) {
    const failure = await journal.intend(change.id)
    if (failure) return results.record(change, 'failed', { error: failure })
    // The lease may have gone while the intent was written; the intent alone does no harm.
    if (run.isStopped() && !run.signal?.aborted) return
  }
  try {
    const { id, revision } = await handOver(run, change, write)
    await succeed(run, change, 'applied', id, revision, write)
  } catch (error) {
    const outcome = isStale(error) ? 'stale' : 'failed'
    const wasOpen = retried || outcome === 'failed'
    if (!wasOpen) return conclude(run, change, outcome, { error: applyErrorOf(error, 'target-error') })
    const transient = outcome === 'failed' && isTransient(error)
    run.open.set(change.id, { change, error: applyErrorOf(error, 'target-error'), outcome, transient })
  }
}

async function inviteBatch(run: LevelRun, batch: readonly Change[]): Promise<void> {
  if (!(await run.mayWrite())) return
  const asked: { change: Change; invitation: Invitation }[] = []
  for (const change of batch) {
    const invitation = invitationOf(change)
    if (!invitation) {
      await conclude(run, change, 'failed', {
        error: { code: 'no-email', message: 'There is no address to invite.' },
      })
      continue
    }
    const failure = run.open.has(change.id) ? null : await run.journal.intend(change.id)
    if (failure) run.results.record(change, 'failed', { error: failure })
    else asked.push({ change, invitation })
  }
  if (asked.length === 0 || (run.isStopped() && !run.signal?.aborted)) return
  try {
    const { target } = run
    if (!target.invite) throw new BadResult('The target cannot invite.')
    const batchId = `invite:${digestOf(asked.map(({ change }) => change.id))}`
    const invitations = asked.map(({ invitation }) => invitation)
    const answer = await send(run, batchId, async (context) => target.invite!(invitations, context))
    for (const [nth, result] of matchResults(invitations, answer).entries()) {
      const { change } = asked[nth]!
      if (result.kind === 'failed') await conclude(run, change, 'failed', { error: result.error })
      else await succeed(run, change, 'applied', result.id ?? change.targetId, null)
    }
  } catch (error) {
    const transient = isTransient(error)
    for (const { change } of asked) {
      run.open.set(change.id, { change, error: applyErrorOf(error, 'target-error'), outcome: 'failed', transient })
    }
  }
}

/** Reads the target once and closes what arrived, and what will not be tried again. False when the target could not be read. */
async function settle(run: LevelRun, final: boolean): Promise<boolean> {
  const unclear = [...run.open.values()]
  let fresh: TargetIndex | null = null
  if (unclear.some(({ change }) => change.action !== 'invite')) {
    try {
      const snapshot = await run.grace.run(async (signal) => run.target.read(signal ? { signal } : {}))
      fresh = indexTarget(snapshot, run.context.origin)
    } catch {
      if (!final) return false
    }
  }
  await forEachConcurrently(
    unclear,
    run.concurrency,
    () => false,
    async ({ change, error, outcome, transient }) => {
      const landed = fresh && findLanded(run, change, fresh)
      if (landed)
        await succeed(run, change, change.action === 'remove' ? 'applied' : 'adopted', landed.id, landed.revision)
      else if (final || !transient) await conclude(run, change, outcome, { error })
    },
  )
  return true
}

function findLanded(run: Run, change: Change, fresh: TargetIndex): Pick<KnownRecord, 'id' | 'revision'> | null {
  const { entity, key, action } = change
  if (action === 'invite') return null
  if (action === 'create') return fresh.linked(entity, key) ?? null
  const id = change.targetId ?? run.context.keys.get(entity, key)
  if (id === undefined) return null
  const record = fresh.record(entity, id)
  if (action === 'remove') return record && !isAnother(change, record, run.context) ? null : { id, revision: null }
  try {
    return record && hasLanded(change, record, run.context) ? record : null
  } catch {
    // A record too broken to compare proves nothing.
    return null
  }
}

async function succeed(
  run: LevelRun,
  change: Change,
  outcome: 'applied' | 'adopted',
  targetId: string | null,
  revision: string | null,
  write?: Write,
): Promise<void> {
  const { entity, key, action } = change
  const { index, keys, origin } = run.context
  if (action === 'remove') {
    const known = targetId === null ? undefined : index.record(entity, targetId)
    if (known && !isAnother(change, known, run.context)) index.delete(entity, known.id)
  } else if (targetId !== null) {
    keys.learn(entity, key, targetId)
    const status = action === 'disable' ? ('disabled' as const) : undefined
    const value = write && write.action !== 'remove' ? write.value : index.record(entity, targetId)?.value
    index.put(entity, { id: targetId, link: { origin, key }, revision, status, value, written: true })
  }
  await conclude(run, change, outcome, { targetId, revision })
}

async function conclude(
  run: LevelRun,
  change: Change,
  outcome: 'applied' | 'adopted' | 'stale' | 'failed',
  {
    targetId = null,
    revision = null,
    error = null,
  }: { targetId?: string | null; revision?: string | null; error?: ApplyError | null },
): Promise<void> {
  run.open.delete(change.id)
  const done = outcome === 'applied' || outcome === 'adopted'
  const baseline = done && !run.superseded.has(change.id) ? baselineUpdateOf(change, targetId) : null
  const failure = await run.journal.conclude(change, { outcome, targetId, revision, error }, baseline)
  run.results.record(change, outcome, { targetId, error: error ?? (done ? failure : null) })
}

function baselineUpdateOf(change: Change, targetId: string | null): BaselineUpdate | null {
  const { entity, key } = change
  if (change.action === 'remove') return { set: [], delete: [{ entity, key }] }
  const value = change.baseline === undefined ? change.value : change.baseline
  return value === null || targetId === null ? null : { set: [{ entity, key, targetId, value }], delete: [] }
}
