/**
 * Reads an instance of any size in bounded memory: one JSON line a row, straight to files, for tenants that do not fit into memory
 * or for a nightly archive.
 *
 * Without `XMATTERS_BASE_URL` and credentials it reads the fake xMatters that this package brings for tests.
 */
import { createWriteStream, mkdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { XMattersClient } from 'xmatters-sync'
import { createFakeXMatters } from 'xmatters-sync/testing'
import { clientFromEnvironment } from './support/demo-on-instance.ts'

const folder = 'demo/archive'
const client = clientFromEnvironment(process.env) ?? clientOfFake()
mkdirSync(folder, { recursive: true })

for (const resource of ['people', 'devices', 'groups', 'absences', 'sites', 'services'] as const) {
  await archive(resource, client[resource].list())
}
// Ids are all that is kept of the groups while their parts are read.
const groups: string[] = []
for await (const { id } of client.groups.list()) groups.push(id)
await Promise.all([
  archive(
    'roster',
    partsOf((id) => client.roster.list(id)),
  ),
  archive(
    'shifts',
    partsOf((id) => client.shifts.list(id)),
  ),
])

/** The file's own backpressure decides when the next page is asked for. */
async function archive(name: string, rows: AsyncIterable<object>): Promise<void> {
  let count = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const row of rows) {
      count++
      yield `${JSON.stringify(row)}\n`
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(`${folder}/${name}.jsonl`))
  console.log(`${name}: ${count} rows`)
}

async function* partsOf(list: (group: string) => AsyncIterable<object>): AsyncGenerator<object> {
  for (const id of groups) yield* list(id)
}

function clientOfFake(): XMattersClient {
  const fake = createFakeXMatters({ seed: 2, people: 400, groups: 20, now: new Date().toISOString() })
  return new XMattersClient({
    baseUrl: fake.baseUrl,
    fetch: fake.fetch,
    auth: { kind: 'basic', username: 'reader', password: 'any' },
  })
}
