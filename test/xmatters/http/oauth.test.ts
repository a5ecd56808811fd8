import 'ky'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClientAuth, ClientEvent, OAuthTokens, XMattersClientOptions } from '../../../src/xmatters/index.ts'
import { emptyPage, refused, rejection, scriptedClient, type SentRequest } from '../support/scripted-fetch.ts'

const start = Date.parse('2026-11-23T12:00:00Z')
beforeEach(() => void vi.useFakeTimers({ now: start }))
afterEach(() => void vi.useRealTimers())

const password: ClientAuth = { kind: 'oauth', clientId: 'client-1', username: 'zoë', password: 'p&ss=wörd' }

interface TokenService {
  /** Answers the nth token request; default: tokens `a1`/`r1`, `a2`/`r2`, ... with 900 seconds, refresh tokens for one use. */
  readonly token?: (form: URLSearchParams, index: number) => ReturnType<Parameters<typeof scriptedClient>[0]>
  readonly read?: (request: SentRequest) => ReturnType<Parameters<typeof scriptedClient>[0]>
}

function world(
  auth: ClientAuth,
  { token, read = () => emptyPage }: TokenService = {},
  options: Partial<XMattersClientOptions> = {},
) {
  const forms: Record<string, string>[] = []
  const events: ClientEvent[] = []
  const { client, sent } = scriptedClient(
    (request) => {
      if (request.path !== '/oauth2/token') return read(request)
      expect(request.method).toBe('POST')
      expect(request.url.search).toBe('')
      expect(request.headers.get('content-type')).toBe('application/x-www-form-urlencoded')
      expect(request.headers.has('authorization')).toBe(false)
      const form = new URLSearchParams(request.body)
      forms.push(Object.fromEntries(form))
      return token?.(form, forms.length) ?? tokens(forms.length)
    },
    { auth, onEvent: (event) => void events.push(event), ...options },
  )
  const bearers = (): (string | null)[] =>
    sent.filter(({ path }) => path !== '/oauth2/token').map(({ headers }) => headers.get('authorization'))
  return { client, sent, forms, events, bearers }
}

const tokens = (index: number, extra: object = {}) => ({
  access_token: `a${index}`,
  token_type: 'bearer',
  refresh_token: `r${index}`,
  expires_in: 900,
  ...extra,
})

describe('OAuth', () => {
  it('gets a token by password, in a form body, and uses it', async () => {
    const { client, forms, bearers } = world(password)
    await client.sites.list()
    await client.sites.list()
    expect(forms).toEqual([{ grant_type: 'password', client_id: 'client-1', username: 'zoë', password: 'p&ss=wörd' }])
    expect(bearers()).toEqual(['Bearer a1', 'Bearer a1'])
  })

  it('asks for one token, however many calls wait', async () => {
    const { client, forms } = world(password)
    await Promise.all(Array.from({ length: 20 }, () => client.sites.list()))
    expect(forms).toHaveLength(1)
  })

  it('replaces a token before it ends, by refresh, and hands the pair over before it is used', async () => {
    const kept: OAuthTokens[] = []
    const { client, forms, bearers } = world({
      kind: 'oauth',
      clientId: 'c',
      refreshToken: 'r0',
      onTokens: (pair) => {
        expect(bearers()).toHaveLength(kept.length)
        kept.push(pair)
      },
    })
    await client.sites.list()
    vi.setSystemTime(start + 875_000)
    await client.sites.list()
    expect(forms.map(({ refresh_token }) => refresh_token)).toEqual(['r0', 'r1'])
    expect(kept).toEqual([
      { accessToken: 'a1', refreshToken: 'r1', expiresAt: '2026-11-23T12:15:00Z' },
      { accessToken: 'a2', refreshToken: 'r2', expiresAt: '2026-11-23T12:29:35Z' },
    ])
  })

  it('uses no token before the host has stored the pair', async () => {
    let stored: () => void = () => undefined
    const onTokens = async (): Promise<void> => new Promise((resolve) => (stored = resolve))
    const { client, bearers } = world({ kind: 'oauth', clientId: 'c', refreshToken: 'r0', onTokens })
    const outcome = Promise.resolve(client.sites.list())
    await vi.advanceTimersByTimeAsync(100)
    expect(bearers()).toEqual([])
    stored()
    await outcome
    expect(bearers()).toEqual(['Bearer a1'])
  })

  it.each([
    [{ expires_in: '900' }, '2026-11-23T12:15:00Z'],
    [{ expires_in: undefined }, null],
    [{ expires_in: -1 }, null],
    [{ refresh_token: undefined }, '2026-11-23T12:15:00Z'],
  ])('reads an answer with %o', async (extra, expiresAt) => {
    const kept: OAuthTokens[] = []
    const auth: ClientAuth = {
      kind: 'oauth',
      clientId: 'c',
      refreshToken: 'r0',
      onTokens: (pair) => void kept.push(pair),
    }
    const { client } = world(auth, { token: () => tokens(1, extra) })
    await client.sites.list()
    expect(kept).toMatchObject([{ accessToken: 'a1', expiresAt }])
    expect(kept[0]!.refreshToken).toBe('refresh_token' in extra ? 'r0' : 'r1')
  })

  it('after a 401 gets a new token once, and asks again', async () => {
    const { client, forms, bearers } = world(password, {
      read: ({ headers }) => (headers.get('authorization') === 'Bearer a1' ? 401 : emptyPage),
    })
    expect(await client.sites.list()).toMatchObject({ count: 0 })
    expect(forms).toHaveLength(2)
    expect(bearers()).toEqual(['Bearer a1', 'Bearer a2'])
  })

  it('after a 401 of the new token too gives up, for good', async () => {
    const { client, sent } = world(password, { read: () => 401 }, { retries: 3 })
    await Promise.allSettled([client.sites.list(), client.sites.list(), client.roles.list()])
    expect(await rejection(client.sites.list())).toMatchObject({ code: 'authentication' })
    expect(sent.map(({ path }) => path)).toEqual(['/oauth2/token', '/sites', '/oauth2/token', '/sites'])
  })

  it('does not renew for a late 401 of a token that was replaced already', async () => {
    const late: ((answer: number) => void)[] = []
    let isOld = false
    const { client, forms } = world(password, {
      read: ({ path, headers }) => {
        if (path === '/roles' && headers.get('authorization') === 'Bearer a1')
          return new Promise<number>((resolve) => late.push(resolve))
        return isOld && headers.get('authorization') === 'Bearer a1' ? 401 : emptyPage
      },
    })
    await client.sites.list()
    const slow = [client.roles.list(), client.roles.list()]
    const pages = Promise.all(slow)
    await vi.advanceTimersByTimeAsync(0)
    isOld = true
    await client.sites.list()
    expect(forms).toHaveLength(2)
    for (const resolve of late) resolve(401)
    await pages
    expect(forms).toHaveLength(2)
  })

  it('renews once for many calls that are refused together', async () => {
    const { client, forms } = world(password, {
      read: ({ headers }) => (headers.get('authorization') === 'Bearer a1' ? 401 : emptyPage),
    })
    await Promise.all(Array.from({ length: 8 }, () => client.sites.list()))
    expect(forms).toHaveLength(2)
  })

  it('goes on for the others, and keeps what it got, when a caller gives up', async () => {
    let answer: (value: object) => void = () => undefined
    const kept: OAuthTokens[] = []
    const auth: ClientAuth = {
      kind: 'oauth',
      clientId: 'c',
      refreshToken: 'r0',
      onTokens: (pair) => void kept.push(pair),
    }
    const { client, forms } = world(auth, { token: () => new Promise<object>((resolve) => (answer = resolve)) })
    const controllers = [new AbortController(), new AbortController()]
    const first = rejection(client.sites.list({}, { signal: controllers[0]!.signal }))
    const second = client.roles.list()
    void second.then(() => undefined)
    await vi.advanceTimersByTimeAsync(0)
    controllers[0]!.abort()
    expect(await first).toMatchObject({ code: 'aborted' })
    answer(tokens(1))
    expect(await second).toMatchObject({ count: 0 })
    expect(forms).toHaveLength(1)
    expect(kept).toHaveLength(1)
  })

  it('keeps the answer for later even when everybody gave up', async () => {
    let answer: (value: object) => void = () => undefined
    const auth: ClientAuth = { kind: 'oauth', clientId: 'c', refreshToken: 'r0' }
    const { client, forms, bearers } = world(auth, {
      token: () => new Promise<object>((resolve) => (answer = resolve)),
    })
    const controller = new AbortController()
    const only = rejection(client.sites.list({}, { signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(0)
    controller.abort()
    await only
    answer(tokens(1))
    await vi.advanceTimersByTimeAsync(0)
    await client.sites.list()
    expect(forms).toHaveLength(1)
    expect(bearers()).toEqual(['Bearer a1'])
  })

  it('goes on when onTokens throws, and offers the pair again until it is taken', async () => {
    const offered: string[] = []
    const auth: ClientAuth = {
      kind: 'oauth',
      clientId: 'c',
      refreshToken: 'r0',
      onTokens: async ({ refreshToken }) => {
        offered.push(refreshToken)
        if (offered.length < 3) throw new Error('disk full')
      },
    }
    const { client, forms, events } = world(auth)
    for (let index = 0; index < 4; index++) expect(await client.sites.list()).toMatchObject({ count: 0 })
    expect(offered).toEqual(['r1', 'r1', 'r1'])
    expect(forms).toHaveLength(1)
    expect(events.flatMap((event) => (event.kind === 'tokens' ? [event.delivered] : []))).toEqual([false, false, true])
  })

  it('does not wait forever for onTokens', async () => {
    const auth: ClientAuth = {
      kind: 'oauth',
      clientId: 'c',
      refreshToken: 'r0',
      onTokens: () => new Promise(() => undefined),
    }
    const { client } = world(auth, {}, { timeoutMs: 1000 })
    const outcome = Promise.resolve(client.sites.list())
    await vi.advanceTimersByTimeAsync(1000)
    expect(await outcome).toMatchObject({ count: 0 })
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([400, 401])('whose refresh token is refused (%d) asks once and not again', async (status) => {
    const auth: ClientAuth = { kind: 'oauth', clientId: 'c', refreshToken: 'r0' }
    const { client, sent } = world(auth, { token: () => refused(status) }, { retries: 3 })
    await Promise.allSettled([client.sites.list(), client.roles.list(), client.exportTenant()])
    expect(await client.testConnection()).toMatchObject({ ok: false, code: 'authentication' })
    expect(sent).toHaveLength(1)
  })

  it('falls back to the password once a refresh token has ended', async () => {
    const { client, forms } = world(password, {
      token: (form, index) => (form.get('grant_type') === 'refresh_token' ? 400 : tokens(index)),
    })
    await client.sites.list()
    vi.setSystemTime(start + 900_000)
    await client.sites.list()
    expect(forms.map(({ grant_type }) => grant_type)).toEqual(['password', 'refresh_token', 'password'])
  })

  it('tries the token call again where the service is down, without nesting retries', async () => {
    const { client, forms } = world(password, { token: () => 503 }, { retries: 2 })
    const outcome = rejection(client.sites.list())
    await vi.runAllTimersAsync()
    expect(await outcome).toMatchObject({ code: 'server-error', route: '/oauth2/token' })
    expect(forms).toHaveLength(3)
  })

  it('follows no redirect of the token call', async () => {
    const { client, sent } = world(password, { token: () => Response.redirect('https://evil.example/token', 307) })
    expect(await rejection(client.sites.list())).toMatchObject({ code: 'unsafe-link', route: '/oauth2/token' })
    expect(sent.map(({ url }) => url.origin)).toEqual(['https://acme.xmatters.com'])
  })

  it.each(['', 'null', '{}', '{"access_token":""}', '{"access_token":"a\\nb"}', '<html>', '[]'])(
    'takes %j for no token',
    async (body) => {
      const { client } = world(password, { token: () => body })
      const error = await rejection(client.sites.list())
      expect(error).toMatchObject({ route: '/oauth2/token' })
      expect(JSON.stringify(error) + String(error)).not.toContain('p&ss')
    },
  )
})
