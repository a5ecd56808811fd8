import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { page, scriptedClient } from './support/scripted-fetch.ts'

const runs = Number(process.env['XMATTERS_SYNC_RUNS'] ?? 150)

/** How an instance may page: how many rows it gives, whether it links, tells a total, repeats rows or shuffles them. */
const instance = fc.record({
  rows: fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { maxLength: 40 }),
  most: fc.integer({ min: 1, max: 12 }),
  links: fc.constantFrom('none', 'next', 'absolute'),
  hasTotal: fc.boolean(),
  overlap: fc.integer({ min: 0, max: 2 }),
})

describe('a list from any honest instance', () => {
  it('has every row once, in order, without an issue but for rows that were sent twice', async () => {
    await fc.assert(
      fc.asyncProperty(instance, async ({ rows, most, links, hasTotal, overlap }) => {
        // Without links only a total tells that there is more; overlaps come with links.
        fc.pre(hasTotal || links !== 'none')
        const repeats = links === 'none' ? 0 : Math.min(overlap, most - 1)
        const { client, sent } = scriptedClient(({ url }) => {
          const offset = Number(url.searchParams.get('offset') ?? 0)
          const data = rows.slice(offset, offset + most).map((id) => ({ id }))
          const next = offset + most - repeats
          const path = `/api/xm/1/sites?offset=${next}&limit=${most}`
          const hasNext = offset + most < rows.length && links !== 'none'
          return {
            ...page(data, { total: hasTotal ? rows.length : undefined }),
            links: hasNext ? { next: links === 'absolute' ? `https://acme.xmatters.com${path}` : path } : {},
          }
        })
        const ids: string[] = []
        const codes = new Set<string>()
        for await (const one of client.sites.list().pages()) {
          ids.push(...one.data.map(({ id }) => id))
          for (const { code } of one.issues) codes.add(code)
        }
        expect(ids).toEqual(rows)
        codes.delete('duplicate-row')
        expect([...codes]).toEqual([])
        expect(sent.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(rows.length / (most - repeats))))
      }),
      { numRuns: runs },
    )
  })
})

describe('a list from an instance that answers anything', () => {
  const anyLink = fc.oneof(
    fc.constantFrom(undefined, null, '', '/', '?', '#', '//', 'null'),
    fc.nat(40).map((offset) => `/api/xm/1/sites?offset=${offset}`),
    fc.nat(3).map((at) => `/api/xm/1/sites?cursor=${at}`),
    fc.string(),
  )
  const anyPage = fc.record(
    {
      count: fc.oneof(fc.nat(50), fc.jsonValue()),
      total: fc.oneof(fc.nat(50), fc.jsonValue()),
      data: fc.oneof(
        {
          weight: 5,
          arbitrary: fc.array(
            fc.oneof(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') }), fc.jsonValue()),
            { maxLength: 6 },
          ),
        },
        { weight: 1, arbitrary: fc.jsonValue() },
      ),
      links: fc.oneof({ weight: 5, arbitrary: fc.record({ next: anyLink }) }, { weight: 1, arbitrary: fc.jsonValue() }),
    },
    { requiredKeys: [] },
  )

  it('ends, gives no row twice, and fails with errors of the client only', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPage, { minLength: 1, maxLength: 6 }), async (pages) => {
        const { client, sent } = scriptedClient((_, index) => JSON.stringify(pages[index % pages.length]))
        const ids: string[] = []
        try {
          for await (const { id } of client.sites.list()) {
            ids.push(id)
            if (sent.length > 200) throw new Error('does not end')
          }
        } catch (error) {
          expect(['invalid-response', 'unsafe-link']).toContain((error as { code?: unknown }).code)
        }
        expect(new Set(ids).size).toBe(ids.length)
        expect(sent.length).toBeLessThan(200)
        for (const { url } of sent) expect(url.origin).toBe('https://acme.xmatters.com')
      }),
      { numRuns: runs },
    )
  })
})
