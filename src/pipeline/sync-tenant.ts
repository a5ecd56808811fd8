import { mapTenant, type MapTenantOptions, type SourceSemantics } from '../mapping/index.ts'
import type { Ledger, OnCallObservation } from '../model/index.ts'
import {
  applyPlan,
  type ApplyOptions,
  type ApplyProgress,
  type ApplyReport,
  capabilitiesOf,
  type SyncPlan,
  type SyncPlanner,
  type SyncStateStore,
  type TargetAdapter,
} from '../sync/index.ts'
import { tell } from '../tell.ts'
import { dayMs, formatInstant, parseInstant } from '../time/index.ts'
import { type ParityReport, verifyOnCall } from '../verify/index.ts'
import type { ExportProgress, Selection, XMattersClient, XMattersTenant } from '../xmatters/index.ts'
import { calibrateSemantics } from './calibrate-semantics.ts'
import type { CalibrationEvidence } from './calibration.ts'

export interface SyncTenantOptions {
  readonly client: Pick<XMattersClient, 'exportTenant' | 'observeOnCall'>
  readonly planner: Pick<SyncPlanner, 'plan'>
  readonly target: TargetAdapter
  readonly state: SyncStateStore
  /** Which groups, closed over what they refer to. Default: all that the account may see. */
  readonly select?: Selection
  /** Asked before anything is written. Default: a plan whose brakes are all off is applied, any other is not. */
  readonly approve?: (plan: SyncPlan, parity: ParityReport | null) => boolean | Promise<boolean>
  /** How the source is read where its documentation leaves it open. */
  readonly semantics?: Partial<SourceSemantics>
  /** Find the reading that explains this instance's own on-call best. Default false. */
  readonly calibrate?: boolean
  /** Days from now over which the source is asked who is on call, at most 90; 0 asks nothing. Default 28. */
  readonly verifyDays?: number
  readonly timeZones?: MapTenantOptions['timeZones']
  /** Brakes that may be exceeded; see `applyPlan`. */
  readonly allowUnsafe?: ApplyOptions['allowUnsafe']
  /** Instant of the run. Default: the clock. */
  readonly now?: string
  /** Told of each step; what it throws is ignored. */
  readonly onProgress?: (progress: SyncProgress) => void
  readonly signal?: AbortSignal
}

/** Where the run is: `export` and `apply` tell how far, the other steps that they began. */
export type SyncProgress =
  | { readonly step: 'export'; readonly progress: ExportProgress }
  | { readonly step: 'apply'; readonly progress: ApplyProgress }
  | { readonly step: 'map' | 'observe' | 'calibrate' | 'plan' | 'verify' | 'approve' | 'read-back' }

/** One run, whole. Plain JSON. */
export interface SyncReport {
  readonly origin: string
  readonly startedAt: string
  /**
   * `in-sync`: nothing to do. `applied`: the plan was applied whole and the target says so. `declined`: not approved, nothing written.
   * `incomplete`: applied in part, refused, aborted, or the target still differs afterwards.
   */
  readonly outcome: 'in-sync' | 'applied' | 'declined' | 'incomplete'
  readonly completeness: XMattersTenant['completeness']
  readonly ledger: Ledger
  /** `null` when the source was not asked. */
  readonly parity: ParityReport | null
  readonly calibration: CalibrationEvidence | null
  /** What was planned, conflicts and drift included. */
  readonly plan: SyncPlan
  /** `null` when nothing was applied. */
  readonly apply: ApplyReport | null
  /** What a plan made from the target as it is after the writes would still change; `null` when nothing was applied. */
  readonly remaining: SyncPlan['changes'] | null
}

/**
 * One run from the source to the host's store: export, map, calibrate if asked, observe and verify, plan, approve, apply, read back.
 * Rejects when the source or the target cannot be read; what happens while writing is in the report.
 */
export async function syncTenant(options: SyncTenantOptions): Promise<SyncReport> {
  const {
    client,
    planner,
    target,
    state,
    select,
    approve = (plan) => plan.safety.safe,
    calibrate = false,
    verifyDays = 28,
    signal,
  } = options
  const abort = signal ? { signal } : {}
  const zones = options.timeZones ? { timeZones: options.timeZones } : {}
  const tellStep = (progress: SyncProgress): void => tell(options.onProgress, progress)

  const tenant = await client.exportTenant({
    ...abort,
    ...(select ? { select } : {}),
    ...(options.now === undefined ? {} : { now: options.now }),
    onProgress: (progress) => tellStep({ step: 'export', progress }),
  })
  const startedAt = tenant.capturedAt

  const from = startedAt
  const to = formatInstant(parseInstant(startedAt) + verifyDays * dayMs)
  let observed: readonly OnCallObservation[] | null = null
  if (verifyDays > 0) {
    tellStep({ step: 'observe' })
    observed = await client.observeOnCall({ groups: tenant.groups.map((group) => group.id), from, to, ...abort })
  }

  let semantics = options.semantics ?? {}
  let calibration: CalibrationEvidence | null = null
  if (calibrate && observed) {
    tellStep({ step: 'calibrate' })
    const found = calibrateSemantics({ tenant, observed, from, to, ...zones })
    semantics = { ...found.semantics, ...semantics }
    calibration = found.evidence
  }

  tellStep({ step: 'map' })
  const { snapshot, ledger } = mapTenant(tenant, { semantics, ...zones })

  let parity: ParityReport | null = null
  if (observed) {
    tellStep({ step: 'verify' })
    parity = verifyOnCall({ snapshot, observed, from, to, ledger })
  }

  tellStep({ step: 'plan' })
  const planFor = async (): Promise<SyncPlan> => {
    const [current, baseline] = await Promise.all([target.read(abort), state.readBaseline(snapshot.origin)])
    return planner.plan({ desired: snapshot, current, baseline, now: startedAt, capabilities: capabilitiesOf(target) })
  }
  const plan = await planFor()
  const report = {
    origin: tenant.origin,
    startedAt,
    completeness: tenant.completeness,
    ledger,
    parity,
    calibration,
    plan,
  }

  const nothingToDo = plan.changes.length === 0
  if (!nothingToDo) {
    tellStep({ step: 'approve' })
    if (!(await approve(plan, parity))) return { ...report, outcome: 'declined', apply: null, remaining: null }
  }

  const apply = await applyPlan(plan, {
    target,
    state,
    ...abort,
    ...(options.allowUnsafe === undefined ? {} : { allowUnsafe: options.allowUnsafe }),
    onProgress: (progress) => tellStep({ step: 'apply', progress }),
  })
  if (nothingToDo && apply.status === 'complete') return { ...report, outcome: 'in-sync', apply, remaining: [] }

  if (apply.status === 'aborted') return { ...report, outcome: 'incomplete', apply, remaining: null }
  tellStep({ step: 'read-back' })
  const { changes: remaining } = await planFor()
  const whole = apply.status === 'complete' && remaining.length === 0
  return { ...report, outcome: whole ? 'applied' : 'incomplete', apply, remaining }
}
