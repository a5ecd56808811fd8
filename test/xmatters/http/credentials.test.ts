import { describe, expect, it } from 'vitest'
import type { XMattersClient } from '../../../src/xmatters/index.ts'
import { basic, emptyPage, refused, rejection, scriptedClient } from '../support/scripted-fetch.ts'

const everything = (client: XMattersClient): readonly PromiseLike<unknown>[] => [
  client.people.list(),
  client.groups.list(),
  client.sites.get('x'),
  client.exportTenant(),
  client.observeOnCall({ groups: ['a', 'b'], from: '2026-11-23T12:00:00Z', to: '2026-11-24T12:00:00Z' }),
]

describe('basic and API key credentials', () => {
  it.each([
    [{ kind: 'basic', username: 'zoë', password: 'pässwörd €' }, 'zoë:pässwörd €'],
    [{ kind: 'apiKey', key: 'x-api-key-1', secret: 's:e:c' }, 'x-api-key-1:s:e:c'],
  ] as const)('are sent as UTF-8 ($0.kind)', async (auth, expected) => {
    const { client, sent } = scriptedClient(() => emptyPage, { auth })
    await client.sites.list()
    const header = sent[0]!.headers.get('authorization')!
    expect(Buffer.from(header.replace(/^Basic /, ''), 'base64').toString('utf8')).toBe(expected)
  })

  it('that are refused cost one request, however many calls wait, and none after that', async () => {
    for (const auth of [basic, { kind: 'apiKey', key: 'k', secret: 's' } as const]) {
      const { client, sent } = scriptedClient(() => 401, { auth, retries: 3 })
      for (const outcome of await Promise.allSettled(everything(client))) {
        const message = expect.stringMatching(new RegExp(`refused for /${sent[0]!.path.split('/')[1]}`))
        expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'authentication', message } })
      }
      expect(await client.testConnection()).toMatchObject({ ok: false, code: 'authentication' })
      expect(await rejection(client.exportTenant())).toMatchObject({ code: 'authentication' })
      expect(sent).toHaveLength(1)
    }
  })

  it.each([
    ['a hanging body', () => new Response(new ReadableStream(), { status: 401 })],
    [
      'a body that breaks',
      () =>
        new Response(new ReadableStream({ pull: () => Promise.reject(new TypeError('terminated')) }), { status: 401 }),
    ],
    ['HTML', () => new Response('<html>', { status: 401 })],
    ['an endless body', () => new Response(new Uint8Array(200_000), { status: 401 })],
  ])('refused with %s still cost one request', async (_, answer) => {
    const { client, sent } = scriptedClient(answer, { retries: 3, timeoutMs: 50 })
    expect(await rejection(client.sites.list())).toMatchObject({ code: 'authentication', attempts: 1 })
    expect(sent).toHaveLength(1)
  })

  it('are tried by one request alone until an answer came', async () => {
    let open: () => void = () => undefined
    const opened = new Promise<void>((resolve) => (open = resolve))
    const { client, sent } = scriptedClient(async () => {
      await opened
      return emptyPage
    })
    const calls = Promise.all([client.sites.list(), client.roles.list(), client.people.list()])
    await new Promise(setImmediate)
    expect(sent).toHaveLength(1)
    open()
    await calls
    expect(sent).toHaveLength(3)
  })

  it('are tried by the next in line where the first gives up or fails', async () => {
    const controller = new AbortController()
    const { client, sent } = scriptedClient((_request, index) =>
      index === 0 ? new Promise<never>(() => undefined) : index === 1 ? 500 : emptyPage,
    )
    const first = rejection(client.sites.list({}, { signal: controller.signal }))
    const second = rejection(client.roles.list())
    const third = client.people.list()
    await new Promise(setImmediate)
    expect(sent).toHaveLength(1)
    controller.abort()
    expect(await first).toMatchObject({ code: 'aborted' })
    expect(await second).toMatchObject({ code: 'server-error' })
    expect(await third).toMatchObject({ count: 0 })
  })

  it('that are good for one list and not for another are good', async () => {
    const { client, sent } = scriptedClient(({ path }) => (path === '/sites' ? 403 : emptyPage))
    expect(await rejection(client.sites.list())).toMatchObject({ code: 'permission' })
    expect(await client.roles.list()).toMatchObject({ count: 0 })
    expect(sent).toHaveLength(2)
  })

  it('refused after they were good are tried once more, by one request', async () => {
    let isGood = true
    const { client, sent } = scriptedClient(() => (isGood ? emptyPage : 401))
    await client.sites.list()
    isGood = false
    expect(await rejection(client.sites.list())).toMatchObject({ code: 'authentication' })
    await Promise.allSettled(everything(client))
    expect(sent).toHaveLength(3)
  })

  it('refused after they were good cost no more than what was under way and one, however many calls are queued', async () => {
    let isGood = true
    const { client, sent } = scriptedClient(() => (isGood ? emptyPage : 401), { concurrency: 2 })
    await client.sites.list()
    isGood = false
    const calls = Array.from({ length: 20 }, async () => client.sites.list())
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'authentication' } })
    }
    expect(sent).toHaveLength(1 + 2 + 1)
  })

  it('refused once, and good after that, are used for all that is queued', async () => {
    const { client, sent } = scriptedClient((_, index) => (index === 1 ? 401 : emptyPage), { concurrency: 1 })
    await client.sites.list()
    const calls = Array.from({ length: 5 }, async () => client.sites.list())
    const outcomes = await Promise.allSettled(calls)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', ...Array.from({ length: 4 }, () => 'fulfilled')])
    expect(sent).toHaveLength(6)
  })
})

describe('a bearer function', () => {
  it('is asked for each request, and again after a 401', async () => {
    let token = 0
    const { client, sent } = scriptedClient(
      ({ headers }) => (headers.get('authorization') === 'Bearer t1' ? 401 : emptyPage),
      {
        auth: { kind: 'bearer', token: () => `t${++token}` },
      },
    )
    await client.sites.list()
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer t1', 'Bearer t3'])
  })

  it('that gives the same token again after a 401 costs one request', async () => {
    const { client, sent } = scriptedClient(() => 401, {
      auth: { kind: 'bearer', token: async () => 'same' },
      retries: 3,
    })
    expect(await rejection(client.sites.list())).toMatchObject({ code: 'authentication' })
    expect(sent).toHaveLength(1)
  })

  it('whose next token is good is not held against the one before', async () => {
    let token = 'old'
    const { client } = scriptedClient(
      ({ headers }) => (headers.get('authorization') === 'Bearer new' ? emptyPage : 401),
      {
        auth: { kind: 'bearer', token: () => token },
      },
    )
    await rejection(client.sites.list())
    token = 'new'
    expect(await client.sites.list()).toMatchObject({ count: 0 })
  })

  it.each([
    ['throws', () => Promise.reject(new Error('hunter2 is wrong'))],
    ['gives nothing', () => undefined],
    ['gives two lines', () => 'a\r\nx-evil: 1'],
  ])('that %s is an error without a request, which does not repeat what it said', async (_, token) => {
    const { client, sent } = scriptedClient(() => emptyPage, { auth: { kind: 'bearer', token: token as () => string } })
    const error = await rejection(client.sites.list())
    expect(error).toMatchObject({ code: 'authentication' })
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2')
    expect(sent).toEqual([])
  })

  it('that never answers ends with the caller', async () => {
    const { client } = scriptedClient(() => emptyPage, {
      auth: { kind: 'bearer', token: () => new Promise(() => undefined) },
    })
    const controller = new AbortController()
    const outcome = rejection(client.sites.list({}, { signal: controller.signal }))
    controller.abort()
    expect(await outcome).toMatchObject({ code: 'aborted' })
  })
})

describe('errors', () => {
  it('repeat nothing that the server echoes', async () => {
    const secret = 'hunter2-plain'
    const auth = { ...basic, password: secret }
    const encoded = Buffer.from(`${basic.username}:${secret}`).toString('base64')
    for (const echoed of [secret, encoded, `v.${encoded.replaceAll('=', '')}`]) {
      const { client } = scriptedClient(
        () => refused(400, { message: echoed, subcode: echoed, reason: echoed }, { 'x-request-id': echoed }),
        { auth },
      )
      const error = await rejection(client.people.list({ search: 'private words' }))
      const shown = `${JSON.stringify(error)} ${String(error)} ${JSON.stringify(Object.getOwnPropertyDescriptors(error))}`
      expect(shown).not.toContain(secret)
      expect(shown).not.toContain(encoded.replaceAll('=', ''))
      expect(shown).not.toContain('private')
    }
  })

  it('tell status, subcode, request id, route and attempts', async () => {
    const { client } = scriptedClient(() =>
      refused(400, { subcode: 'validation.common.field.invalid.enum' }, { 'x-request-id': '6f2c-1' }),
    )
    expect(await rejection(client.roster.list('some group'))).toMatchObject({
      name: 'XMattersClientError',
      code: 'bad-request',
      status: 400,
      subcode: 'validation.common.field.invalid.enum',
      serverRequestId: '6f2c-1',
      route: '/groups/{group}/members',
      attempts: 1,
    })
  })

  it('keep of a cause its name, code and message, without the query of an address', async () => {
    const { client } = scriptedClient(() => {
      const socket = Object.assign(new Error('connect ECONNREFUSED https://acme.xmatters.com/x?search=private'), {
        code: 'ECONNREFUSED',
        headers: 'hunter2',
      })
      throw new TypeError('fetch failed', { cause: socket })
    })
    const error = (await rejection(client.sites.list())) as Error
    expect(error.cause).toEqual({
      name: 'Error',
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED https://acme.xmatters.com/x?',
    })
  })

  it('of a redirect name no target, and none is followed', async () => {
    const { client, sent } = scriptedClient(() => Response.redirect('https://evil.example/?hunter2', 307))
    const error = await rejection(client.sites.list())
    expect(error).toMatchObject({ code: 'unsafe-link', status: 307 })
    expect(String(error)).not.toContain('evil')
    expect(sent).toHaveLength(1)
  })

  it('refuse the answer of a fetch that followed a redirect all the same', async () => {
    const followed = Object.defineProperty(Response.json(emptyPage), 'redirected', { value: true })
    const { client } = scriptedClient(() => followed)
    expect(await rejection(client.sites.list())).toMatchObject({ code: 'unsafe-link' })
  })
})
