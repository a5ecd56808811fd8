import { describe, expect, it } from 'vitest'
import {
  aGroup,
  aMember,
  aMembership,
  aPerson,
  aReference,
  aShift,
  aTenantOf,
  createFakeXMatters,
  type FakeXMatters,
} from '../../src/testing/index.ts'
import type { WireOnCallSummary } from '../../src/xmatters/index.ts'

interface Row {
  readonly targetName: string
  readonly position: number
  readonly member: { readonly targetName: string }
  readonly members?: Page
}

interface Page {
  readonly id: string
  readonly firstName: string
  readonly count: number
  readonly total: number
  readonly data: readonly Row[]
  readonly links: { readonly next?: string }
  readonly access_token: string
  readonly refresh_token: string
}

interface Answer<T = Page> {
  readonly status: number
  readonly body: T
}

async function get<T = Page>(fake: FakeXMatters, path: string, init?: RequestInit): Promise<Answer<T>> {
  const response = await fake.fetch(`${fake.baseUrl}${path.startsWith('/') ? path : `/api/xm/1/${path}`}`, init)
  return { status: response.status, body: (await response.json()) as T }
}

const basic = (user: string, password: string): RequestInit => ({
  headers: { authorization: `Basic ${btoa(`${user}:${password}`)}` },
})

const now = '2026-11-23T12:00:00Z'
const crew = ['ana', 'bo', 'cy', 'dee', 'eli'].map((targetName) => aPerson({ targetName }))
const group = aGroup({ id: 'g', targetName: 'A, B & C' })
const day = aShift({
  id: 's',
  group: aReference(group),
  timezone: 'UTC',
  start: '2026-11-02T09:00:00.000Z',
  end: '2026-11-02T17:00:00.000Z',
  members: crew.map((one, at) => aMember(one, { position: at + 1, delay: at === 0 ? 0 : 10 })),
  rotation: { type: 'DAYS', interval: 1, nextRotationTime: '2026-11-24T09:00:00.000Z' },
  exclusions: [{ start: '2026-11-26T09:00:00.000Z', end: '2026-11-26T17:00:00.000Z' }],
})
const small = aTenantOf({
  capturedAt: now,
  people: crew,
  groups: [group],
  roster: crew.map((one) => aMembership(group, one)),
  shifts: [day],
})

describe('the fake instance', () => {
  it('is the same company for the same seed, and another for another', () => {
    const rows = (seed: number): string => JSON.stringify(createFakeXMatters({ seed, people: 12, groups: 4 }).tenant)
    expect(rows(3)).toBe(rows(3))
    expect(rows(3)).not.toBe(rows(4))
  })

  it('has all that the demo is about', () => {
    const { tenant } = createFakeXMatters({ seed: 1, people: 250, groups: 45, now })
    expect(tenant.people.length).toBeGreaterThanOrEqual(250)
    expect(tenant.groups.length).toBeGreaterThanOrEqual(45)
    expect(tenant.shifts.length).toBeGreaterThanOrEqual(120)
    const all = <T>(values: readonly T[]): Set<T> => new Set(values)
    expect(all(tenant.shifts.map(({ recurrence }) => recurrence?.frequency))).toEqual(
      new Set(['ONCE', 'DAILY', 'WEEKLY', 'EVERY_WEEKDAY', 'EVERY_WEEKEND_DAY', 'MONTHLY', 'YEARLY', 'HOLIDAY']),
    )
    expect(all(tenant.shifts.map(({ recurrence }) => recurrence?.on))).toContain('DAY_OF_WEEK')
    expect(all(tenant.shifts.flatMap(({ recurrence }) => recurrence?.end?.endBy ?? []))).toEqual(
      new Set(['NEVER', 'DATE', 'REPETITIONS']),
    )
    expect(all(tenant.shifts.flatMap(({ rotation }) => rotation?.type ?? []))).toEqual(
      new Set(['ELAPSED_TIME', 'COMPLETED_SHIFTS', 'ALERTS']),
    )
    expect(all(tenant.shifts.flatMap(({ rotation }) => rotation?.intervalUnit ?? []))).toEqual(
      new Set(['HOURS', 'DAYS', 'WEEKS', 'MONTHS']),
    )
    expect(all(tenant.shifts.flatMap(({ rotation }) => rotation?.direction ?? []))).toEqual(
      new Set(['SECOND_TO_FIRST', 'LAST_TO_FIRST']),
    )
    expect(all(tenant.groups.map(({ groupType }) => groupType))).toEqual(new Set(['ON_CALL', 'BROADCAST', 'DYNAMIC']))
    const recipients = tenant.shifts.flatMap(({ members }) => members.map(({ recipient }) => recipient?.recipientType))
    expect(all(recipients)).toEqual(new Set(['PERSON', 'GROUP', 'DEVICE']))
    const emails = new Set(
      tenant.devices.filter(({ deviceType }) => deviceType === 'EMAIL').map(({ owner }) => owner?.id),
    )
    expect(tenant.people.some(({ id }) => !emails.has(id))).toBe(true)
    expect(tenant.people.some(({ status }) => status === 'INACTIVE')).toBe(true)
    expect(all(tenant.absences.map(({ replacement }) => replacement === undefined))).toEqual(new Set([true, false]))
    expect(all(tenant.shifts.map(({ timezone }) => timezone))).toContain('US/Los Angeles')
    expect(tenant.shifts.some(({ members }) => members.length === 0)).toBe(true)
    expect(tenant.shifts.some(({ exclusions }) => exclusions !== undefined)).toBe(true)
  })

  it('answers with what was edited between two requests', async () => {
    const fake = createFakeXMatters({ tenant: small })
    fake.tenant.people[0]!.firstName = 'Edited'
    fake.tenant.groups = []
    expect((await get(fake, 'people/ana')).body.firstName).toBe('Edited')
    expect((await get(fake, 'groups')).body).toMatchObject({ count: 0, total: 0, data: [] })
    expect(small.people[0]!.firstName).toBe('Riya')
  })

  it('gives lists page by page, with links from the root and totals', async () => {
    const fake = createFakeXMatters({ tenant: small, pageSize: 2 })
    const seen: string[] = []
    let path: string | undefined = '/api/xm/1/people?sortBy=TARGET_NAME&sortOrder=DESCENDING&limit=1000'
    while (path !== undefined) {
      const { body }: Answer = await get(fake, path)
      expect(body).toMatchObject({ count: body.data.length, total: 5 })
      seen.push(...body.data.map(({ targetName }) => targetName))
      path = body.links.next
      if (path !== undefined) expect(path).toMatch(/^\/api\/xm\/1\/people\?/)
    }
    expect(seen).toEqual(['eli', 'dee', 'cy', 'bo', 'ana'])
  })

  it('gives no more than 1000 rows, whatever is asked for, and 100 where nothing is', async () => {
    const people = Array.from({ length: 1200 }, (_, at) => aPerson({ targetName: `p${at}` }))
    const fake = createFakeXMatters({ tenant: { ...small, people } })
    expect((await get(fake, 'people?limit=5000')).body.count).toBe(1000)
    expect((await get(fake, 'people')).body.count).toBe(100)
  })

  it('says 400 for a person and 404 for other things that are not there', async () => {
    const fake = createFakeXMatters({ tenant: small })
    expect(await get(fake, 'people/nobody')).toMatchObject({
      status: 400,
      body: { code: 400, reason: 'Bad Request', subcode: 'validation.person.person_not_exists' },
    })
    expect((await get(fake, 'on-call?groups=nothing')).status).toBe(400)
    expect((await get(fake, 'groups/nothing')).status).toBe(404)
    expect((await get(fake, 'groups/g/shifts/nothing')).status).toBe(404)
    expect((await get(fake, 'teams')).status).toBe(404)
    expect((await get(fake, '/elsewhere')).status).toBe(404)
  })

  it('finds things by their encoded names', async () => {
    const fake = createFakeXMatters({ tenant: small })
    expect((await get(fake, `groups/${encodeURIComponent('A, B & C')}`)).body.id).toBe('g')
    for (const groups of ['A%2C+B+%26+C', 'A%2C%20B%20%26%20C', 'g,A%2C%20B%20%26%20C', 'g%2Cg']) {
      expect((await get(fake, `on-call?groups=${groups}`)).status).toBe(200)
    }
    expect((await get(fake, 'on-call?groups=A,%20B%20%26%20C')).status).toBe(400)
  })

  it('looks for people and groups by the ids and the names of each other', async () => {
    const fake = createFakeXMatters({ tenant: small })
    for (const groups of ['g', 'A%2C%20B%20%26%20C', 'nothing,g']) {
      expect((await get(fake, `people?groups=${groups}`)).body.total).toBe(5)
    }
    expect((await get(fake, 'people?groups=nothing')).body.total).toBe(0)
    expect((await get(fake, 'groups?members=bo')).body.total).toBe(1)
    expect((await get(fake, `groups?members=${crew[1]!.id}`)).body.total).toBe(1)
    expect((await get(fake, 'groups?members=nobody')).body.total).toBe(0)
  })

  it('refuses to write', async () => {
    const fake = createFakeXMatters({ tenant: small })
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await get(fake, 'people/ana', { method })).status).toBe(405)
    }
    expect(fake.tenant.people).toHaveLength(5)
  })

  it('shows members, rotation and exclusions of a shift only where they are asked for', async () => {
    const fake = createFakeXMatters({ tenant: small })
    expect(Object.keys((await get(fake, 'groups/g/shifts/s')).body)).not.toEqual(
      expect.arrayContaining(['members', 'rotation', 'exclusions']),
    )
    const { body } = await get(fake, 'groups/g/shifts?embed=members,rotation,exclusions')
    expect(body.data[0]).toMatchObject({
      members: { count: 5, total: 5 },
      rotation: { type: 'DAYS' },
      exclusions: { count: 1 },
    })
  })

  it('leads from a short list inside of a row to the rest of it', async () => {
    const fake = createFakeXMatters({ tenant: small })
    const { body } = await get(fake, 'on-call?groups=g&embed=members.owner')
    const members = body.data[0]?.members
    expect(members).toMatchObject({ count: 3, total: 5 })
    const rest = await get(fake, members?.links.next ?? '')
    expect(rest.body.data.map(({ position }) => position)).toEqual([4, 5])
  })

  it('turns the rotation, leaves out the deleted day and gives a row without shift for a gap', async () => {
    const fake = createFakeXMatters({ tenant: small })
    const first = async (date: string): Promise<string | undefined> =>
      (await get(fake, `on-call?groups=g&at=${date}T10:00:00Z`)).body.data[0]?.members?.data[0]?.member.targetName
    expect(await Promise.all(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(first))).toEqual([
      'ana',
      'bo',
      'cy',
      undefined,
    ])
  })

  it('limits what one on-call request may ask for', async () => {
    const fake = createFakeXMatters({ tenant: small })
    const many = Array.from({ length: 31 }, () => 'g').join(',')
    expect((await get(fake, `on-call?groups=${many}`)).status).toBe(400)
    expect((await get(fake, 'on-call')).status).toBe(400)
    expect((await get(fake, 'on-call?groups=g&from=2026-12-02T00:00:00Z&to=2026-12-01T00:00:00Z')).status).toBe(400)
    const days = async (to: string): Promise<number> =>
      (await get(fake, `on-call?groups=g&from=2026-11-22T12:00:00Z&to=${to}T12:00:00Z`)).status
    expect([await days('2027-02-21'), await days('2027-02-22')]).toEqual([200, 400])
  })

  it('takes what to sort by and its order together only', async () => {
    const fake = createFakeXMatters({ tenant: small })
    expect((await get(fake, 'people?sortBy=TARGET_NAME')).status).toBe(400)
    expect((await get(fake, 'people?sortOrder=ASCENDING')).status).toBe(400)
    expect((await get(fake, 'people?sortBy=TARGET_NAME&sortOrder=ASCENDING')).status).toBe(200)
  })

  it('gives the summary as a bare array, with levels by delay', async () => {
    const fake = createFakeXMatters({ tenant: small })
    const { body } = await get<readonly WireOnCallSummary[]>(fake, 'on-call-summary?groups=g&at=2026-11-23T10:00:00Z')
    expect(
      body.map(({ recipient, delay, escalationLevel }) => [recipient?.targetName, delay, escalationLevel]),
    ).toEqual([
      ['ana', 0, 1],
      ['bo', 10, 2],
      ['cy', 10, 3],
      ['dee', 10, 4],
      ['eli', 10, 5],
    ])
  })

  it('lets in by password, by key and by token, and nobody else', async () => {
    const byPassword = createFakeXMatters({ tenant: small, auth: { username: 'ü', password: 'päss:word' } })
    const header = `Basic ${Buffer.from('ü:päss:word').toString('base64')}`
    expect((await get(byPassword, 'people', { headers: { authorization: header } })).status).toBe(200)
    expect((await get(byPassword, 'people', basic('u', 'wrong'))).status).toBe(401)
    expect((await get(byPassword, 'people')).status).toBe(401)
    const byKey = createFakeXMatters({ tenant: small, auth: { key: 'x-api-key-1', secret: 's' } })
    expect((await get(byKey, 'people', basic('x-api-key-1', 's'))).status).toBe(200)
  })

  it('grants tokens, renews them once and forgets them when their time is over', async () => {
    const fake = createFakeXMatters({ tenant: small, auth: { username: 'u', password: 'p', clientId: 'c' } })
    const grant = async (fields: Record<string, string>): Promise<Answer> =>
      get(fake, 'oauth2/token', { method: 'POST', body: new URLSearchParams(fields) })
    const { body: tokens } = await grant({ grant_type: 'password', client_id: 'c', username: 'u', password: 'p' })
    const bearer = { headers: { authorization: `Bearer ${tokens.access_token}` } }
    expect((await get(fake, 'people', bearer)).status).toBe(200)
    fake.expireTokens()
    expect((await get(fake, 'people', bearer)).status).toBe(401)
    const renewal = { grant_type: 'refresh_token', client_id: 'c', refresh_token: tokens.refresh_token }
    expect((await grant(renewal)).status).toBe(200)
    expect((await grant(renewal)).status).toBe(401)
    expect((await grant({ grant_type: 'client_credentials', client_id: 'c' })).status).toBe(401)
    expect(JSON.stringify(fake.requests)).not.toMatch(/password|access-|refresh-/)
  })

  it('fails by script: a status, a broken connection, half of an answer, or none until the caller gives up', async () => {
    const fake = createFakeXMatters({ tenant: small })
    fake.faults.next({ match: 'groups', status: 503, headers: { 'retry-after': '2' }, body: '<html>' })
    fake.faults.next({ failure: 'reset' })
    fake.faults.next({ failure: 'cut' })
    fake.faults.next({ failure: 'hang' })
    await expect(get(fake, 'people')).rejects.toThrow('fetch failed')
    const cut = await fake.fetch(`${fake.baseUrl}/api/xm/1/people`)
    expect(cut.status).toBe(200)
    await expect(cut.text()).rejects.toThrow()
    const controller = new AbortController()
    const hanging = fake.fetch(`${fake.baseUrl}/api/xm/1/people`, { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(hanging).rejects.toThrow('enough')
    const busy = await fake.fetch(`${fake.baseUrl}/api/xm/1/groups`)
    expect([busy.status, busy.headers.get('retry-after'), await busy.text()]).toEqual([503, '2', '<html>'])
    expect(fake.faults.pending()).toBe(0)
    expect((await get(fake, 'groups')).status).toBe(200)
  })

  it('remembers requests', async () => {
    const fake = createFakeXMatters({ tenant: small })
    await get(fake, 'people?limit=1', { headers: { 'user-agent': 'me', authorization: 'Basic secret' } })
    expect(fake.requests).toEqual([
      { method: 'GET', path: '/api/xm/1/people', query: '?limit=1', headers: { 'user-agent': 'me' } },
    ])
  })
})
