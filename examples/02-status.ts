/**
 * Is the host still what xMatters says? For a cron job or a health check: one line, and an exit code
 * (0 in sync, 2 changes, 3 conflicts, 4 a brake is on, 1 error). Nothing is written.
 *
 * Without `XMATTERS_BASE_URL` and credentials it asks the fake xMatters that this package brings for tests.
 */
import { SyncPlanner, syncTenant, XMattersClient } from 'xmatters-sync'
import { createFakeXMatters, createMemoryState, createMemoryTarget } from 'xmatters-sync/testing'
import { clientFromEnvironment } from './support/demo-on-instance.ts'

const client = clientFromEnvironment(process.env) ?? clientOfFake()
const { plan, parity } = await syncTenant({
  client,
  planner: new SyncPlanner({ strategy: 'preserve-local-changes' }),
  // Your own adapters go here; these two start empty, so that all of the source is news to them.
  target: createMemoryTarget(),
  state: createMemoryState(),
  approve: () => false,
})

const { changes, conflicts, drift, safety } = plan
const match = parity === null ? 'not asked' : `${(parity.ratio * 100).toFixed(2)} %`
console.log(
  `${changes.length} changes, ${conflicts.length} conflicts, ${drift.length} local edits, ${safety.brakes.length} brakes; on-call that matches: ${match}`,
)
process.exitCode = !safety.safe ? 4 : conflicts.length > 0 ? 3 : changes.length > 0 ? 2 : 0

function clientOfFake(): XMattersClient {
  const fake = createFakeXMatters({ seed: 2, people: 40, groups: 8, now: new Date().toISOString() })
  return new XMattersClient({
    baseUrl: fake.baseUrl,
    fetch: fake.fetch,
    auth: { kind: 'basic', username: 'reader', password: 'any' },
  })
}
