import { describe, expect, it } from 'vitest'
import { createFakeXMatters } from '../../../src/testing/index.ts'
import { XMattersClient, type XMattersTenant } from '../../../src/xmatters/index.ts'
import { basic, rejection } from '../support/scripted-fetch.ts'

const now = '2026-11-23T12:00:00Z'

function world() {
  const fake = createFakeXMatters({ seed: 3, people: 50, groups: 12, now })
  const client = new XMattersClient({ baseUrl: fake.baseUrl, fetch: fake.fetch, auth: basic, retries: 0 })
  const count = async (run: () => Promise<XMattersTenant>): Promise<readonly [XMattersTenant, string[]]> => {
    const before = fake.requests.length
    const tenant = await run()
    return [tenant, fake.requests.slice(before).map(({ path }) => path.replace('/api/xm/1', ''))]
  }
  return { fake, client, count }
}

/** What an export that ends early hands over. */
async function partialOf({ fake, client }: ReturnType<typeof world>, match: RegExp): Promise<XMattersTenant> {
  const partials: XMattersTenant[] = []
  fake.faults.next({ match, status: 401 })
  expect(await rejection(client.exportTenant({ now, onPartial: (partial) => partials.push(partial) }))).toMatchObject({
    code: 'authentication',
  })
  expect(partials).toHaveLength(1)
  return partials[0]!
}

describe('resuming an export', () => {
  it('that ended early reads the rest alone, and comes to the same', async () => {
    const { client, count, ...others } = world()
    const [whole, all] = await count(async () => client.exportTenant({ now }))
    const middle = whole.groups[6]!.id
    const partial = await partialOf({ client, count, ...others }, new RegExp(`${middle}/members`))
    expect(partial.completeness.complete).toBe(false)
    expect(partial.completeness.gaps).toContainEqual(
      expect.objectContaining({ resource: 'roster', group: middle, reason: 'not-read' }),
    )
    expect(JSON.parse(JSON.stringify(partial))).toEqual(partial)
    const [resumed, rest] = await count(async () => client.exportTenant({ now, resume: partial }))
    expect(resumed).toEqual(whole)
    expect(rest.length).toBeLessThan(all.length)
    expect(rest.some((path) => path.startsWith(`/groups/${whole.groups[0]!.id}/`))).toBe(false)
  })

  it('that ended before the rules of dynamic groups were read does without none of them', async () => {
    const { client, ...others } = world()
    const whole = await client.exportTenant({ now })
    expect(whole.groups.some(({ criteria }) => criteria)).toBe(true)
    const resume = await partialOf({ client, ...others }, /groupType=DYNAMIC/)
    expect(await client.exportTenant({ now, resume })).toEqual(whole)
  })

  it('reads again only what had a gap', async () => {
    const { fake, client, count } = world()
    const [whole] = await count(async () => client.exportTenant({ now }))
    const broken = whole.groups[4]!.id
    fake.faults.next({ match: `${broken}/members`, status: 500 })
    fake.faults.next({ match: '/sites', status: 403 })
    const [gapped] = await count(async () => client.exportTenant({ now }))
    expect(gapped.completeness.gaps.map(({ resource, reason }) => `${resource} ${reason}`)).toEqual([
      'roster failed',
      'sites forbidden',
    ])
    const [resumed, rest] = await count(async () => client.exportTenant({ now, resume: gapped }))
    expect(resumed).toEqual(whole)
    expect(rest.sort()).toEqual([`/groups/${broken}/members`, '/sites'].sort())
  })

  it('of what was complete reads nothing', async () => {
    const { client, count } = world()
    const [whole] = await count(async () => client.exportTenant({ now }))
    expect(await count(async () => client.exportTenant({ now, resume: whole }))).toEqual([whole, []])
  })

  it('reads the shifts again in which a turn may have come since, because the order of their members moved', async () => {
    const { client, count } = world()
    const [whole] = await count(async () => client.exportTenant({ now }))
    const later = '2026-12-23T12:00:00Z'
    const turning = whole.shifts.filter(
      ({ rotation }) => Object.keys(rotation ?? {}).length > 0 && !((rotation!.nextRotationTime ?? '') > later),
    )
    expect(turning.length).toBeGreaterThan(0)
    const [resumed, rest] = await count(async () => client.exportTenant({ now: later, resume: whole }))
    expect(resumed.capturedAt).toBe(later)
    expect(new Set(rest)).toEqual(new Set(turning.map(({ group }) => `/groups/${group!.id}/shifts`)))
  })

  it('of a selection keeps the parts of its groups', async () => {
    const { client, count } = world()
    const [whole] = await count(async () => client.exportTenant({ now }))
    const select = { groups: [whole.shifts[0]!.group!.id] }
    const [part] = await count(async () => client.exportTenant({ now, select }))
    const [resumed, rest] = await count(async () => client.exportTenant({ now, select, resume: part }))
    expect(resumed).toEqual(part)
    expect(rest.some((path) => path.startsWith('/groups/'))).toBe(false)
  })

  it('drops what belongs to groups that are gone since', async () => {
    const { fake, client, count } = world()
    const [whole] = await count(async () => client.exportTenant({ now }))
    const gone = whole.groups[2]!.id
    const gaps = [{ resource: 'groups', reason: 'failed', message: '' }] as const
    fake.tenant.groups.splice(
      fake.tenant.groups.findIndex(({ id }) => id === gone),
      1,
    )
    const [resumed] = await count(async () =>
      client.exportTenant({ now, resume: { ...whole, completeness: { complete: false, gaps } } }),
    )
    expect(resumed.groups.map(({ id }) => id)).not.toContain(gone)
    expect([...resumed.roster, ...resumed.shifts].filter(({ group }) => group?.id === gone)).toEqual([])
  })

  it('is not harmed by what is done with the partial export', async () => {
    const { fake, client } = world()
    fake.faults.next({ match: '/people', status: 500 })
    const onPartial = (): void => {
      throw new Error('disk full')
    }
    expect(await rejection(client.exportTenant({ onPartial }))).toMatchObject({ code: 'server-error' })
  })

  it('refuses what is no export', async () => {
    const { client } = world()
    for (const resume of [{}, { origin: 'xmatters:x' }, []]) {
      expect(await rejection(client.exportTenant({ resume: resume as never }))).toMatchObject({
        code: 'invalid-argument',
      })
    }
  })

  it('refuses the export of another instance or another selection', async () => {
    const { client, count } = world()
    const [whole] = await count(async () => client.exportTenant({ now }))
    expect(await rejection(client.exportTenant({ resume: { ...whole, origin: 'xmatters:other' } }))).toMatchObject({
      code: 'invalid-argument',
    })
    expect(await rejection(client.exportTenant({ resume: whole, select: { groups: ['a'] } }))).toMatchObject({
      code: 'invalid-argument',
    })
  })
})
