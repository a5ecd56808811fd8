import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFakeXMatters } from '../../src/testing/index.ts'
import { XMattersClient } from '../../src/xmatters/index.ts'
import { basic, emptyPage, page, rejection, scriptedClient } from './support/scripted-fetch.ts'

const window = { from: '2026-11-23T12:00:00Z', to: '2026-11-30T12:00:00Z' }

const observeRow = async (row: object) => {
  const { client } = scriptedClient(() => page([{ group: { id: 'g', targetName: 'Payments' }, ...row }]))
  const [observation] = await client.observeOnCall({ groups: ['g'], ...window })
  return observation!
}

describe('observeOnCall', () => {
  it('asks for any number of groups, each once, at most 30 at a time and in addresses that servers take', async () => {
    const group = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 })
    await fc.assert(
      fc.asyncProperty(fc.array(group, { maxLength: 150 }), async (groups) => {
        const { client, sent } = scriptedClient(() => emptyPage)
        await client.observeOnCall({ groups, ...window })
        const asked = sent.map(({ url }) =>
          /[?&]groups=([^&]*)/.exec(url.search)![1]!.split(',').map(decodeURIComponent),
        )
        expect(asked.flat().sort()).toEqual([...new Set(groups)].sort())
        for (const batch of asked) expect(batch.length).toBeLessThanOrEqual(30)
        for (const { url } of sent) expect(url.href.length).toBeLessThan(8000)
        for (const { url } of sent) {
          expect(Object.fromEntries(url.searchParams)).toMatchObject({
            ...window,
            membersPerShift: '100',
            embed: 'shift,members.owner',
          })
        }
      }),
      { numRuns: 50 },
    )
  })

  it('uses as few requests as the endpoint allows', async () => {
    const { client, sent } = scriptedClient(() => emptyPage)
    await client.observeOnCall({
      groups: Array.from({ length: 95 }, (_, index) => `5d1f0b6f-0000-4d1c-9f7a-0000000000${index}`),
      ...window,
    })
    expect(sent).toHaveLength(4)
  })

  it('splits groups whose names make an address too long', async () => {
    const { client, sent } = scriptedClient(() => emptyPage)
    const groups = Array.from({ length: 30 }, (_, index) => `${index}${'世'.repeat(98)}`)
    await client.observeOnCall({ groups, ...window })
    expect(sent.length).toBeGreaterThan(1)
    for (const { url } of sent) expect(url.href.length).toBeLessThan(8000)
  })

  it.each([
    [{ to: window.from }, /after it begins/],
    [{ to: '2026-11-22T12:00:00Z' }, /after it begins/],
    [{ to: '2027-03-01T12:00:00Z' }, /90 days/],
    [{ from: 'now' }, /instant/],
    [{ groups: ['g', ''] }, /empty/],
  ])('refuses %o without a request', async (change, message) => {
    const { client, sent } = scriptedClient(() => emptyPage)
    expect(await rejection(client.observeOnCall({ groups: ['g'], ...window, ...change }))).toMatchObject({
      code: 'invalid-argument',
      message: expect.stringMatching(message),
    })
    expect(sent).toEqual([])
  })

  it('reads a row with all that it can have', async () => {
    const row = {
      shift: { id: 's', name: 'Nights', siteHolidays: {} },
      start: '2026-11-23T09:00:00.000Z',
      end: '2026-11-24T09:00:00+00:00',
      members: {
        count: 3,
        total: 3,
        data: [
          {
            position: '1',
            delay: '10',
            escalationType: 'Peer',
            inRotation: 'true',
            member: { id: 'p', targetName: 'li', recipientType: 'person', status: 'Active' },
            replacements: page([
              {
                start: '2026-11-23T10:00:00Z',
                end: '2026-11-23T11:00:00.500Z',
                replacement: { id: 'q', targetName: 'mo', status: 'INACTIVE' },
              },
              {},
            ]),
          },
          {
            position: 2,
            delay: 0,
            inRotation: false,
            member: { id: 'd', targetName: 'li|Mobile', recipientType: 'DEVICE', owner: { id: 'p' } },
          },
          { member: { id: 7, recipientType: 'DYNAMIC_TEAM' } },
        ],
      },
    }
    const bare = { ownerId: null, active: null }
    expect(await observeRow(row)).toEqual({
      group: { id: 'g', name: 'Payments' },
      shift: { id: 's', name: 'Nights' },
      start: '2026-11-23T09:00:00Z',
      end: '2026-11-24T09:00:00Z',
      members: [
        {
          position: 1,
          delay: 10,
          escalationType: 'PEER',
          inRotation: true,
          member: { id: 'p', name: 'li', kind: 'person', ownerId: null, active: true },
          replacements: [
            {
              start: '2026-11-23T10:00:00Z',
              end: '2026-11-23T11:00:00.500Z',
              replacement: { id: 'q', name: 'mo', active: false },
            },
            { start: '2026-11-23T09:00:00Z', end: '2026-11-24T09:00:00Z', replacement: null },
          ],
        },
        {
          position: 2,
          delay: 0,
          escalationType: 'NONE',
          inRotation: false,
          member: { id: 'd', name: 'li|Mobile', kind: 'device', ...bare, ownerId: 'p' },
          replacements: [],
        },
        {
          position: 3,
          delay: 0,
          escalationType: 'NONE',
          inRotation: null,
          member: { id: '7', name: '', kind: 'dynamic', ...bare },
          replacements: [],
        },
      ],
    })
  })

  it('reads a row without a shift as a stretch in which nobody is on call, of the whole window where it says no time', async () => {
    expect(await observeRow({})).toEqual({
      group: { id: 'g', name: 'Payments' },
      shift: null,
      start: window.from,
      end: window.to,
      members: [],
    })
    expect(
      await observeRow({ start: '2026-11-24T00:00:00Z', end: '2026-11-25T00:00:00Z', shift: null, members: null }),
    ).toMatchObject({
      shift: null,
      start: '2026-11-24T00:00:00Z',
      end: '2026-11-25T00:00:00Z',
    })
  })

  it('reads members as an array too, and follows those that go on', async () => {
    const member = (id: string, position: number) => ({ position, member: { id, recipientType: 'PERSON' } })
    expect((await observeRow({ shift: { id: 's' }, members: [member('p', 1)] })).members).toHaveLength(1)
    const next = '/api/xm/1/groups/g/shifts/s/occurrences/x/members?offset=1'
    const { client } = scriptedClient(({ path }) =>
      path === '/on-call'
        ? page([
            {
              group: { id: 'g' },
              shift: { id: 's' },
              members: { count: 1, total: 2, data: [member('p', 1)], links: { next } },
            },
          ])
        : page([member('q', 2)], { total: 2 }),
    )
    const [row] = await client.observeOnCall({ groups: ['g'], ...window })
    expect(row!.members.map(({ member: { id } }) => id)).toEqual(['p', 'q'])
  })

  it.each([
    [page([null])],
    [page([{ group: { id: 'g' }, members: { count: 1, total: 2, data: [{ position: 1 }] } }])],
    [page([{ group: { id: 'g' }, members: { data: [], links: { next: '/api/xm/1/gone' } } }])],
  ])('does not pass off a part for the whole: %j', async (body) => {
    const { client } = scriptedClient(({ path }) => (path === '/on-call' ? body : 404))
    expect(await rejection(client.observeOnCall({ groups: ['g'], ...window }))).toMatchObject({
      code: 'invalid-response',
      expectation: 'every row and every member',
    })
  })

  it('does not make up a time', async () => {
    expect(await rejection(observeRow({ start: 'yesterday' }))).toMatchObject({ code: 'invalid-response' })
  })

  it('gives each row once, though a group be asked for by its id here and by its name there', async () => {
    const fake = createFakeXMatters({ seed: 4, people: 30, groups: 20, now: window.from })
    const client = new XMattersClient({ baseUrl: fake.baseUrl, fetch: fake.fetch, auth: basic, retries: 0 })
    const ids = fake.tenant.groups.map(({ id }) => id)
    const names = fake.tenant.groups.map(({ targetName = '' }) => targetName)
    const rows = await client.observeOnCall({ groups: [...ids, ...names], ...window })
    expect(rows).toEqual(await client.observeOnCall({ groups: ids, ...window }))
  })

  it('names the one group that is not there, of which the instance only says that there is one', async () => {
    const fake = createFakeXMatters({ seed: 4, people: 30, groups: 20, now: window.from })
    const client = new XMattersClient({ baseUrl: fake.baseUrl, fetch: fake.fetch, auth: basic, retries: 0 })
    const groups = fake.tenant.groups.map(({ id }) => id)
    expect(await rejection(client.observeOnCall({ groups: groups.with(13, 'gone since'), ...window }))).toMatchObject({
      code: 'not-found',
      status: 400,
      message: expect.stringContaining('"gone since"'),
    })
    expect(fake.requests.length).toBeLessThan(10)
  })

  it('ends all that is under way when one call fails', async () => {
    const { client, sent } = scriptedClient((_, index) =>
      index === 1 ? 403 : index === 0 ? emptyPage : new Promise<never>(() => undefined),
    )
    const groups = Array.from({ length: 100 }, (_, index) => `g${index}`)
    expect(await rejection(client.observeOnCall({ groups, ...window }))).toMatchObject({ code: 'permission' })
    expect(sent.every(({ signal }, index) => index < 2 || signal!.aborted)).toBe(true)
  })

  it('reads what the fake instance says, for every group', async () => {
    const fake = createFakeXMatters({ seed: 4, people: 30, groups: 10, now: window.from, pageSize: 40 })
    const client = new XMattersClient({ baseUrl: fake.baseUrl, fetch: fake.fetch, auth: basic, retries: 0 })
    const groups = fake.tenant.groups.map(({ id }) => id)
    const rows = await client.observeOnCall({ groups, ...window })
    const whole = createFakeXMatters({ seed: 4, people: 30, groups: 10, now: window.from })
    const other = new XMattersClient({ baseUrl: whole.baseUrl, fetch: whole.fetch, auth: basic, retries: 0 })
    expect(rows).toEqual(await other.observeOnCall({ groups, ...window }))
    expect(rows.length).toBeGreaterThan(50)
  })
})
