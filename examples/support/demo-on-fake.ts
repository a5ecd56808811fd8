import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import {
  applyPlan,
  type Baseline,
  compareSnapshots,
  mapTenant,
  type OnCallSnapshot,
  type ParityReport,
  SyncPlanner,
  type SyncPlan,
  type SyncStateStore,
  type TargetAdapter,
  type TargetSnapshot,
  verifyOnCall,
  XMattersClient,
  type XMattersTenant,
} from 'xmatters-sync'
import {
  renderImpactText,
  renderLedgerText,
  renderParityText,
  renderPlanText,
  renderReportHtml,
} from 'xmatters-sync/report'
import { createFakeXMatters } from 'xmatters-sync/testing'
import { openSqlite } from '../adapters/open-sqlite.ts'
import { createSqliteState } from '../adapters/sqlite-state.ts'
import { createSqliteTarget } from '../adapters/sqlite-target.ts'
import { changeBothSides } from './changes-on-both-sides.ts'
import { serve } from './serve.ts'
import type { Terminal } from './terminal.ts'

const now = '2026-11-23T12:00:00Z'
const later = '2026-11-23T18:00:00Z'
const days = 28
const credentials = { username: 'sync-reader', password: 'loopback-only' }

export interface FakeRun {
  readonly terminal: Terminal
  readonly signal: AbortSignal
}

/** The whole story on loopback. Sets a failing exit code if anything did not hold, and says what. */
export async function runOnFake({ terminal, signal }: FakeRun): Promise<void> {
  const started = performance.now()
  const broken: string[] = []
  const expectThat = (holds: boolean, what: string): void => {
    terminal.line(`  ${holds ? 'ok ' : 'NO '} ${what}`)
    if (!holds) broken.push(what)
  }

  const fake = createFakeXMatters({ seed: 1, people: 250, groups: 45, now, auth: credentials })
  const server = await serve(async (request) => fake.handle(request))
  rmSync('demo', { recursive: true, force: true })
  mkdirSync('demo', { recursive: true })
  const database = openSqlite('demo/target.sqlite')
  try {
    const client = new XMattersClient({ baseUrl: server.url, auth: { kind: 'basic', ...credentials } })
    const target = createSqliteTarget(database)
    const state = createSqliteState(database)
    const walk = createWalk({ terminal, signal, client, target, state })

    terminal.heading('1  Connect')
    const connection = await client.testConnection({ signal })
    terminal.line(`  ${connection.message}`)
    expectThat(connection.ok, 'the connection works')

    terminal.heading('2  Read xMatters')
    const tenant = await walk.read(now)
    expectThat(tenant.completeness.complete, 'everything that the account may see was read')

    terminal.heading('3  Map it, and account for every value')
    const { snapshot, ledger } = mapTenant(tenant)
    terminal.line(renderLedgerText(ledger, { snapshot }))
    const { leaves, mapped, approximated, dropped, unknown } = ledger
    expectThat(leaves === mapped + approximated + dropped + unknown, 'the ledger balances')

    terminal.heading('4  Plan against an empty target (demo/target.sqlite)')
    const planner = new SyncPlanner({ strategy: 'preserve-local-changes' })
    const plan = await walk.plan(planner, snapshot, now)
    terminal.line(renderPlanText(plan, { snapshot, most: 6 }))
    writeFileSync('demo/plan.json', `${JSON.stringify(plan, null, 2)}\n`)

    terminal.heading('5  Apply it')
    expectThat((await walk.apply(plan)) === 'complete', 'every change was applied')

    terminal.heading(`6  Verify against what xMatters says, next ${days} days`)
    const parity = await walk.verify(snapshot, tenant, now, ledger)
    terminal.line(renderParityText(parity, { snapshot }))
    const unexplained = parity.policies.flatMap((policy) => policy.differences.filter(({ cause }) => cause === null))
    expectThat(unexplained.length === 0, 'every difference has a cause that the ledger names')

    terminal.heading('7  Sync again')
    const again = await walk.plan(planner, mapTenant(await walk.read(now)).snapshot, now)
    expectThat(again.changes.length === 0 && again.conflicts.length === 0, `${again.changes.length} changes`)

    terminal.heading('8  Six hours later: both sides were edited')
    const edits = await changeBothSides({ fake, target, signal })
    for (const edit of edits) terminal.line(`  ${edit}`)
    const edited = await walk.read(later)
    const { snapshot: desired, ledger: editedLedger } = mapTenant(edited)

    terminal.heading('9  What each strategy would do')
    const strategies = ['overwrite-with-source', 'preserve-local-changes', 'merge', 'manual'] as const
    const plans = new Map<string, SyncPlan>()
    for (const strategy of strategies) {
      const plan = await walk.plan(new SyncPlanner({ strategy, removal: 'disable' }), desired, later)
      plans.set(strategy, plan)
      terminal.line(
        `  ${strategy.padEnd(23)} ${count(plan.changes.length, 'change')}, ${count(plan.conflicts.length, 'conflict')}, ${count(plan.drift.length, 'local edit')} listed`,
      )
    }
    const merge = plans.get('merge')!
    expectThat(merge.conflicts.length > 0, 'merging finds the edit that collides')
    expectThat(
      plans.get('overwrite-with-source')!.conflicts.length === 0 &&
        plans.get('preserve-local-changes')!.conflicts.length === 0,
      "Harness's own two strategies leave no conflict open",
    )

    terminal.heading('10 The plan to merge')
    terminal.line(renderPlanText(merge, { snapshot: desired }))
    const window = { from: later, to: plusDays(later, days) }
    const impact = compareSnapshots(snapshot, desired, window, { now: later })
    terminal.line(renderImpactText(impact))

    const editedParity = await walk.verify(desired, edited, later, editedLedger)
    writeFileSync(
      'demo/report.html',
      renderReportHtml({
        title: 'Demo tenant',
        plan: merge,
        ledger: editedLedger,
        parity: editedParity,
        impact,
        snapshot: desired,
        before: snapshot,
        window,
      }),
    )
    terminal.line('  Written: demo/plan.json, demo/report.html')

    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    terminal.heading(
      broken.length === 0 ? `Everything held, in ${seconds} s.` : `${broken.length} things did not hold:`,
    )
    for (const what of broken) terminal.line(`  ${what}`)
    if (broken.length > 0) process.exitCode = 1
  } finally {
    database.close()
    await server.close()
  }
}

interface Walk {
  readonly terminal: Terminal
  readonly signal: AbortSignal
  readonly client: XMattersClient
  readonly target: TargetAdapter
  readonly state: SyncStateStore
}

/** The steps that the story takes more than once. */
function createWalk({ terminal, signal, client, target, state }: Walk) {
  return {
    async read(at: string): Promise<XMattersTenant> {
      const tenant = await client.exportTenant({
        signal,
        now: at,
        onProgress: ({ resource, done, total }) => terminal.progress(resource, done, total),
      })
      const { people, devices, groups, shifts, absences } = tenant
      terminal.line(
        `  ${people.length} people, ${devices.length} devices, ${groups.length} groups, ${shifts.length} shifts, ${absences.length} absences`,
      )
      return tenant
    },
    async plan(planner: SyncPlanner, desired: OnCallSnapshot, at: string): Promise<SyncPlan> {
      const [current, baseline]: [TargetSnapshot, Baseline | null] = await Promise.all([
        target.read({ signal }),
        state.readBaseline(desired.origin),
      ])
      return planner.plan({ desired, current, baseline, now: at })
    },
    async apply(plan: SyncPlan): Promise<string> {
      const report = await applyPlan(plan, {
        target,
        state,
        signal,
        onProgress: ({ done, total }) => terminal.progress('changes', done, total),
      })
      terminal.line(`  ${report.status}: ${count(report.results.length, 'change')}`)
      return report.status
    },
    async verify(
      snapshot: OnCallSnapshot,
      tenant: XMattersTenant,
      from: string,
      ledger: Parameters<typeof renderLedgerText>[0],
    ): Promise<ParityReport> {
      const to = plusDays(from, days)
      const observed = await client.observeOnCall({ groups: tenant.groups.map(({ id }) => id), from, to, signal })
      return verifyOnCall({ snapshot, observed, from, to, ledger })
    },
  }
}

const plusDays = (instant: string, count: number): string =>
  new Date(Date.parse(instant) + count * 86_400_000).toISOString()

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
