import 'ky'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClientEvent, XMattersClientOptions } from '../../../src/xmatters/index.ts'
import { emptyPage, page, refused, rejection, scriptedClient, type SentRequest } from '../support/scripted-fetch.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

type Script = Parameters<typeof scriptedClient>[0]

/** A client with the default retries, and what `sites.list` comes to while time runs. */
function world(script: Script, options: Partial<XMattersClientOptions> = {}) {
  const events: ClientEvent[] = []
  const { client, sent } = scriptedClient(script, {
    retries: 3,
    onEvent: (event) => void events.push(event),
    ...options,
  })
  const run = async (call: () => PromiseLike<unknown> = () => client.sites.list()): Promise<unknown> => {
    const outcome = Promise.resolve(call()).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    await vi.runAllTimersAsync()
    return outcome
  }
  return { client, sent, events, run }
}

const reset = (): never => {
  throw Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
  })
}
const brokenBody = (): Response =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"count":')),
      pull: () => {
        throw new TypeError('terminated')
      },
    }),
  )
const hang = (): Promise<never> => new Promise(() => undefined)
const hangingBody = (): Response =>
  new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) }))

const transient: readonly [string, () => Response | number | string | Promise<never>, string][] = [
  ['429', () => 429, 'rate-limited'],
  ['500', () => 500, 'server-error'],
  ['502 in HTML', () => new Response('<html>', { status: 502 }), 'server-error'],
  ['503', () => 503, 'server-error'],
  ['504 without a body', () => new Response(null, { status: 504 }), 'server-error'],
  ['a reset', reset, 'connection'],
  ['a reset in the middle of the body', brokenBody, 'connection'],
  ['a body cut off', () => '{"count":1,"data":[{"id":', 'connection'],
  ['no answer in time', hang, 'timeout'],
  ['no end of the body in time', hangingBody, 'timeout'],
]

const final: readonly [string, () => Response | number | string, string][] = [
  ['400', () => 400, 'bad-request'],
  ['400 that means not found', () => refused(400, { subcode: 'validation.person.person_not_exists' }), 'not-found'],
  ['401', () => 401, 'authentication'],
  ['403', () => 403, 'permission'],
  ['404', () => 404, 'not-found'],
  [
    '404 in HTML',
    () => new Response('<html>', { status: 404, headers: { 'content-type': 'text/html' } }),
    'not-xmatters',
  ],
  ['408', () => 408, 'timeout'],
  ['409', () => 409, 'bad-request'],
  ['501', () => 501, 'server-error'],
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } }),
    'unsafe-link',
  ],
  ['HTML', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }), 'not-xmatters'],
  ['no body', () => new Response(null, { status: 204 }), 'invalid-response'],
  ['an empty body', () => '', 'invalid-response'],
  ['JSON of something else', () => '{"hello":"world"}', 'invalid-response'],
  ['a text', () => '"hello"', 'invalid-response'],
  ['a body too large', () => `"${'x'.repeat(2000)}"`, 'response-too-large'],
]

describe('retries', () => {
  it.each(transient)('%s is tried again, and goes well', async (_, answer) => {
    const { run, sent } = world((_request, index) => (index < 3 ? answer() : emptyPage))
    expect(await run()).toMatchObject({ value: { count: 0 } })
    expect(sent).toHaveLength(4)
  })

  it.each(transient)('%s is given up after three retries', async (_, answer, code) => {
    const { run, sent } = world(answer)
    expect(await run()).toMatchObject({ error: { code, route: '/sites', attempts: 4 } })
    expect(sent).toHaveLength(4)
  })

  it.each(final)('%s is final after one request', async (_, answer, code) => {
    const { run, sent } = world(answer, { maxResponseBytes: 1000 })
    expect(await run()).toMatchObject({ error: { code, route: '/sites', attempts: 1 } })
    expect(sent).toHaveLength(1)
  })

  it('wait longer each time, with jitter, and say so', async () => {
    const { run, events } = world(() => 500)
    await run()
    const waits = events.flatMap((event) => (event.kind === 'retry' ? [event.waitMs] : []))
    expect(waits).toHaveLength(3)
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(250 * 2 ** index)
      expect(wait).toBeLessThanOrEqual(500 * 2 ** index)
    }
  })

  it('can be turned off', async () => {
    const { run, sent } = world(() => 500, { retries: 0 })
    expect(await run()).toMatchObject({ error: { attempts: 1 } })
    expect(sent).toHaveLength(1)
  })

  it('of a call end at its total time, whatever is still allowed', async () => {
    const { run, sent } = world(hang, { timeoutMs: 1000, totalTimeoutMs: 2200, retries: 50 })
    const began = Date.now()
    expect(await run()).toMatchObject({ error: { code: 'timeout', message: expect.stringContaining('2200 ms') } })
    expect(Date.now() - began).toBe(2200)
    expect(sent).toHaveLength(2)
  })

  it('leave no timer behind, whatever came of them', async () => {
    for (const [, answer] of [...transient, ...final]) {
      const { run } = world(answer)
      await run()
      expect(vi.getTimerCount()).toBe(0)
    }
  })

  it.each([
    ['in seconds', () => ({ 'retry-after': '7' })],
    ['as a date', () => ({ 'retry-after': new Date(Date.now() + 7000).toUTCString() })],
  ])('honour Retry-After %s, for all calls', async (_, headers) => {
    const times: number[] = []
    const began = Date.now()
    const { client, run, events } = world((_request, index) => {
      times.push(Date.now() - began)
      return index === 0 ? refused(429, {}, headers()) : emptyPage
    })
    await run(async () => Promise.all([client.sites.list(), client.roles.list(), client.people.list()]))
    expect(times[0]).toBe(0)
    expect(Math.min(...times.slice(1))).toBeGreaterThanOrEqual(6000)
    expect(events).toContainEqual(expect.objectContaining({ kind: 'pause', reason: 'rate-limited' }))
  })

  it('cap a Retry-After of hours, and tell it in the error', async () => {
    const began = Date.now()
    const { run } = world((_request, index) => (index === 0 ? refused(503, {}, { 'retry-after': '3600' }) : emptyPage))
    expect(await run()).toMatchObject({ value: {} })
    expect(Date.now() - began).toBe(120_000)
    const { run: runInVain } = world(() => refused(429, {}, { 'retry-after': '3600' }), { retries: 0 })
    expect(await runInVain()).toMatchObject({ error: { code: 'rate-limited', retryAfterMs: 3_600_000 } })
  })

  it('after a 429 without Retry-After hold all calls longer each time', async () => {
    const { run, events } = world(() => 429)
    await run()
    const pauses = events.flatMap((event) => (event.kind === 'pause' ? [event.waitMs] : []))
    expect(pauses).toHaveLength(4)
    for (const [index, wait] of pauses.entries()) expect(wait).toBeGreaterThanOrEqual(500 * 2 ** index)
  })

  it('count several 429 that were under way together as one', async () => {
    let answered = 0
    const { client, events } = world(() => (answered++ === 0 ? emptyPage : 429), { retries: 0 })
    await client.sites.list()
    await Promise.allSettled([client.sites.list(), client.roles.list(), client.people.list(), client.services.list()])
    expect(events.filter(({ kind }) => kind === 'pause')).toHaveLength(1)
    await vi.runAllTimersAsync()
  })

  it('do not nest: a list asks four times, not sixteen', async () => {
    const { client, run, sent } = world(() => 503)
    await run(async () => client.onCall.get('a'))
    expect(sent).toHaveLength(4)
  })
})

describe('cancellation', () => {
  const places: readonly [string, (request: SentRequest) => ReturnType<Script>][] = [
    ['while the answer is awaited', hang],
    ['while the body comes', hangingBody],
    ['while a retry is awaited', () => 500],
    ['while all are paused', () => refused(429, {}, { 'retry-after': '60' })],
  ]

  it.each(places)('%s ends the call at once, with nothing left', async (_, answer) => {
    const { client } = scriptedClient(answer, { retries: 3 })
    const controller = new AbortController()
    const add = vi.spyOn(controller.signal, 'addEventListener')
    const remove = vi.spyOn(controller.signal, 'removeEventListener')
    const outcome = rejection(client.sites.list({}, { signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(10)
    controller.abort(new Error('enough'))
    expect(await outcome).toMatchObject({ code: 'aborted', name: 'AbortedError', cause: { message: 'enough' } })
    expect(vi.getTimerCount()).toBe(0)
    expect(remove.mock.calls.length).toBeGreaterThanOrEqual(add.mock.calls.length)
  })

  it('before the call sends nothing', async () => {
    const { client, sent } = scriptedClient(() => emptyPage)
    expect(await rejection(client.sites.list({}, { signal: AbortSignal.abort() }))).toMatchObject({ code: 'aborted' })
    expect(sent).toEqual([])
  })

  it('of one call leaves the others alone', async () => {
    const { client } = scriptedClient(({ path }) => (path === '/roles' ? hang() : page([{ id: 's', name: 'Site' }])))
    const controller = new AbortController()
    const site = await client.sites.list()
    const outcome = rejection(client.roles.list({}, { signal: controller.signal }))
    const other = client.sites.list()
    controller.abort()
    expect(await outcome).toMatchObject({ code: 'aborted' })
    expect(await other).toEqual(site)
  })

  it('hands the fetch a signal of its own, not that of the caller', async () => {
    const { client, sent } = scriptedClient(() => emptyPage)
    const { signal } = new AbortController()
    await client.sites.list({}, { signal })
    expect(sent[0]!.signal).toBeInstanceOf(AbortSignal)
    expect(sent[0]!.signal).not.toBe(signal)
  })
})

describe('observers', () => {
  it('see each request with its route, attempt, status, bytes and time, and no address', async () => {
    const { client, run, events } = world((_request, index) => (index === 0 ? 503 : page([{ id: 'a', name: 'A' }])))
    await run(async () => client.sites.list({ search: 'hunter2' }))
    const kinds = ['request', 'done', 'pause', 'retry', 'request', 'done', 'page']
    expect(events.map(({ kind }) => kind)).toEqual(kinds)
    expect(events.filter(({ kind }) => kind === 'done')).toEqual([
      expect.objectContaining({ requestId: 1, route: '/sites', attempt: 1, status: 503, code: 'server-error' }),
      expect.objectContaining({ requestId: 1, route: '/sites', attempt: 2, status: 200, code: null, bytes: 52 }),
    ])
    expect(events.at(-1)).toEqual({ kind: 'page', route: '/sites', count: 1, total: 1, issues: 0 })
    expect(JSON.stringify(events)).not.toContain('hunter2')
  })

  it('that throw or reject harm nothing', async () => {
    const throwing = () => {
      throw new Error('observer')
    }
    const rejecting = (): void => Promise.reject(new Error('observer')) as unknown as void
    for (const onEvent of [throwing, rejecting]) {
      const { run } = world(() => emptyPage, { onEvent })
      expect(await run()).toMatchObject({ value: { count: 0 } })
    }
  })
})
