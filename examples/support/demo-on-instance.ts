import { mkdirSync, writeFileSync } from 'node:fs'
import {
  applyPlan,
  mapTenant,
  SyncPlanner,
  verifyOnCall,
  XMattersClient,
  type XMattersClientOptions,
} from 'xmatters-sync'
import { renderLedgerText, renderParityText, renderPlanText, renderReportHtml } from 'xmatters-sync/report'
import { openSqlite } from '../adapters/open-sqlite.ts'
import { createSqliteState } from '../adapters/sqlite-state.ts'
import { createSqliteTarget } from '../adapters/sqlite-target.ts'
import type { Terminal } from './terminal.ts'

const days = 28

/** A client for the instance that the environment names; `null` when it names none. */
export function clientFromEnvironment(env: NodeJS.ProcessEnv): XMattersClient | null {
  const baseUrl = env['XMATTERS_BASE_URL']
  if (!baseUrl) return null
  return new XMattersClient({ baseUrl, auth: authFrom(env) })
}

function authFrom(env: NodeJS.ProcessEnv): XMattersClientOptions['auth'] {
  const {
    XMATTERS_API_KEY: key,
    XMATTERS_API_SECRET: secret,
    XMATTERS_USERNAME: username,
    XMATTERS_PASSWORD: password,
  } = env
  if (key && secret) return { kind: 'apiKey', key, secret }
  if (username && password) return { kind: 'basic', username, password }
  console.error(
    'XMATTERS_BASE_URL is set, but no credentials: set XMATTERS_API_KEY and XMATTERS_API_SECRET, or XMATTERS_USERNAME and XMATTERS_PASSWORD.',
  )
  process.exit(1)
}

export interface InstanceRun {
  readonly terminal: Terminal
  readonly signal: AbortSignal
  /** Write to `demo/target.sqlite`. Default: only show what would be written. */
  readonly apply: boolean
}

/** Exports, maps, verifies and plans; writes `demo/plan.json` and `demo/report.html`; applies only when told so. */
export async function runOnInstance(client: XMattersClient, { terminal, signal, apply }: InstanceRun): Promise<void> {
  terminal.heading('Connect')
  const connection = await client.testConnection({ signal })
  terminal.line(`  ${connection.message}`)
  if (!connection.ok) {
    process.exitCode = 1
    return
  }

  terminal.heading('Read')
  const tenant = await client.exportTenant({
    signal,
    onProgress: ({ resource, done, total }) => terminal.progress(resource, done, total),
  })
  const { people, groups, shifts, completeness } = tenant
  terminal.line(`  ${people.length} people, ${groups.length} groups, ${shifts.length} shifts`)
  for (const gap of completeness.gaps) terminal.line(`  not complete: ${gap.message}`)

  terminal.heading('Map')
  const { snapshot, ledger } = mapTenant(tenant)
  terminal.line(renderLedgerText(ledger, { snapshot }))

  terminal.heading(`Verify against xMatters' own on-call, next ${days} days`)
  const from = tenant.capturedAt
  const to = new Date(Date.parse(from) + days * 86_400_000).toISOString()
  const observed = await client.observeOnCall({ groups: groups.map((group) => group.id), from, to, signal })
  const parity = verifyOnCall({ snapshot, observed, from, to, ledger })
  terminal.line(renderParityText(parity, { snapshot }))

  terminal.heading('Plan')
  mkdirSync('demo', { recursive: true })
  const database = openSqlite('demo/target.sqlite')
  const target = createSqliteTarget(database)
  const state = createSqliteState(database)
  const plan = new SyncPlanner({ strategy: 'preserve-local-changes' }).plan({
    desired: snapshot,
    current: await target.read({ signal }),
    baseline: await state.readBaseline(tenant.origin),
    now: from,
  })
  terminal.line(renderPlanText(plan, { snapshot }))
  writeFileSync('demo/plan.json', `${JSON.stringify(plan, null, 2)}\n`)
  writeFileSync(
    'demo/report.html',
    renderReportHtml({ title: tenant.origin, plan, ledger, parity, snapshot, window: { from, to } }),
  )
  terminal.line('  Written: demo/plan.json, demo/report.html')

  if (!apply) {
    terminal.line('  Nothing was applied. Add --apply to write it to demo/target.sqlite.')
    return
  }
  terminal.heading('Apply')
  const report = await applyPlan(plan, {
    target,
    state,
    signal,
    onProgress: ({ done, total }) => terminal.progress('changes', done, total),
  })
  terminal.line(
    `  ${report.status}: ${report.results.filter(({ outcome }) => outcome === 'applied').length} of ${report.results.length} changes`,
  )
  if (report.status !== 'complete') process.exitCode = 1
}
