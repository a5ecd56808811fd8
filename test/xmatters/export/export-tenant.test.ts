import { describe, expect, it } from 'vitest'
import { createFakeXMatters } from '../../../src/testing/index.ts'
import { type ExportProgress, XMattersClient, type XMattersClientOptions } from '../../../src/xmatters/index.ts'
import {
  basic,
  emptyPage,
  page,
  refused,
  rejection,
  scriptedClient,
  type SentRequest,
} from '../support/scripted-fetch.ts'
import { recipient, rosterOf, shiftsOf, smallInstance } from '../support/small-instance.ts'

const now = '2026-11-23T12:00:00Z'

function fakeWorld(
  options: Parameters<typeof createFakeXMatters>[0] = {},
  clientOptions: Partial<XMattersClientOptions> = {},
) {
  const fake = createFakeXMatters({ seed: 11, people: 60, groups: 14, now, ...options })
  const client = new XMattersClient({
    baseUrl: fake.baseUrl,
    fetch: fake.fetch,
    auth: basic,
    retries: 0,
    ...clientOptions,
  })
  const asked = (pattern: RegExp): number => fake.requests.filter(({ path }) => pattern.test(path)).length
  return { fake, client, asked }
}

describe('a whole export', () => {
  it('is what the instance holds, each row once, as plain JSON', async () => {
    const { fake, client } = fakeWorld()
    const tenant = await client.exportTenant({ now })
    expect(tenant).toMatchObject({
      origin: fake.tenant.origin,
      capturedAt: now,
      selection: null,
      completeness: { complete: true, gaps: [] },
    })
    const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).sort()
    for (const resource of ['people', 'devices', 'groups', 'shifts', 'absences', 'sites', 'services'] as const) {
      expect(ids(tenant[resource])).toEqual(ids(fake.tenant[resource]))
    }
    expect(tenant.roster).toHaveLength(fake.tenant.roster.length)
    expect(JSON.parse(JSON.stringify(tenant))).toEqual(tenant)
  })

  it('needs the pages of each list, one roster and one shifts request per group that can have them, and no more', async () => {
    const { fake, client, asked } = fakeWorld({ pageSize: 10 })
    const tenant = await client.exportTenant({ now })
    const pages = (count: number): number => Math.max(1, Math.ceil(count / 10))
    expect(asked(/\/people$/)).toBe(pages(tenant.people.length))
    expect(asked(/\/devices$/)).toBe(pages(tenant.devices.length))
    expect(asked(/\/members$/)).toBe(
      tenant.groups.reduce(
        (sum, { id }) => sum + pages(tenant.roster.filter(({ group }) => group.id === id).length),
        0,
      ),
    )
    expect(asked(/\/shifts$/)).toBe(
      tenant.groups.filter(({ groupType }) => groupType !== 'BROADCAST' && groupType !== 'DYNAMIC').length,
    )
    expect(asked(/\/(?:shifts|people|devices)\/[^/]+/)).toBe(0)
    expect(fake.requests.every(({ method }) => method === 'GET')).toBe(true)
  })

  it('is the same whatever the size of the pages', async () => {
    // Links name the page, and only slots that are read apart name their shift.
    const bare = (tenant: object): unknown =>
      JSON.parse(
        JSON.stringify(tenant, (key, value: unknown) => (key === 'links' || key === 'shift' ? undefined : value)),
      )
    const whole = await fakeWorld().client.exportTenant({ now })
    expect(bare(await fakeWorld({ pageSize: 3 }).client.exportTenant({ now }))).toEqual(bare(whole))
  })

  it('tells how far it is, up to known totals', async () => {
    const { client } = fakeWorld({ pageSize: 25 })
    const last = new Map<string, ExportProgress>()
    const tenant = await client.exportTenant({
      now,
      onProgress: (progress) => {
        expect(progress.done).toBeGreaterThan(last.get(progress.resource)?.done ?? -1)
        last.set(progress.resource, progress)
      },
    })
    for (const resource of ['people', 'devices', 'sites'] as const) {
      expect(last.get(resource)).toEqual({ resource, done: tenant[resource].length, total: tenant[resource].length })
    }
    expect(last.get('roster')).toEqual({ resource: 'roster', done: 14, total: 14 })
  })

  // Vitest fails a run in which a rejection was left to nobody.
  it.each([
    [
      'throws',
      (): void => {
        throw new Error('bar')
      },
    ],
    [
      'rejects',
      async (): Promise<void> => {
        throw new Error('bar')
      },
    ],
  ])('is not harmed by a progress callback that %s', async (_, onProgress) => {
    expect((await fakeWorld().client.exportTenant({ now, onProgress })).completeness.complete).toBe(true)
  })

  it.each([
    ['days away', -3 * 86_400_000, true],
    ['seconds away', 20_000, true],
    ['the same', -900, false],
  ])("tells the instance's clock where it is %s", async (_, skewMs, isTold) => {
    const date = new Date(Math.floor((Date.now() + skewMs) / 1000) * 1000)
    const { fake, client } = fakeWorld()
    fake.tenant.capturedAt = date.toISOString()
    const { instanceTime } = await client.exportTenant()
    expect(instanceTime).toBe(isTold ? date.toISOString().replace('.000Z', 'Z') : undefined)
    expect(await client.exportTenant({ now })).not.toHaveProperty('instanceTime')
  })

  it('takes the clock for the instant of the capture, and refuses one that is none', async () => {
    const { client } = fakeWorld()
    const before = Date.now()
    const { capturedAt } = await client.exportTenant()
    expect(Date.parse(capturedAt)).toBeGreaterThanOrEqual(before)
    expect((await client.exportTenant({ now: '2026-11-23T13:00+01:00' })).capturedAt).toBe(now)
    expect(await rejection(client.exportTenant({ now: 'today' }))).toMatchObject({ code: 'invalid-argument' })
  })

  it('has the rules of dynamic groups, by one list more where there are such groups', async () => {
    const { client, sent } = scriptedClient(
      smallInstance({
        '/groups': ({ url }) =>
          url.searchParams.get('groupType') === 'DYNAMIC'
            ? page([{ id: 'd', groupType: 'DYNAMIC', criteria: { operand: 'AND' } }])
            : page([{ id: 'd', groupType: 'DYNAMIC', status: 'ACTIVE' }]),
      }),
    )
    const { groups } = await client.exportTenant()
    expect(groups).toEqual([{ id: 'd', groupType: 'DYNAMIC', status: 'ACTIVE', criteria: { operand: 'AND' } }])
    expect(sent.filter(({ path }) => path.startsWith('/groups/')).map(({ path }) => path)).toEqual([
      '/groups/d/members',
    ])
  })

  it('asks an older instance again without the exclusions that it refuses to embed, once', async () => {
    const groups = Array.from({ length: 40 }, (_, index) => ({ id: `g${index}` }))
    const answers = Object.fromEntries(
      groups.map(({ id }) => [
        `/groups/${id}/shifts`,
        ({ url }: { url: URL }) =>
          url.search.includes('exclusions')
            ? refused(400, { subcode: 'validation.embed' })
            : shiftsOf(id, recipient('p')),
      ]),
    )
    const { client, sent } = scriptedClient(
      smallInstance({ '/groups': page(groups), '/people': page([{ id: 'p' }]), ...answers }),
    )
    const tenant = await client.exportTenant()
    expect(tenant.shifts).toHaveLength(40)
    expect(tenant.completeness).toEqual({ complete: true, gaps: [] })
    expect(sent.filter(({ url }) => url.search.includes('exclusions')).length).toBeLessThan(13)
  })

  it('reads members apart where an instance does not embed them', async () => {
    const { client } = scriptedClient(
      smallInstance({
        '/groups': page([{ id: 'g' }]),
        '/people': page([{ id: 'p' }]),
        '/groups/g/shifts': page([{ id: 's' }]),
        '/groups/g/shifts/s/members': page([{ position: 1, recipient: recipient('p') }]),
      }),
    )
    const { shifts } = await client.exportTenant()
    expect(shifts).toEqual([{ id: 's', group: { id: 'g' }, members: [{ position: 1, recipient: recipient('p') }] }])
  })
})

describe('what an export could not read', () => {
  const gapsOf = async (answers: Parameters<typeof smallInstance>[0]): Promise<string[]> => {
    const { client } = scriptedClient(smallInstance(answers))
    const { completeness } = await client.exportTenant()
    expect(completeness.complete).toBe(completeness.gaps.every(({ reason }) => reason === 'duplicate'))
    return completeness.gaps.map(({ resource, group, reason }) => [resource, group, reason].filter(Boolean).join(' '))
  }

  it.each(['people', 'devices', 'groups', 'sites', 'services'])('a forbidden list is a gap: %s', async (resource) => {
    expect(await gapsOf({ [`/${resource}`]: 403 })).toEqual([`${resource} forbidden`])
  })

  it('a list that an instance does not have is a gap', async () => {
    expect(await gapsOf({ '/services': 404, '/temporary-absences': 400 })).toEqual(
      expect.arrayContaining(['services failed', 'absences failed']),
    )
  })

  it('parts of groups that are refused, gone or broken are gaps of those groups', async () => {
    const groups = page(['a', 'b', 'c', 'd'].map((id) => ({ id })))
    const gaps = await gapsOf({
      '/groups': groups,
      '/groups/a/members': 403,
      '/groups/b/shifts': 404,
      '/groups/c/shifts': 500,
      '/groups/d/members': new Response('<html>'),
    })
    expect(gaps.sort()).toEqual(['roster a forbidden', 'roster d failed', 'shifts b failed', 'shifts c failed'])
  })

  it('totals that do not add up, unreadable and repeated rows are gaps', async () => {
    const gaps = await gapsOf({
      '/groups': page([{ id: 'g' }]),
      '/people': page([{ id: 'p' }, null, { id: 'p' }], { total: 3 }),
      '/groups/g/shifts': page([{ id: 's', members: [null, { position: 1, recipient: recipient('p') }] }]),
    })
    expect(gaps.sort()).toEqual([
      'people duplicate',
      'people total-mismatch',
      'people unreadable',
      'shifts g unreadable',
    ])
  })

  it('a row that came twice is told of, and nothing is missing for that', async () => {
    const { client } = scriptedClient(smallInstance({ '/people': page([{ id: 'p' }, { id: 'p' }], { total: 1 }) }))
    const { people, completeness } = await client.exportTenant()
    expect(people).toHaveLength(1)
    expect(completeness).toMatchObject({ complete: true, gaps: [{ reason: 'duplicate' }] })
  })

  it('a shift that two groups show is in it once', async () => {
    const shift = (group: string) => page([{ id: 's', group: { id: group }, members: [] }])
    const { client } = scriptedClient(
      smallInstance({
        '/groups': page([{ id: 'a' }, { id: 'b' }]),
        '/groups/a/shifts': shift('a'),
        '/groups/b/shifts': shift('b'),
      }),
    )
    const { shifts, completeness } = await client.exportTenant()
    expect(shifts).toHaveLength(1)
    expect(completeness.gaps).toMatchObject([{ resource: 'shifts', reason: 'duplicate' }])
  })

  it('who is named and not among what the account may see is a gap: lists are narrowed without a word', async () => {
    const gaps = await gapsOf({
      '/groups': page([{ id: 'g', supervisors: [{ id: 'boss' }] }]),
      '/people': page([{ id: 'p' }]),
      '/groups/g/members': rosterOf('g', recipient('p'), recipient('q')),
      '/groups/g/shifts': shiftsOf('g', recipient('hidden', 'GROUP'), recipient('device', 'DEVICE'), recipient('p')),
      '/temporary-absences': page([{ id: 'a', member: { id: 'p' }, replacement: { id: 'r' } }]),
    })
    expect(gaps).toEqual(['devices filtered', 'groups filtered', 'people filtered'])
  })

  it('of a list that was refused nobody is missing: all are', async () => {
    const gaps = await gapsOf({
      '/groups': page([{ id: 'g' }]),
      '/people': 403,
      '/groups/g/members': rosterOf('g', recipient('p')),
    })
    expect(gaps).toEqual(['people forbidden'])
  })

  it('names some of those that are missing', async () => {
    const many = Array.from({ length: 9 }, (_, index) => recipient(`p${index}`))
    const { client } = scriptedClient(
      smallInstance({ '/groups': page([{ id: 'g' }]), '/groups/g/members': rosterOf('g', ...many) }),
    )
    const { gaps } = (await client.exportTenant()).completeness
    expect(gaps[0]?.message).toMatch(/^people: p0, p1, p2 and 6 more /)
  })
})

describe('an export that cannot go on', () => {
  it.each([
    ['a list fails for good', { '/people': 500 }, 'server-error'],
    ['a list is no list', { '/devices': { hello: 1 } }, 'invalid-response'],
    ['a list is HTML', { '/groups': new Response('<html>') }, 'not-xmatters'],
    [
      'a list leads elsewhere',
      { '/sites': page([{ id: 'a' }], { total: 2, links: { next: 'https://evil.example' } }) },
      'unsafe-link',
    ],
    ['the credentials are refused', { '/people': 401 }, 'authentication'],
  ])('rejects when %s, and what was under way has ended', async (_, answers, code) => {
    const groups = page(Array.from({ length: 300 }, (__, index) => ({ id: `g${index}` })))
    const { client, sent } = scriptedClient(smallInstance({ '/groups': groups, ...answers }))
    expect(await rejection(client.exportTenant())).toMatchObject({ code })
    const { length } = sent
    expect(length).toBeLessThan(60)
    await new Promise(setImmediate)
    expect(sent).toHaveLength(length)
  })

  it('rejects when one group after the other fails: the instance is down', async () => {
    const groups = Array.from({ length: 300 }, (_, index) => ({ id: `g${index}` }))
    let isDown = false
    const { client, sent } = scriptedClient(({ path }) => {
      if (path === '/groups') return page(groups)
      isDown ||= path.startsWith('/groups/g20/')
      return isDown ? 502 : page([])
    })
    expect(await rejection(client.exportTenant())).toMatchObject({ code: 'server-error' })
    expect(sent.length).toBeLessThan(90)
  })

  it('rejects with what went wrong, not with how the rest of it was ended', async () => {
    const hanging = async ({ signal }: SentRequest): Promise<Response> =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('ended'))))
    const { client } = scriptedClient(
      (request) => {
        if (request.path === '/groups') return page([{ id: 'g' }])
        if (request.path === '/groups/g/shifts') return 401
        return /people|members/.test(request.path) ? hanging(request) : emptyPage
      },
      { concurrency: 8 },
    )
    expect(await rejection(client.exportTenant())).toMatchObject({ code: 'authentication' })
  })

  it('rejects at once when aborted', async () => {
    const { client, fake } = fakeWorld()
    const controller = new AbortController()
    const outcome = rejection(
      client.exportTenant({
        signal: controller.signal,
        onProgress: ({ resource }) => resource === 'roster' && controller.abort(),
      }),
    )
    expect(await outcome).toMatchObject({ code: 'aborted' })
    const { length } = fake.requests
    await new Promise(setImmediate)
    expect(fake.requests).toHaveLength(length)
  })
})
