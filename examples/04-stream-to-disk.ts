/**
 * Reads lists of any length in bounded memory: one JSON line a row, straight to files, for tenants that do not fit into memory
 * or for a nightly archive.
 */
import { createWriteStream, mkdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { XMattersClient } from 'xmatters-sync'
import { createFakeXMatters } from 'xmatters-sync/testing'
import { clientFromEnvironment } from './support/demo-on-instance.ts'

const client = clientFromEnvironment(process.env) ?? clientOfFake()
mkdirSync('demo/archive', { recursive: true })

for (const resource of ['people', 'devices', 'groups', 'absences', 'sites', 'services'] as const) {
  let rows = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const row of client[resource].list()) {
      rows++
      yield `${JSON.stringify(row)}\n`
    }
  }
  // The file's own backpressure decides when the next page is asked for.
  await pipeline(Readable.from(lines()), createWriteStream(`demo/archive/${resource}.jsonl`))
  console.log(`${resource}: ${rows} rows`)
}

function clientOfFake(): XMattersClient {
  const fake = createFakeXMatters({ seed: 2, people: 400, groups: 20 })
  return new XMattersClient({
    baseUrl: fake.baseUrl,
    fetch: fake.fetch,
    auth: { kind: 'basic', username: 'reader', password: 'any' },
  })
}
