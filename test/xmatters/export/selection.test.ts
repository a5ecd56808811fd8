import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFakeXMatters } from '../../../src/testing/index.ts'
import { type Selection, XMattersClient, type XMattersTenant } from '../../../src/xmatters/index.ts'
import { basic, page, scriptedClient } from '../support/scripted-fetch.ts'
import { recipient, rosterOf, shiftsOf, smallInstance } from '../support/small-instance.ts'

const now = '2026-11-23T12:00:00Z'
const runs = Number(process.env['XMATTERS_SYNC_RUNS'] ?? 15)

/** Two groups, one inside of the other; people in slots, on rosters, as supervisors, behind devices and as stand-ins; and a third group apart. */
const instance = smallInstance({
  '/groups': page([
    { id: 'g1', targetName: 'Payments', site: { id: 's1', name: 'Victoria' }, supervisors: [{ id: 'boss' }] },
    { id: 'g2', targetName: 'Payments Escalation', groupType: 'BROADCAST', site: { id: 's3' } },
    { id: 'g3', targetName: 'Search', site: { id: 's2', name: 'Paris' }, status: 'INACTIVE' },
  ]),
  '/groups/g1/members': rosterOf('g1', recipient('p1'), recipient('g2', 'GROUP'), recipient('d2', 'DEVICE')),
  '/groups/g1/shifts': shiftsOf('g1', recipient('p1'), recipient('d2', 'device'), recipient('g2', 'GROUP')),
  '/groups/g2/members': rosterOf('g2', recipient('p3')),
  '/groups/g3/members': rosterOf('g3', recipient('p9')),
  '/groups/g3/shifts': shiftsOf('g3', recipient('p9'), recipient('g3', 'GROUP')),
  '/people': page(
    ['boss', 'p1', 'p2', 'p3', 'p4', 'p5', 'p9'].map((id) => ({ id, site: { id: id === 'p3' ? 's3' : 's1' } })),
  ),
  '/devices': page([
    { id: 'd1', owner: { id: 'p1' } },
    { id: 'd2', owner: { id: 'p2' } },
    { id: 'd9', owner: { id: 'p9' } },
  ]),
  '/sites': page([
    { id: 's1', name: 'Victoria' },
    { id: 's2', name: 'Paris' },
    { id: 's3', name: 'London' },
    { id: 's4', name: 'Oslo' },
  ]),
  '/services': page([
    { id: 'v1', targetName: 'checkout', ownedBy: { id: 'g1' } },
    { id: 'v3', targetName: 'search', ownedBy: { id: 'g3' } },
    { id: 'v0', targetName: 'nobody’s' },
  ]),
  '/temporary-absences': page([
    { id: 'a1', member: { id: 'p1' }, replacement: { id: 'p4' } },
    { id: 'a2', member: { id: 'p4' }, group: { id: 'g1' }, replacement: { id: 'p5' } },
    { id: 'a3', member: { id: 'p1' }, group: { id: 'g3' }, replacement: { id: 'p9' } },
    { id: 'a4', member: { id: 'p9' } },
  ]),
})

const select = async (selection: Selection): Promise<XMattersTenant> =>
  scriptedClient(instance).client.exportTenant({ now, select: selection })
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).sort()

describe('a selection', () => {
  it('comes with everything that it refers to, and with nothing else', async () => {
    const tenant = await select({ groups: ['g1'] })
    expect(tenant.completeness).toEqual({ complete: true, gaps: [] })
    expect(tenant.selection).toEqual({ groupIds: ['g1', 'g2'], asked: { groups: ['g1'] } })
    expect(ids(tenant.groups)).toEqual(['g1', 'g2'])
    expect(ids(tenant.shifts)).toEqual(['shift-of-g1'])
    expect(tenant.roster.map(({ member }) => member.id).sort()).toEqual(['d2', 'g2', 'p1', 'p3'])
    expect(ids(tenant.people)).toEqual(['boss', 'p1', 'p2', 'p3', 'p4', 'p5'])
    expect(ids(tenant.devices)).toEqual(['d1', 'd2'])
    expect(ids(tenant.absences)).toEqual(['a1', 'a2'])
    expect(ids(tenant.sites)).toEqual(['s1', 's3'])
    expect(ids(tenant.services)).toEqual(['v1'])
  })

  it.each<[string, Selection, string[]]>([
    ['by name', { groups: ['Search'] }, ['g3']],
    ['by pattern', { pattern: /^payments/i }, ['g1', 'g2']],
    ['by a pattern with a memory', { pattern: /s/g }, ['g1', 'g2']],
    ['by a site’s name', { sites: ['Paris'] }, ['g3']],
    ['by a site’s id', { sites: ['s1', 's2'] }, ['g1', 'g2', 'g3']],
    ['by the name of a site that its group mentions without it', { sites: ['London'] }, ['g2']],
    ['by a site that no group has', { sites: ['Oslo'] }, []],
    ['by service', { services: ['search'] }, ['g3']],
    ['by a predicate', { where: ({ status }) => status === 'INACTIVE' }, ['g3']],
    ['by two at once: both must fit', { pattern: /a/, sites: ['Paris'] }, ['g3']],
    ['that nothing fits', { where: () => false }, []],
    ['of no group at all', { groups: [] }, []],
  ])('%s', async (_, selection, expected) => {
    const tenant = await select(selection)
    expect(tenant.selection?.groupIds).toEqual(expected)
    expect(tenant.completeness.complete).toBe(true)
  })

  it('is the same JSON, whichever answer comes first', async () => {
    const tenantWhere = async (late: RegExp): Promise<string> => {
      const { client } = scriptedClient(async (request) => {
        if (late.test(request.path)) await new Promise(setImmediate)
        return instance(request)
      })
      return JSON.stringify(await client.exportTenant({ now, select: { groups: ['g1', 'g3'] } }))
    }
    const texts = await Promise.all([/members/, /shifts/, /g1/, /g3/].map(tenantWhere))
    expect(new Set(texts).size).toBe(1)
  })

  it('of nothing is no selection', async () => {
    const tenant = await select({})
    expect(tenant.selection).toBeNull()
    expect(tenant.groups).toHaveLength(3)
    expect(tenant.services).toHaveLength(3)
  })

  it('is told in words that can be stored', async () => {
    const asked = { groups: ['g1'], pattern: /p/iu, sites: ['s1'], services: ['checkout'], where: () => true }
    expect((await select(asked)).selection?.asked).toEqual({
      groups: ['g1'],
      pattern: '/p/iu',
      sites: ['s1'],
      services: ['checkout'],
      where: true,
    })
  })

  it('by what nothing has says so', async () => {
    const { groups, completeness } = await select({
      groups: ['g1', 'Paiments'],
      sites: ['s1', 'Rome'],
      services: ['checkout', 'x'],
    })
    expect(ids(groups)).toEqual(['g1', 'g2'])
    expect(completeness.complete).toBe(false)
    expect(
      completeness.gaps.map(({ resource, reason, message }) => `${resource} ${reason} ${/"(.*)"/.exec(message)?.[1]}`),
    ).toEqual(['groups not-found Paiments', 'services not-found x', 'sites not-found Rome'])
  })

  it('whose groups refer to what the account may not see is not complete', async () => {
    const { client } = scriptedClient(
      smallInstance({
        '/groups': page([{ id: 'g1' }]),
        '/groups/g1/shifts': shiftsOf('g1', recipient('p1'), recipient('hidden', 'GROUP'), recipient('lost', 'DEVICE')),
        '/people': page([{ id: 'p1' }]),
        '/devices': page([]),
      }),
    )
    const { completeness } = await client.exportTenant({ select: { groups: ['g1'] } })
    expect(completeness.complete).toBe(false)
    expect(completeness.gaps.map(({ resource }) => resource)).toEqual(expect.arrayContaining(['groups', 'devices']))
  })
})

describe('a selection out of many', () => {
  const people = Array.from({ length: 500 }, (_, index) => ({ id: `p${String(index).padStart(3, '0')}` }))
  const big = (members: readonly string[]) => {
    const slice =
      (rows: readonly object[]) =>
      ({ url }: { url: URL }) => {
        const offset = Number(url.searchParams.get('offset') ?? 0)
        return page(rows.slice(offset, offset + 100), { total: rows.length })
      }
    return smallInstance({
      '/groups': page([{ id: 'g' }]),
      '/groups/g/members': rosterOf('g', ...members.map((id) => recipient(id))),
      '/people': slice(people),
      '/devices': slice(people.map(({ id }) => ({ id: `d-${id}`, owner: { id } }))),
      ...Object.fromEntries(
        people.flatMap(({ id }) => [
          [`/people/${id}`, { id }],
          [`/people/${id}/devices`, page([{ id: `d-${id}`, owner: { id } }])],
        ]),
      ),
    })
  }

  it.each([
    [['p450'], 1],
    [['p001', 'p002'], 2],
    [['p001', 'p450'], 2],
    [['p450', 'p460', 'p470'], 4],
    [people.map(({ id }) => id), 5],
  ])('reads people page by page or one by one, whichever is less: %#', async (members, most) => {
    const { client, sent } = scriptedClient(big(members))
    const tenant = await client.exportTenant({ select: { groups: ['g'] } })
    expect(ids(tenant.people)).toEqual(members)
    expect(ids(tenant.devices)).toEqual(members.map((id) => `d-${id}`))
    expect(tenant.completeness).toEqual({ complete: true, gaps: [] })
    expect(sent.filter(({ path }) => /^\/people(?:\/[^/]+)?$/.test(path)).length).toBeLessThanOrEqual(most)
    expect(sent.filter(({ path }) => path.endsWith('devices')).length).toBeLessThanOrEqual(most)
  })
})

describe('any selection of any tenant', () => {
  it('is the part of the whole that its groups reach, and refers to nothing outside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000), fc.nat(100), fc.integer({ min: 2, max: 1000 }), async (seed, pick, pageSize) => {
        const fake = createFakeXMatters({ seed, people: 40, groups: 10, now, pageSize })
        const client = new XMattersClient({ baseUrl: fake.baseUrl, fetch: fake.fetch, auth: basic, retries: 0 })
        const whole = await client.exportTenant({ now })
        const group = whole.groups[pick % whole.groups.length]!
        const part = await client.exportTenant({ now, select: { groups: [group.id] } })
        expect(part.completeness).toEqual({ complete: true, gaps: [] })
        const known = {
          PERSON: new Set(ids(part.people)),
          GROUP: new Set(ids(part.groups)),
          DEVICE: new Set(ids(part.devices)),
        }
        const mentioned = [
          ...part.roster.map(({ member }) => member),
          ...part.shifts.flatMap(({ members }) => members.map(({ recipient: one }) => one!)),
          ...part.absences.flatMap(({ member, replacement }) => [member!, ...(replacement ? [replacement] : [])]),
        ]
        for (const { id, recipientType } of mentioned) expect(known[recipientType as keyof typeof known]).toContain(id)
        for (const resource of ['people', 'devices', 'groups', 'absences', 'sites', 'services'] as const) {
          expect(ids(whole[resource])).toEqual(expect.arrayContaining(ids(part[resource])))
        }
        expect(part.devices).toHaveLength(whole.devices.filter(({ owner }) => known.PERSON.has(owner!.id)).length)
      }),
      { numRuns: runs },
    )
  })
})
