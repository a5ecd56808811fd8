// The main job in memory, with what an installed package offers and nothing of the repository.
import { mapTenant, SyncPlanner, syncTenant, tzdbVersion, XMattersClient } from 'xmatters-sync'
import { assignIdentifiers } from 'xmatters-sync/harness'
import { renderPlanText, renderReportHtml } from 'xmatters-sync/report'
import { createFakeXMatters, createMemoryState, createMemoryTarget, targetContract } from 'xmatters-sync/testing'

const fake = createFakeXMatters({ seed: 3, people: 20, groups: 6 })
const client = new XMattersClient({
  baseUrl: fake.baseUrl,
  fetch: fake.fetch,
  auth: { kind: 'basic', username: 'reader', password: 'any' },
})
const [target, state] = [createMemoryTarget(), createMemoryState()]
const run = () => syncTenant({ client, planner: new SyncPlanner(), target, state, now: '2026-11-23T12:00:00Z' })
const [first, second] = [await run(), await run()]
if (first.outcome !== 'applied' || second.outcome !== 'in-sync') {
  throw new Error(`expected applied and in-sync, got ${first.outcome} and ${second.outcome}`)
}
const { snapshot } = mapTenant(await client.exportTenant({ now: '2026-11-23T12:00:00Z' }))
const page = renderReportHtml({ plan: first.plan, snapshot, parity: first.parity, ledger: first.ledger })
if (!page.includes('<svg class="timeline"') || renderPlanText(first.plan, { snapshot }) === '')
  throw new Error('no report')
if (assignIdentifiers([{ key: 'group:1', name: 'Ops' }]).get('group:1') !== 'Ops') throw new Error('no identifier')
for (const { run: runCase } of targetContract(() => createMemoryTarget())) await runCase()
const ratio = first.parity?.ratio ?? 0
console.log(
  `${first.plan.changes.length} changes, plan ${first.plan.id.slice(0, 8)}, parity ${(ratio * 100).toFixed(2)} %, zones ${tzdbVersion()}`,
)
