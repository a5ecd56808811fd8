// Preloaded into the samples of the guides: acme.xmatters.com answers, from memory, and the environment names it.
import { createFakeXMatters } from 'xmatters-sync/testing'

const fake = createFakeXMatters({ seed: 5, people: 24, groups: 6, now: new Date().toISOString() })
const realFetch = globalThis.fetch

globalThis.fetch = (input, init) => {
  const request = new Request(input, init)
  return new URL(request.url).origin === fake.baseUrl ? fake.handle(request) : realFetch(request)
}
Object.assign(process.env, {
  XMATTERS_BASE_URL: fake.baseUrl,
  XMATTERS_API_KEY: 'x-api-key-of-the-samples',
  XMATTERS_API_SECRET: 'of-the-samples',
})
