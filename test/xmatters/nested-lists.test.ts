import { describe, expect, it } from 'vitest'
import { emptyPage, page, rejection, scriptedClient, type SentRequest } from './support/scripted-fetch.ts'

const slot = (position: number) => ({ position, delay: 5, member: { id: `p${position}`, recipientType: 'PERSON' } })
const link = '/api/xm/1/groups/g/shifts/s/occurrences/2021-12-28T08:00:00.000Z/members?offset=3&limit=3'
const row = (extra: object) => ({ group: { id: 'g' }, shift: { id: 's' }, start: '2026-11-23T00:00:00Z', ...extra })
const firstThree = [1, 2, 3].map(slot)

const read = async (members: unknown, rest: (request: SentRequest) => object | number = () => emptyPage) => {
  const { client, sent } = scriptedClient((request) =>
    request.path === '/on-call' ? page([row({ members })]) : rest(request),
  )
  return { page: await client.onCall.list({ groups: ['g'] }), sent }
}

describe('lists inside of rows', () => {
  it('that go on are followed by their links, as these came', async () => {
    const rest = ({ url }: SentRequest): object =>
      url.searchParams.get('offset') === '3'
        ? page([4, 5, 6].map(slot), { total: 7, links: { next: link.replace('offset=3', 'offset=6') } })
        : page([slot(7)], { total: 7 })
    const { page: result, sent } = await read({ count: 3, total: 7, data: firstThree, links: { next: link } }, rest)
    expect(result.data[0]!.members).toEqual({ count: 7, total: 7, data: [1, 2, 3, 4, 5, 6, 7].map(slot) })
    expect(result.issues).toEqual([])
    expect(sent[1]!.url.href).toBe(`https://acme.xmatters.com${link}`)
    expect(sent).toHaveLength(3)
  })

  it.each([
    ['a page', { count: 3, total: 3, data: firstThree }],
    ['an array', firstThree],
    ['an empty page', emptyPage],
    ['null', null],
    ['absent', undefined],
  ])('that are whole are not touched: %s', async (_, members) => {
    const { page: result, sent } = await read(members)
    expect(result.data[0]).toEqual(row(members === undefined ? {} : { members }))
    expect(sent).toHaveLength(1)
  })

  it('that nothing leads on from are reported', async () => {
    const { page: result } = await read({ count: 3, total: 9, data: firstThree })
    expect(result.issues).toMatchObject([{ code: 'nested-incomplete', path: 'data[0].members' }])
    expect(result.data[0]!.members).toMatchObject({ data: firstThree })
  })

  it.each([403, 404])('whose rest is refused (%d) are reported, and the rest of the page is there', async (status) => {
    const { page: result } = await read({ count: 3, total: 9, data: firstThree, links: { next: link } }, () => status)
    expect(result.issues).toMatchObject([{ code: 'nested-incomplete', path: 'data[0].members' }])
    expect(result.data[0]!.members).toMatchObject({ count: 3, data: firstThree })
  })

  it('whose rest fails fail the page', async () => {
    expect(
      await rejection(read({ count: 3, total: 9, data: firstThree, links: { next: link } }, () => 500)),
    ).toMatchObject({
      code: 'server-error',
      route: '/groups/{group}/shifts/{shift}/occurrences/{start}/members',
    })
  })

  it('never lead to another origin', async () => {
    const { client, sent } = scriptedClient(() =>
      page([row({ members: { data: [], links: { next: 'https://evil.example/' } } })]),
    )
    expect(await rejection(client.onCall.list({ groups: ['g'] }))).toMatchObject({ code: 'unsafe-link' })
    expect(sent).toHaveLength(1)
  })

  it('that go in circles end, with their path', async () => {
    const { page: result, sent } = await read({ count: 3, total: 9, data: firstThree, links: { next: link } }, () =>
      page([slot(4)], { total: 9, links: { next: link } }),
    )
    expect(result.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'link-loop data[0].members.links.next',
      'total-mismatch data[0].members.total',
    ])
    expect(result.data[0]!.members).toMatchObject({ count: 4 })
    expect(sent).toHaveLength(2)
  })

  it('of a shift are read apart where there is a way: the members', async () => {
    const members = [1, 2, 3, 4].map((position) => ({ position, recipient: { id: `p${position}` } }))
    const { client, sent } = scriptedClient(({ path }) =>
      path === '/groups/g/shifts'
        ? page([{ id: 's', group: { id: 'g1' }, members: { count: 1, total: 4, data: members.slice(0, 1) } }])
        : page(members),
    )
    const { data, issues } = await client.shifts.list('g')
    expect(data[0]!.members).toEqual({ count: 4, total: 4, data: members })
    expect(issues).toEqual([])
    expect(sent[1]!.path).toBe('/groups/g/shifts/s/members')
  })

  it('of one person are completed too', async () => {
    const { client, sent } = scriptedClient(({ path }) =>
      path === '/people/p'
        ? { id: 'p', supervisors: { count: 1, total: 2, data: [{ id: 'a' }] } }
        : page([{ id: 'a' }, { id: 'b' }]),
    )
    expect((await client.people.get('p')).supervisors).toMatchObject({ count: 2 })
    expect(sent.map(({ path }) => path)).toEqual(['/people/p', '/people/p/supervisors'])
  })
})
