import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { XMattersClient, type XMattersClientOptions } from '../../../src/xmatters/index.ts'
import { basic, rejection, scriptedFetch, emptyPage } from '../support/scripted-fetch.ts'

const open = (options: Partial<XMattersClientOptions>): XMattersClient =>
  new XMattersClient({ baseUrl: 'https://acme.xmatters.com', auth: basic, ...options })

describe('the address of an instance', () => {
  it.each([
    ['https://acme.xmatters.com', 'https://acme.xmatters.com/api/xm/1/sites'],
    ['https://acme.xmatters.com/', 'https://acme.xmatters.com/api/xm/1/sites'],
    ['https://acme.eu.xmatters.com/api/xm/1', 'https://acme.eu.xmatters.com/api/xm/1/sites'],
    ['https://acme.xmatters.com:8443/api/xm/1/', 'https://acme.xmatters.com:8443/api/xm/1/sites'],
    ['http://localhost:8080', 'http://localhost:8080/api/xm/1/sites'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api/xm/1/sites'],
    ['http://[::1]:8080', 'http://[::1]:8080/api/xm/1/sites'],
    [' HTTPS://ACME.xmatters.com ', 'https://acme.xmatters.com/api/xm/1/sites'],
  ])('%s is read below /api/xm/1', async (baseUrl, expected) => {
    for (const address of [baseUrl, new URL(baseUrl)]) {
      const { fetch, sent } = scriptedFetch(() => emptyPage)
      await open({ baseUrl: address, fetch }).sites.list({ limit: 1 })
      expect(sent[0]?.url.href).toBe(`${expected}?limit=1`)
    }
  })

  it.each([
    'http://acme.xmatters.com',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'https://user:hunter2@acme.xmatters.com',
    'https://acme.xmatters.com/?token=hunter2',
    'https://acme.xmatters.com/#hunter2',
    'https://acme.xmatters.com/other',
    'https://acme.xmatters.com/api/xm/2',
    'ftp://acme.xmatters.com',
    'acme.xmatters.com/hunter2',
    '',
  ])('%s is refused without repeating it', (baseUrl) => {
    const attempt = (): XMattersClient => open({ baseUrl })
    expect(attempt).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
    expect(attempt).not.toThrow(/hunter2/)
  })

  it('takes http for other hosts only when told that this is meant', () => {
    expect(() => open({ baseUrl: 'http://xmatters.internal', allowInsecure: true })).not.toThrow()
  })
})

describe('options', () => {
  it.each([
    { concurrency: 0 },
    { concurrency: 1.5 },
    { retries: -1 },
    { retries: Number.POSITIVE_INFINITY },
    { timeoutMs: 0 },
    { totalTimeoutMs: Number.NaN },
    { totalTimeoutMs: 2 ** 31 },
    { maxResponseBytes: -1 },
    { requestsPerSecond: 0 },
    { fetch: 'node-fetch' as never },
    { requestsPerSecond: Number.POSITIVE_INFINITY },
    { userAgent: 'acme\r\nx-more: 1' },
    { userAgent: '' },
    { onEvent: 'console.log' as never },
  ])('%o is refused', (options) => {
    expect(() => open(options)).toThrow(new RegExp(Object.keys(options)[0]!))
  })

  it.each([
    [undefined, /auth.kind/],
    [{ kind: 'toString' }, /auth.kind/],
    [{ kind: 'basic', username: 'a', password: '' }, /auth.password/],
    [{ kind: 'basic', username: 'a:b', password: 'hunter2' }, /colon/],
    [{ kind: 'apiKey', key: 'a', password: 'hunter2' }, /auth.secret/],
    [{ kind: 'bearer', token: 'hunter2' }, /auth.token/],
    [{ kind: 'oauth', clientId: 'a', username: 'b' }, /refreshToken/],
  ])('credentials like %o are refused by name', (auth, message) => {
    const attempt = (): XMattersClient => open({ auth: auth as never })
    expect(attempt).toThrow(message)
    expect(attempt).not.toThrow(/hunter2/)
  })
})

describe('what can be seen of a client', () => {
  const auths: readonly XMattersClientOptions['auth'][] = [
    { kind: 'basic', username: 'reader', password: 'hunter2' },
    { kind: 'apiKey', key: 'x-api-key-1', secret: 'hunter2' },
    { kind: 'oauth', clientId: 'c', username: 'reader', password: 'hunter2' },
    { kind: 'oauth', clientId: 'c', refreshToken: 'hunter2' },
    { kind: 'bearer', token: () => 'hunter2' },
  ]

  it.each(auths)('printed in any way it shows no credential ($kind)', async (auth) => {
    const { fetch } = scriptedFetch(({ path }) => (path === '/oauth2/token' ? { access_token: 'hunter2' } : 500))
    const client = open({ auth, fetch, retries: 0 })
    const error = await rejection(client.people.list())
    const deep = { depth: 20, showHidden: true, getters: true } as const
    for (const value of [client, error, client.people.list()]) {
      const shown = [
        inspect(value, deep),
        JSON.stringify(value) ?? '',
        String(value),
        Object.values(value as object).join(),
      ]
      expect(shown.join('\n')).not.toMatch(/hunter2|aHVudGVyMg|Basic |Bearer /)
    }
  })
})
