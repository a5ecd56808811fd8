import 'ky'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { XMattersClient } from '../../src/xmatters/index.ts'
import { basic, emptyPage, page, refused, rejection, scriptedClient } from './support/scripted-fetch.ts'

afterEach(() => void vi.useRealTimers())

const me = { id: 'p', targetName: 'reader', webLogin: 'reader', firstName: 'Riya', lastName: 'Patel' }

describe('testConnection', () => {
  it('says that it can be read, as whom, what is refused, how the clocks differ and what is left', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') })
    const headers = {
      date: 'Mon, 23 Nov 2026 12:00:42 GMT',
      'x-ratelimit-limit': '60000',
      'x-ratelimit-used': '17',
      'x-ratelimit-period_in_sec': '60',
    }
    const { client, sent } = scriptedClient(({ path, url }) =>
      path === '/services'
        ? 403
        : Response.json(url.searchParams.has('webLogin') ? page([me]) : emptyPage, { headers }),
    )
    expect(await client.testConnection()).toEqual({
      ok: true,
      code: null,
      message: 'acme.xmatters.com can be read as Riya Patel; refused: services.',
      instance: 'acme.xmatters.com',
      user: { id: 'p', targetName: 'reader', name: 'Riya Patel' },
      permissions: {
        groups: true,
        people: true,
        devices: true,
        absences: true,
        sites: true,
        services: false,
      },
      clockSkewMs: 42_000,
      rateBudget: {
        limit: 60_000,
        remaining: 59_983,
        resetsAt: '2026-11-23T12:01:00Z',
        concurrencyLimit: null,
        concurrencyRemaining: null,
      },
    })
    expect(sent).toHaveLength(7)
    expect(sent.every(({ url }) => url.searchParams.get('limit') === '1')).toBe(true)
  })

  it('names no user where the credentials do not', async () => {
    const { client, sent } = scriptedClient(() => emptyPage, { auth: { kind: 'apiKey', key: 'k', secret: 's' } })
    expect(await client.testConnection()).toMatchObject({ ok: true, user: null, clockSkewMs: null, rateBudget: null })
    expect(sent).toHaveLength(6)
  })

  it('takes nobody else for the user: an instance may ignore a filter that it does not know', async () => {
    const { client } = scriptedClient(() => page([{ ...me, webLogin: 'somebody' }]))
    expect(await client.testConnection()).toMatchObject({ ok: true, user: null })
  })

  it.each([
    ['wrong credentials', () => 401, 'authentication'],
    [
      'another website',
      () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
      'not-xmatters',
    ],
    ['another website without such a page', () => new Response('<html>', { status: 404 }), 'not-xmatters'],
    ['another API', () => ({ hello: 'world' }), 'not-xmatters'],
    ['an empty answer', () => new Response(null, { status: 204 }), 'invalid-response'],
    ['a redirect', () => Response.redirect('https://login.example/', 302), 'unsafe-link'],
    ['an account without rights', () => 403, 'permission'],
  ])('is not ok with %s, and does not throw', async (_, answer, code) => {
    const { client, sent } = scriptedClient(answer, { retries: 3 })
    const report = await client.testConnection()
    expect(report).toMatchObject({
      ok: false,
      code,
      instance: 'acme.xmatters.com',
      message: expect.stringContaining('acme.xmatters.com'),
    })
    expect(Object.values(report.permissions)).not.toContain(true)
    if (code !== 'permission') expect(sent).toHaveLength(1)
  })

  it('is not ok with a host that is not there, after one retry', async () => {
    vi.useFakeTimers()
    const { client, sent } = scriptedClient(
      () => {
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('getaddrinfo ENOTFOUND acme'), { code: 'ENOTFOUND' }),
        })
      },
      { retries: 3 },
    )
    const report = client.testConnection()
    await vi.runAllTimersAsync()
    expect(await report).toMatchObject({
      ok: false,
      code: 'connection',
      message: 'acme.xmatters.com is not the name of a host that can be found: check baseUrl.',
    })
    expect(sent).toHaveLength(2)
  })

  it.each([
    ['ECONNREFUSED', /accepts no connections/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /certificate that is not trusted here \(DEPTH_ZERO_SELF_SIGNED_CERT\)/],
    ['UND_ERR_SOCKET', /breaks the connection \(UND_ERR_SOCKET\)/],
  ])('says in words what %s means', async (code, words) => {
    vi.useFakeTimers()
    const { client } = scriptedClient(() => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('socket'), { code }) })
    })
    const report = client.testConnection()
    await vi.runAllTimersAsync()
    expect((await report).message).toMatch(words)
  })

  it('with a wrong password costs one request', async () => {
    const { client, sent } = scriptedClient(() => refused(401))
    await client.testConnection()
    await client.testConnection()
    expect(sent).toHaveLength(1)
  })

  it('rejects when aborted', async () => {
    const { client } = scriptedClient(() => emptyPage)
    expect(await rejection(client.testConnection({ signal: AbortSignal.abort() }))).toMatchObject({ code: 'aborted' })
  })

  it('names the port of an instance on another one', async () => {
    const { fetch } = { fetch: async () => Response.json(emptyPage) }
    const client = new XMattersClient({ baseUrl: 'http://localhost:8080', auth: basic, fetch })
    expect((await client.testConnection()).instance).toBe('localhost:8080')
  })
})
