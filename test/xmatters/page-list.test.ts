import { describe, expect, it } from 'vitest'
import type { PageIssue, PageList, XMattersClient } from '../../src/xmatters/index.ts'
import { page, rejection, scriptedClient, type SentRequest } from './support/scripted-fetch.ts'

const row = (id: string) => ({ id, name: `Site ${id}` })
const offsetOf = ({ url }: SentRequest): number => Number(url.searchParams.get('offset') ?? 0)

interface ReadList {
  readonly ids: readonly string[]
  readonly issues: readonly PageIssue[]
  readonly codes: readonly string[]
}

async function readAll(list: PageList<{ readonly id: string }>): Promise<ReadList> {
  const ids: string[] = []
  const issues: PageIssue[] = []
  for await (const one of list.pages()) {
    ids.push(...one.data.map(({ id }) => id))
    issues.push(...one.issues)
  }
  return { ids, issues, codes: issues.map(({ code }) => code) }
}

/** What a script gives as the list of sites, read to its end; fails where that takes more than 30 requests. */
async function sitesOf(
  script: (request: SentRequest, index: number) => object,
): Promise<ReadList & { readonly sent: readonly SentRequest[] }> {
  const { client, sent } = scriptedClient((request, index) => (index < 30 ? script(request, index) : 500))
  return { ...(await readAll(client.sites.list())), sent }
}

describe('a list', () => {
  it('sends nothing until it is used', async () => {
    const { client, sent } = scriptedClient(() => page([row('a')]))
    const list = client.sites.list()
    list[Symbol.asyncIterator]()
    list.pages()
    await Promise.resolve()
    expect(sent).toEqual([])
    await list
    expect(sent).toHaveLength(1)
  })

  it.each<[string, (client: XMattersClient) => PageList<unknown>]>([
    ['who is on call in no groups', ({ onCall }) => onCall.list({ groups: [] })],
    ['a summary of no groups', ({ onCallSummary }) => onCallSummary.list({ groups: [] })],
    ['absences in no groups', ({ absences }) => absences.list({ groups: [], embed: ['x'] } as object)],
  ])('that asks for %s is empty, and sends nothing that would be answered with all', async (_, list) => {
    const { client, sent } = scriptedClient(() => page([row('a')]))
    const first = await list(client)
    expect(first).toEqual({ count: 0, total: 0, data: [], issues: [] })
    for await (const one of list(client)) throw new Error(`There is ${JSON.stringify(one)}.`)
    expect(sent).toEqual([])
  })

  it('asks once, however often it is awaited', async () => {
    const { client, sent } = scriptedClient(() => page([row('a')]))
    const list = client.sites.list()
    expect(await list).toBe(await list)
    expect(sent).toHaveLength(1)
  })

  it('gives a page, and the next one when that is awaited', async () => {
    const { client, sent } = scriptedClient((request) =>
      offsetOf(request) === 0
        ? page([row('a')], { total: 2, links: { next: '/api/xm/1/sites?offset=1&limit=1&odd=%2C' } })
        : page([row('b')], { total: 2 }),
    )
    const first = await client.sites.list({ limit: 1 })
    expect(first).toMatchObject({ count: 1, total: 2, data: [row('a')], issues: [] })
    expect(sent).toHaveLength(1)
    const second = await first.next!
    expect(second).toEqual({ count: 1, total: 2, data: [row('b')], issues: [] })
    expect('next' in second).toBe(false)
    expect(sent[1]!.url.search).toBe('?offset=1&limit=1&odd=%2C')
  })

  it('asks for a thousand rows, and goes by what came', async () => {
    const { ids, sent } = await sitesOf((request) => {
      const offset = offsetOf(request)
      return page([row(`${offset}`), row(`${offset + 1}`)].slice(0, 5 - offset), { total: 5 })
    })
    expect(ids).toEqual(['0', '1', '2', '3', '4'])
    expect(sent.map(({ url }) => url.search)).toEqual(['?limit=1000', '?limit=1000&offset=2', '?limit=1000&offset=4'])
  })

  it('reads one page ahead and no more, in bounded memory', async () => {
    const { client, sent } = scriptedClient((request) => page([row(`${offsetOf(request)}`)], { total: 1000 }))
    let seen = 0
    for await (const site of client.sites.list()) {
      expect(site.id).toBe(`${seen}`)
      seen += 1
      expect(sent.length).toBeLessThanOrEqual(seen + 1)
      if (seen === 20) break
    }
  })

  it('fails where a page fails, after the rows before it', async () => {
    const { client } = scriptedClient((request) => (offsetOf(request) === 0 ? page([row('a')], { total: 2 }) : 500))
    const ids: string[] = []
    const read = async (): Promise<void> => {
      for await (const { id } of client.sites.list()) ids.push(id)
    }
    expect(await rejection(read())).toMatchObject({ code: 'server-error' })
    expect(ids).toEqual(['a'])
  })

  it.each([
    ['a bare array', [row('a')], ['a'], null],
    ['counts as text', { count: '1', total: '1', data: [row('a')] }, ['a'], 1],
    ['no counts', { data: [row('a')] }, ['a'], null],
    ['data null with a total of nothing', { count: 0, total: 0, data: null }, [], 0],
    ['no data with a count of nothing', { count: 0 }, [], null],
    ['links null', { count: 1, total: 1, data: [row('a')], links: null }, ['a'], 1],
    ['an id that is a number', page([{ id: 7 }]), ['7'], 1],
  ])('comes as %s', async (_, body, ids, total) => {
    const { client } = scriptedClient(() => body)
    const list = client.sites.list()
    const first = await list
    expect(first.total ?? null).toBe(Array.isArray(body) ? 1 : total)
    expect(await readAll(list)).toMatchObject({ ids, issues: [] })
  })

  it.each([{ data: null }, { data: null, total: 3 }, { data: {} }, { data: 'a' }, {}, null, 7, 'a'])(
    'is not %j',
    async (body) => {
      const { client } = scriptedClient(() => JSON.stringify(body))
      expect(await rejection(client.sites.list())).toMatchObject({
        code: 'invalid-response',
        path: 'data',
        expectation: expect.any(String),
      })
    },
  )
})

describe('what is wrong with a list', () => {
  it('unreadable rows are left out with their path, the rest goes on', async () => {
    const { ids, issues } = await sitesOf(() =>
      page([row('a'), null, { name: 'no id' }, { id: '' }, 'x', [], { id: {} }, row('b')]),
    )
    expect(ids).toEqual(['a', 'b'])
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unreadable-row data[1]',
      'unreadable-row data[2].id',
      'unreadable-row data[3].id',
      'unreadable-row data[4]',
      'unreadable-row data[5]',
      'unreadable-row data[6].id',
    ])
  })

  it('odd values and unknown words are flagged, and the row is kept as it came', async () => {
    const odd = { id: 'a', name: { first: 'x' }, status: 'ASLEEP', later: [1] }
    const { client } = scriptedClient(() => page([odd]))
    const { data, issues } = await client.sites.list()
    expect(data).toEqual([odd])
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unexpected-value data[0].name',
      'unknown-value data[0].status',
    ])
  })

  it.each(['active', 'Active', 'ACTIVE', '', null, undefined])('a word is known in any case: %j', async (status) => {
    const { codes } = await sitesOf(() => page([{ id: 'a', status }]))
    expect(codes).toEqual([])
  })

  it('rows that come again are left out, on a page and across pages', async () => {
    const pages = [
      ['a', 'b', 'a'],
      ['b', 'c'],
    ]
    const { ids, issues } = await sitesOf((_, index) =>
      page(pages[index]!.map(row), {
        total: 3,
        ...(index === 0 ? { links: { next: '/api/xm/1/sites?offset=3' } } : {}),
      }),
    )
    expect(ids).toEqual(['a', 'b', 'c'])
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'duplicate-row data[2]',
      'duplicate-row data[0]',
    ])
  })

  it('fewer rows than the total', async () => {
    expect(
      await sitesOf((request) => page(offsetOf(request) < 2 ? [row(`${offsetOf(request)}`)] : [], { total: 9 })),
    ).toMatchObject({
      ids: ['0', '1'],
      codes: ['total-mismatch'],
    })
  })

  it('more rows than the total', async () => {
    const script = (request: SentRequest) =>
      page([row(`${offsetOf(request)}`)], {
        total: 1,
        links: { next: offsetOf(request) < 2 ? `/api/xm/1/sites?offset=${offsetOf(request) + 1}` : null },
      })
    expect(await sitesOf(script)).toMatchObject({ ids: ['0', '1', '2'], codes: ['total-mismatch'] })
  })

  it('a total that changes on the way', async () => {
    const { ids, codes } = await sitesOf((request) =>
      page([row(`${offsetOf(request)}`)], { total: 3 - Math.min(1, offsetOf(request)) }),
    )
    expect(ids).toEqual(['0', '1'])
    expect(codes).toEqual(['total-changed'])
  })

  it.each([
    ['to itself', () => '/api/xm/1/sites?offset=0'],
    ['to the same without an offset', () => '/api/xm/1/sites'],
    ['in a circle of three', (index: number) => `/api/xm/1/sites?page=${(index + 1) % 3}`],
    ['to ever new addresses of the same page', (index: number) => `/api/xm/1/sites?offset=${index + 1}&x=${index}`],
    ['without an offset, to ever new addresses', (index: number) => `/api/xm/1/sites?x=${index}`],
  ])('a link %s ends', async (_, next) => {
    const { ids, codes, sent } = await sitesOf((_request, index) =>
      page([row('a')], { total: 50, links: { next: next(index) } }),
    )
    expect(ids).toEqual(['a'])
    expect(sent.length).toBeLessThan(6)
    expect(codes.some((code) => code === 'link-loop' || code === 'repeated-page')).toBe(true)
    expect(codes).toContain('total-mismatch')
  })

  it('pages without a readable row, forever', async () => {
    const { ids, codes, sent } = await sitesOf((_, index) =>
      page([null], { total: 999, links: { next: `/api/xm/1/sites?offset=${index + 1}` } }),
    )
    expect(ids).toEqual([])
    expect(sent.length).toBeLessThan(6)
    expect(codes).toContain('repeated-page')
  })

  it('a link that leaves rows out is not followed; they are asked for', async () => {
    const { ids, codes } = await sitesOf((request) => {
      const offset = offsetOf(request)
      return page([row(`${offset}`), row(`${offset + 1}`)], {
        total: 4,
        links: offset === 0 ? { next: '/api/xm/1/sites?offset=1000' } : {},
      })
    })
    expect(ids).toEqual(['0', '1', '2', '3'])
    expect(codes).toEqual(['link-gap'])
  })

  it('pages in another order than their links', async () => {
    const { ids, codes } = await sitesOf((request) => {
      const offset = offsetOf(request)
      const order = ['c', 'a', 'b']
      return page([row(order[offset]!)], {
        total: 3,
        links: offset < 2 ? { next: `https://acme.xmatters.com/api/xm/1/sites?offset=${offset + 1}` } : {},
      })
    })
    expect(ids).toEqual(['c', 'a', 'b'])
    expect(codes).toEqual([])
  })

  it('is told in the event of the page', async () => {
    const events: unknown[] = []
    const { client } = scriptedClient(() => page([null, row('a')]), {
      onEvent: (event) => void (event.kind === 'page' && events.push(event)),
    })
    await client.sites.list()
    expect(events).toEqual([{ kind: 'page', route: '/sites', count: 2, total: 2, issues: 1 }])
  })
})

describe('names from the prototype', () => {
  it('are rows like others', async () => {
    const hostile =
      '{"count":2,"total":2,"data":[{"id":"constructor","name":"toString","__proto__":{"status":"x"}},{"id":"__proto__","hasOwnProperty":1}]}'
    const { client } = scriptedClient(() => hostile)
    const { data, issues } = await client.sites.list()
    expect(data.map(({ id }) => id)).toEqual(['constructor', '__proto__'])
    expect(data[0]).not.toHaveProperty('status')
    expect(issues).toEqual([])
    expect(Object.getPrototypeOf(data[0])).toBe(Object.prototype)
  })
})
