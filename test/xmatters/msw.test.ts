import { delay, http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createFakeXMatters } from '../../src/testing/index.ts'
import { XMattersClient } from '../../src/xmatters/index.ts'
import { baseUrl, basic, page, rejection } from './support/scripted-fetch.ts'

const now = '2026-11-23T12:00:00Z'
const api = `${baseUrl}/api/xm/1`
const server = setupServer()

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = (options = {}): XMattersClient => new XMattersClient({ baseUrl, auth: basic, retries: 0, ...options })

describe('through msw, with the global fetch', () => {
  it('an export is what the instance holds', async () => {
    const fake = createFakeXMatters({ seed: 9, people: 30, groups: 6, now, auth: basic, pageSize: 10 })
    server.use(http.get(`${new URL(fake.baseUrl).origin}/*`, async ({ request }) => fake.handle(request)))
    const client = new XMattersClient({ baseUrl: fake.baseUrl, auth: basic, retries: 0 })
    const tenant = await client.exportTenant({ now })
    expect(tenant.completeness).toEqual({ complete: true, gaps: [] })
    expect(tenant.people).toHaveLength(fake.tenant.people.length)
    expect(tenant.shifts).toHaveLength(fake.tenant.shifts.length)
  })

  it('a failure is tried again', async () => {
    let attempts = 0
    server.use(
      http.get(`${api}/sites`, () =>
        ++attempts === 1 ? HttpResponse.error() : HttpResponse.json(page([{ id: 'a' }])),
      ),
    )
    expect(await open({ retries: 1 }).sites.list()).toMatchObject({ count: 1 })
    expect(attempts).toBe(2)
  })

  it('a slow answer is given up, and an abort ends it', async () => {
    server.use(http.get(`${api}/sites`, async () => delay('infinite')))
    expect(await rejection(open({ timeoutMs: 50 }).sites.list())).toMatchObject({ code: 'timeout' })
    const controller = new AbortController()
    const outcome = rejection(open().sites.list({}, { signal: controller.signal }))
    controller.abort()
    expect(await outcome).toMatchObject({ code: 'aborted' })
  })

  it('a redirect is not followed', async () => {
    const evil: string[] = []
    server.use(
      http.get(
        `${api}/sites`,
        () => new HttpResponse(null, { status: 302, headers: { location: 'https://evil.example/sites' } }),
      ),
      http.get('https://evil.example/*', ({ request }) => {
        evil.push(request.headers.get('authorization') ?? '')
        return HttpResponse.json(page([]))
      }),
    )
    expect(await rejection(open().sites.list())).toMatchObject({ code: 'unsafe-link' })
    expect(evil).toEqual([])
  })

  it('tokens are had by a form', async () => {
    server.use(
      http.post(`${api}/oauth2/token`, async ({ request }) => {
        const form = await request.formData()
        return form.get('password') === 'wörd'
          ? HttpResponse.json({ access_token: 't1', expires_in: 900 })
          : new HttpResponse(null, { status: 401 })
      }),
      http.get(`${api}/sites`, ({ request }) =>
        HttpResponse.json(page([{ id: request.headers.get('authorization') }])),
      ),
    )
    const auth = { kind: 'oauth', clientId: 'c', username: 'u', password: 'wörd' } as const
    expect((await open({ auth }).sites.list()).data).toEqual([{ id: 'Bearer t1' }])
  })
})
