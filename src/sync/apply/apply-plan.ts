import { InvalidArgumentError } from '../../errors.ts'
import { type AbortGrace, openGrace } from './abort-grace.ts'
import { applyErrorOf, stateErrorOf } from './apply-error.ts'
import { applyLevels } from './apply-levels.ts'
import type { ApplyOptions } from './apply-options.ts'
import type { ApplyReport } from './apply-report.ts'
import { openResults } from './apply-results.ts'
import { retryTransient } from './apply-retry.ts'
import { runLevel } from './apply-run.ts'
import { indexTarget, keyTableOf } from '../target-index.ts'
import { checkId, checkVersion } from '../document/check-plan.ts'
import { entityKinds } from '../entity-kinds.ts'
import { type Journal, openJournal } from './journal.ts'
import { holdLease, leaseName, type HeldLease } from './lease.ts'
import type { Brake, Change, SyncPlan } from '../plan.ts'
import { orNothing } from '../plan-world.ts'
import { recheckBrakes } from './recheck-brakes.ts'
import type { ApplyError, SyncStateStore } from '../state-store.ts'
import { storeUnderGrace } from './store-under-grace.ts'

/**
 * Writes the plan to the target, and reports what became of each change. Never rejects for what a target or a store does; throws
 * `InvalidArgumentError` for `retries` or a `retryDelayMs` below 0.
 *
 * Each write is journalled before and after; run again with the same plan and state it goes on where it stopped. Refused without a
 * write: a plan that was edited, a brake that `allowUnsafe` does not release (the plan's own, and those of the target as it is now, for
 * a plan that was not begun), a lease held elsewhere, a target or store that cannot be read.
 */
export async function applyPlan(plan: SyncPlan, options: ApplyOptions): Promise<ApplyReport> {
  checkRetries(options)
  const { state, signal, clock = Date.now, leaseTtlMs = 60_000 } = options
  const fault = findPlanFault(plan) ?? findHeldBrake(plan, plan.safety.brakes, options.allowUnsafe)
  if (fault) return refuse(plan, fault)

  let lease: HeldLease | null
  try {
    lease = await holdLease(state, leaseName(plan), { ttlMs: leaseTtlMs, clock, signal })
  } catch (error) {
    if (signal?.aborted) return { planId: plan.id, status: 'aborted', results: notReached(plan), stopped: bySignal }
    return refuse(plan, stateErrorOf(error))
  }
  if (!lease) return refuse(plan, { code: 'lease-held', message: 'Another writer holds the lease on this target.' })
  const grace = openGrace(signal, options.abortGraceMs ?? 2000)
  try {
    return await applyUnderLease(plan, options, lease, grace)
  } finally {
    // One that cannot be given back runs out by itself.
    await grace.run(lease.release).catch(() => {})
    grace.close()
  }
}

async function applyUnderLease(
  plan: SyncPlan,
  options: ApplyOptions,
  lease: HeldLease,
  grace: AbortGrace,
): Promise<ApplyReport> {
  const { target, signal, clock = Date.now, retries = 3, retryDelayMs = 200 } = options
  const { origin, changes } = plan
  const state = storeUnderGrace(options.state, grace)
  const capabilities = target.capabilities ?? {}
  const offered = capabilities.concurrency ?? 4

  let journal: Journal
  try {
    journal = await openJournal(state, plan.id, { origin, clock, retries, retryDelayMs })
  } catch (error) {
    return refuse(plan, stateErrorOf(error))
  }

  const results = openResults(changes, { clock, onProgress: options.onProgress })
  const keys = keyTableOf(plan)
  const earlier = new Map<string, string | null>()
  for (const change of changes) {
    const success = journal.succeeded(change.id)
    if (!success) continue
    const { outcome, targetId, revision } = success
    if (targetId !== null) {
      keys.learn(change.entity, change.key, targetId)
      earlier.set(`${change.entity} ${targetId}`, revision)
    }
    results.record(change, outcome, { targetId, earlier: true })
  }

  const kept = new Set(capabilities.entities ?? entityKinds)
  let index = indexTarget(emptyTarget, origin)
  if (!changes.every(({ id }) => results.has(id))) {
    try {
      const read = async () => grace.run(async () => target.read(signal ? { signal } : {}))
      const snapshot = await retryTransient(read, { retries, retryDelayMs })
      index = indexTarget(snapshot, origin)
      // A plan that is half done does least harm when it is finished.
      const isSettled = journal.hasBegun || options.allowUnsafe === true
      const brakes = isSettled
        ? []
        : (orNothing(() => recheckBrakes(plan, { snapshot, index, keys, kept, nowMs: clock() })) ?? [])
      const fault = findHeldBrake(plan, brakes, options.allowUnsafe)
      if (fault) return refuse(plan, { ...fault, message: `Since the plan was made: ${fault.message}` })
    } catch (error) {
      if (!signal?.aborted) return refuse(plan, applyErrorOf(error, 'target-unreadable'))
    }
  }
  try {
    await recordAgreed(plan, state, journal)
  } catch (error) {
    return refuse(plan, stateErrorOf(error))
  }

  let consulted: Promise<void> | null = null
  const isStopped = (): boolean => signal?.aborted === true || lease.isLost()
  const run = {
    planId: plan.id,
    target,
    journal,
    results,
    context: {
      origin,
      index,
      keys,
      kept,
      revisions: capabilities.revisions ?? true,
      earlierRevision: (entity: string, id: string) => earlier.get(`${entity} ${id}`),
    },
    concurrency: Math.min(atLeastOne(options.concurrency ?? offered), atLeastOne(offered)),
    invitationBatchSize: capabilities.invitationBatchSize ?? 100,
    retries,
    retryDelayMs,
    signal,
    grace,
    superseded: supersededChanges(changes, journal),
    fencing: lease.fencing,
    isStopped,
    mayWrite: async () => !isStopped() && (await lease.stillHeld()) && !isStopped(),
    consultBaseline: () => (consulted ??= consultBaseline()),
  }
  async function consultBaseline(): Promise<void> {
    try {
      keys.fillIn((await state.readBaseline(origin))?.entries ?? [])
    } catch {
      // Then the references stay unknown, and what needs them is blocked.
    }
  }

  for (const level of applyLevels(changes)) await runLevel(run, level)

  const isWhole = (): boolean =>
    results.list().every(({ outcome, error }) => (outcome === 'applied' || outcome === 'adopted') && !error)
  if (isStopped() && !isWhole()) {
    return { planId: plan.id, status: 'aborted', results: results.list(), stopped: reasonOfStop(lease) }
  }
  for (const change of changes) {
    if (!results.has(change.id))
      results.record(change, 'blocked', {
        error: { code: 'dependency', message: 'It needs itself, or what the plan does not have.' },
      })
  }
  return { planId: plan.id, status: isWhole() ? 'complete' : 'partial', results: results.list() }
}

const emptyTarget = { users: [], userGroups: [], schedules: [], escalationPolicies: [] } as const

const agreedBatch = 500

/** What was recorded with a change of this plan is newer than what the plan says is agreed. */
async function recordAgreed(plan: SyncPlan, state: SyncStateStore, journal: Journal): Promise<void> {
  const { agreed = [], changes, origin } = plan
  if (agreed.length === 0) return
  const done = new Set(changes.filter(({ id }) => journal.succeeded(id)).map(({ entity, key }) => `${entity} ${key}`))
  const entries = agreed.filter(({ entity, key }) => !done.has(`${entity} ${key}`))
  for (let start = 0; start < entries.length; start += agreedBatch) {
    await state.writeBaseline(origin, { set: entries.slice(start, start + agreedBatch), delete: [] })
  }
}

/**
 * Ids of changes after which another change of the same item was recorded already. They were written before it, and only their own
 * record was lost.
 */
function supersededChanges(changes: readonly Change[], journal: Journal): ReadonlySet<string> {
  const superseded = new Set<string>()
  if (!journal.hasBegun) return superseded
  const recorded = new Set<string>()
  for (const { id, entity, key } of changes.toReversed()) {
    if (journal.succeeded(id)) recorded.add(`${entity} ${key}`)
    else if (recorded.has(`${entity} ${key}`)) superseded.add(id)
  }
  return superseded
}

function checkRetries({ retries = 3, retryDelayMs = 200 }: ApplyOptions): void {
  if (retries >= 0 && retryDelayMs >= 0 && retryDelayMs < Number.POSITIVE_INFINITY) return
  throw new InvalidArgumentError(`retries and retryDelayMs must be 0 or more; got ${retries} and ${retryDelayMs}.`)
}

/** One for what is no number too: an adapter's slip must not end in nothing being done. */
function atLeastOne(count: number): number {
  return count >= 1 ? Math.floor(count) : 1
}

function findPlanFault(plan: SyncPlan): ApplyError | null {
  try {
    checkVersion(plan)
    checkId(plan)
    return null
  } catch (error) {
    return applyErrorOf(error, 'plan-malformed')
  }
}

function findHeldBrake(
  { changes }: SyncPlan,
  brakes: readonly Brake[],
  allowUnsafe: ApplyOptions['allowUnsafe'] = false,
): ApplyError | null {
  if (allowUnsafe === true || changes.length === 0) return null
  const released: ReadonlySet<string> = new Set(allowUnsafe === false ? [] : allowUnsafe)
  const held = brakes.filter(({ code }) => !released.has(code))
  if (held.length === 0) return null
  return { code: 'unsafe', message: held.map(({ code, message }) => `${code}: ${message}`).join(' ') }
}

function reasonOfStop(lease: HeldLease): ApplyError {
  if (lease.isLost())
    return {
      code: 'lease-lost',
      message: 'Another writer took over; what was in flight has been finished and journalled.',
    }
  return bySignal
}

const bySignal: ApplyError = {
  code: 'aborted',
  message: 'Stopped by the signal; what was in flight has been finished and journalled.',
}

function refuse(plan: SyncPlan, refusal: ApplyError): ApplyReport {
  return { planId: plan.id, status: 'refused', results: notReached(plan), refusal }
}

function notReached({ changes }: SyncPlan): ApplyReport['results'] {
  // A plan that was edited may have lost its changes.
  const listed = Array.isArray(changes) ? changes : []
  return listed.map(({ id }) => ({ changeId: id, outcome: 'not-reached' }))
}
