// The main job in memory, with what an installed package offers and nothing of the repository.
import { SyncPlanner, syncTenant, tzdbVersion, XMattersClient } from 'xmatters-sync'
import { createFakeXMatters, createMemoryState, createMemoryTarget } from 'xmatters-sync/testing'

const fake = createFakeXMatters({ seed: 3, people: 20, groups: 6 })
const client = new XMattersClient({
  baseUrl: fake.baseUrl,
  fetch: fake.fetch,
  auth: { kind: 'basic', username: 'reader', password: 'any' },
})
const run = () =>
  syncTenant({
    client,
    planner: new SyncPlanner(),
    target,
    state,
    now: '2026-11-23T12:00:00Z',
    approve: () => true,
    allowUnsafe: brakes,
  })
const brakes = ['empty-source', 'uncovered-minutes', 'last-responder-removed', 'uninvited-hours', 'on-call-now-changes']
const target = createMemoryTarget()
const state = createMemoryState()
const first = await run()
const second = await run()
if (first.outcome !== 'applied' || second.outcome !== 'in-sync') {
  throw new Error(`expected applied and in-sync, got ${first.outcome} and ${second.outcome}`)
}
const ratio = first.parity?.ratio ?? 0
console.log(`${first.plan.changes.length} changes, parity ${(ratio * 100).toFixed(2)} %, zones ${tzdbVersion()}`)
