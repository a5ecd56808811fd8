import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basic, baseUrl, emptyPage, rejection, scriptedClient, scriptedFetch } from '../support/scripted-fetch.ts'
import { XMattersClient } from '../../../src/xmatters/index.ts'

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text !== '.' && text !== '..')

describe('addresses of requests', () => {
  it('hold every id and name as one segment, and nothing else of the path changes', async () => {
    const { fetch, sent } = scriptedFetch(() => emptyPage)
    const client = new XMattersClient({ baseUrl, auth: basic, fetch })
    await fc.assert(
      fc.asyncProperty(name, async (group) => {
        await client.roster.list(group)
        const { url } = sent.at(-1)!
        expect(url.origin).toBe(baseUrl)
        const parts = url.pathname.split('/')
        expect(parts.slice(0, 5)).toEqual(['', 'api', 'xm', '1', 'groups'])
        expect(decodeURIComponent(parts[5]!)).toBe(group)
        expect(parts.slice(6)).toEqual(['members'])
      }),
    )
  })

  it('part the elements of a list by bare commas and encode those inside', async () => {
    const { fetch, sent } = scriptedFetch(() => emptyPage)
    const client = new XMattersClient({ baseUrl, auth: basic, fetch })
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 5 }), async (groups) => {
        await client.onCall.list({ groups })
        const raw = /[?&]groups=([^&]*)/.exec(sent.at(-1)!.url.search)![1]!
        expect(raw.split(',').map(decodeURIComponent)).toEqual(groups)
      }),
    )
  })

  it.each(['', '.', '..'])('refuses the id %j without a request', async (id) => {
    const { client, sent } = scriptedClient(() => emptyPage)
    const calls = [
      async () => client.people.get(id),
      async () => client.roster.list(id),
      async () => client.shifts.get('group', id),
      async () => client.shifts.list(id),
    ]
    for (const call of calls) {
      expect(await rejection(call())).toMatchObject({ code: 'invalid-argument', message: expect.stringMatching(/id/) })
    }
    expect(sent).toEqual([])
  })

  it('refuses half of a character, and what is no text', async () => {
    const { client } = scriptedClient(() => emptyPage)
    expect(await rejection(client.people.get('\ud83d'))).toMatchObject({ code: 'invalid-argument' })
    expect(await rejection(client.people.get(undefined as never))).toMatchObject({ code: 'invalid-argument' })
  })

  it.each(['', undefined, null, 5, {}])(
    'refuses %j in a list, which might be taken for no list at all',
    async (item) => {
      const { client, sent } = scriptedClient(() => emptyPage)
      const groups = ['a', item] as string[]
      for (const call of [async () => client.onCall.list({ groups }), async () => client.absences.list({ groups })]) {
        const message = expect.stringMatching(/^groups must hold words/)
        expect(await rejection(call())).toMatchObject({ code: 'invalid-argument', message })
      }
      expect(sent).toEqual([])
    },
  )

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s rows', async (limit) => {
    const { client, sent } = scriptedClient(() => emptyPage)
    const error = await rejection(client.people.list({ limit }))
    expect(error).toMatchObject({ code: 'invalid-argument', message: expect.stringMatching(/^limit /) })
    expect(sent).toEqual([])
  })

  it('leaves out what was not asked for', async () => {
    const { client, sent } = scriptedClient(() => emptyPage)
    await client.sites.list({ search: undefined as never, fields: [], offset: 0 })
    expect(sent[0]!.url.search).toBe('?limit=1000&offset=0')
  })
})
