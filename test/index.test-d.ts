/** What callers may rely on at compile time. Read by the type check; nothing here runs. */
import { expectTypeOf } from 'vitest'
import {
  applyPlan,
  mapTenant,
  normalizeTimeZone,
  onCallAt,
  parsePlan,
  type SyncPlanner,
  syncTenant,
  verifyOnCall,
  type XMattersClient,
  type ApplyReport,
  type ContactMethod,
  type ClientAuth,
  type EscalationInterval,
  type EscalationPolicy,
  type Ledger,
  type OnCallObservation,
  type OnCallSnapshot,
  type Participant,
  type ParityReport,
  type Strategy,
  type SyncPlan,
  type SyncPlannerOptions,
  type SyncReport,
  type SyncStateStore,
  type TargetAdapter,
  type Target,
  type TimeZoneResult,
  type XMattersTenant,
} from 'xmatters-sync'
import { type HarnessRequest, invitationRequests } from 'xmatters-sync/harness'
import { type NameOptions, renderPlanText, type ReportInput } from 'xmatters-sync/report'
import {
  createFakeXMatters,
  createMemoryState,
  createMemoryTarget,
  stateContract,
  targetContract,
} from 'xmatters-sync/testing'

// A label's result tells its two cases apart by `kind`.
declare const zone: TimeZoneResult
if (zone.kind === 'resolved') expectTypeOf(zone.zone).toEqualTypeOf<string>()
else expectTypeOf(zone.code).toEqualTypeOf<'ambiguous' | 'unknown' | 'empty' | 'custom' | 'out-of-range' | 'local'>()
expectTypeOf(normalizeTimeZone).returns.toEqualTypeOf<TimeZoneResult>()

// Each arrow of the walk fits the next.
expectTypeOf<XMattersClient['exportTenant']>().returns.resolves.toEqualTypeOf<XMattersTenant>()
expectTypeOf<XMattersClient['observeOnCall']>().returns.resolves.toExtend<readonly OnCallObservation[]>()
expectTypeOf(mapTenant).parameter(0).toEqualTypeOf<XMattersTenant>()
expectTypeOf(mapTenant).returns.toExtend<{ snapshot: OnCallSnapshot; ledger: Ledger }>()
expectTypeOf<SyncPlanner['plan']>().returns.toEqualTypeOf<SyncPlan>()
expectTypeOf(parsePlan).returns.toEqualTypeOf<SyncPlan>()
expectTypeOf(applyPlan).parameter(0).toEqualTypeOf<SyncPlan>()
expectTypeOf(applyPlan).returns.resolves.toEqualTypeOf<ApplyReport>()
expectTypeOf(verifyOnCall).returns.toEqualTypeOf<ParityReport>()
expectTypeOf(syncTenant).returns.resolves.toEqualTypeOf<SyncReport>()
expectTypeOf(onCallAt).returns.toEqualTypeOf<EscalationInterval['levels']>()

// The model's unions are closed, so that a `switch` over them can be checked.
expectTypeOf<Participant['kind']>().toEqualTypeOf<'user' | 'policy' | 'all' | 'nobody'>()
expectTypeOf<Target['kind']>().toEqualTypeOf<'rotation' | 'user' | 'policy'>()
expectTypeOf<ContactMethod['kind']>().toEqualTypeOf<'email' | 'sms' | 'voice' | 'push' | 'pager' | 'other'>()
expectTypeOf<ApplyReport['status']>().toEqualTypeOf<'complete' | 'partial' | 'refused' | 'aborted'>()

// Values are read-only, all the way down.
declare const policy: EscalationPolicy
// @ts-expect-error levels cannot be added to
policy.levels.push({ offsetMinutes: 0, targets: [] })
// @ts-expect-error a name cannot be set
policy.name = 'other'

// A strategy is one of four names or a function; a misspelt one does not compile.
expectTypeOf<'merge'>().toExtend<Strategy>()
expectTypeOf<'overwrite'>().not.toExtend<Strategy>()
expectTypeOf<{ strategy: 'merge' }>().toExtend<SyncPlannerOptions>()
expectTypeOf<{ strategy: 'overwrite' }>().not.toExtend<SyncPlannerOptions>()

// Credentials of different kinds do not mix.
expectTypeOf<{ kind: 'apiKey'; key: string; secret: string }>().toExtend<ClientAuth>()
expectTypeOf<{ kind: 'basic'; username: string }>().not.toExtend<ClientAuth>()
expectTypeOf<{ kind: 'apiKey'; key: string; password: string }>().not.toExtend<ClientAuth>()

// There is no way to write to the source.
type Writing = 'create' | 'update' | 'modify' | 'delete' | 'remove' | 'add' | 'post' | 'put'
expectTypeOf<Extract<keyof XMattersClient, Writing>>().toBeNever()
expectTypeOf<Extract<keyof XMattersClient['people'], Writing>>().toBeNever()
expectTypeOf<Extract<keyof XMattersClient['groups'], Writing>>().toBeNever()

// What the test kit makes is what the library takes.
expectTypeOf(createMemoryTarget).returns.toExtend<TargetAdapter>()
expectTypeOf(createMemoryState).returns.toExtend<SyncStateStore>()
expectTypeOf(targetContract(() => createMemoryTarget())[0]!.run).returns.toEqualTypeOf<Promise<void>>()
expectTypeOf(stateContract(() => createMemoryState())[0]!.name).toEqualTypeOf<string>()
expectTypeOf(createFakeXMatters().fetch).toExtend<typeof globalThis.fetch>()

// What is rendered says names where a snapshot is given.
expectTypeOf(renderPlanText).parameter(1).toExtend<NameOptions | undefined>()
expectTypeOf<{
  plan: SyncPlan
  ledger: Ledger
  parity: ParityReport
  snapshot: OnCallSnapshot
}>().toExtend<ReportInput>()
expectTypeOf(invitationRequests).returns.toEqualTypeOf<readonly HarnessRequest[]>()
