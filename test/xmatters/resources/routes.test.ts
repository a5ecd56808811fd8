import { describe, expect, it } from 'vitest'
import type { PageList, XMattersClient } from '../../../src/xmatters/index.ts'
import { emptyPage, page, rejection, scriptedClient } from '../support/scripted-fetch.ts'

type Call<T> = (client: XMattersClient) => T

type ListCase = readonly [
  path: string,
  search: string,
  bare: Call<PageList<unknown>>,
  asked?: Call<PageList<unknown>>,
  askedSearch?: string,
]

/** Each list: what it sends by itself, and with a query. */
const lists: readonly ListCase[] = [
  [
    '/people',
    'limit=1000&sortBy=TARGET_NAME&sortOrder=ASCENDING',
    (client) => client.people.list(),
    (client) =>
      client.people.list({
        embed: ['roles', 'devices'],
        'devices.email.exists': true,
        sortBy: 'SITE',
        sortOrder: 'DESCENDING',
        limit: 5,
      }),
    'limit=5&sortBy=SITE&sortOrder=DESCENDING&embed=roles,devices&devices.email.exists=true',
  ],
  ['/people/ab/devices', 'limit=1000&embed=timeframes', (client) => client.people.devices('ab')],
  ['/people/ab/supervisors', 'limit=1000', (client) => client.people.supervisors('ab')],
  ['/people/ab/group-memberships', 'limit=1000', (client) => client.people.groupMemberships('ab')],
  [
    '/devices',
    'limit=1000&embed=timeframes',
    (client) => client.devices.list(),
    (client) =>
      client.devices.list({ deviceStatus: 'ACTIVE', deviceNames: ['Work Email', 'a,b'], phoneNumberFormat: 'E164' }),
    'limit=1000&embed=timeframes&deviceStatus=ACTIVE&deviceNames=Work%20Email,a%2Cb&phoneNumberFormat=E164',
  ],
  ['/device-names', 'limit=1000', (client) => client.deviceNames.list()],
  ['/device-types', '', (client) => client.deviceTypes.list()],
  [
    '/groups',
    'limit=1000&sortBy=NAME&sortOrder=ASCENDING',
    (client) => client.groups.list(),
    (client) =>
      client.groups.list({ groupType: 'DYNAMIC', embed: ['criteria'], offset: 3, 'member.exists': 'ALL_SHIFTS' }),
    'limit=1000&sortBy=NAME&sortOrder=ASCENDING&groupType=DYNAMIC&embed=criteria&offset=3&member.exists=ALL_SHIFTS',
  ],
  ['/groups/ab/supervisors', 'limit=1000', (client) => client.groups.supervisors('ab')],
  [
    '/groups/ab/members',
    'limit=1000&embed=shifts',
    (client) => client.roster.list('ab'),
    (client) => client.roster.list('ab', { sortBy: 'TARGET_NAME' }),
    'limit=1000&embed=shifts&sortOrder=ASCENDING&sortBy=TARGET_NAME',
  ],
  [
    '/groups/ab/shifts',
    'limit=1000&embed=members,rotation',
    (client) => client.shifts.list('ab'),
    (client) => client.shifts.list('ab', { embed: ['members', 'rotation', 'exclusions'], 'members.exists': false }),
    'limit=1000&embed=members,rotation,exclusions&members.exists=false',
  ],
  ['/groups/ab/shifts/cd/members', 'limit=1000', (client) => client.shiftMembers.list('ab', 'cd')],
  ['/groups/ab/shifts/cd/exclusions', 'limit=1000', (client) => client.shifts.exclusions('ab', 'cd')],
  [
    '/groups/ab/occurrences',
    'limit=1000&embed=members',
    (client) => client.occurrences.list('ab'),
    (client) => client.occurrences.list('ab', { from: '2026-11-23T00:00:00Z', shifts: ['s1', 's2'] }),
    'limit=1000&embed=members&from=2026-11-23T00%3A00%3A00Z&shifts=s1,s2',
  ],
  [
    '/on-call',
    'limit=1000&membersPerShift=100&embed=shift,members.owner&groups=a,b%2Cc',
    (client) => client.onCall.list({ groups: ['a', 'b,c'] }),
  ],
  ['/on-call-summary', 'groups=a,b', (client) => client.onCallSummary.list({ groups: ['a', 'b'] })],
  [
    '/temporary-absences',
    'limit=1000',
    (client) => client.absences.list(),
    (client) => client.absences.list({ member: 'a b' }),
    'limit=1000&member=a%20b',
  ],
  ['/sites', 'limit=1000', (client) => client.sites.list()],
  [
    '/people',
    'limit=1000&sortBy=TARGET_NAME&sortOrder=ASCENDING',
    (client) => client.people.list({ sortBy: undefined as never }),
    (client) => client.people.list({ sortBy: 'SITE' }),
    'limit=1000&sortBy=SITE&sortOrder=ASCENDING',
  ],
  [
    '/services',
    'limit=1000',
    (client) => client.services.list(),
    (client) => client.services.list({ ownedBy: 'g', serviceTier: 'GOLD' }),
    'limit=1000&ownedBy=g&serviceTier=GOLD',
  ],
  ['/roles', 'limit=1000', (client) => client.roles.list()],
]

const embedOfGet = (embed: string): string => `?embed=${embed}`

/** Each single read, and what answers it. */
const gets: readonly (readonly [string, object, Call<Promise<unknown>>, unknown])[] = [
  [
    `/people/u%7C1${embedOfGet('roles,supervisors')}`,
    { id: 'p' },
    async (client) => client.people.get('u|1'),
    { id: 'p' },
  ],
  [
    `/devices/u%7CWork%20Email${embedOfGet('timeframes')}`,
    { id: 'd' },
    async (client) => client.devices.get('u|Work Email'),
    { id: 'd' },
  ],
  [
    `/groups/a%2Fb${embedOfGet('supervisors,observers,services')}`,
    { id: 'g' },
    async (client) => client.groups.get('a/b'),
    { id: 'g' },
  ],
  [
    `/groups/g/shifts/s%20%5C${embedOfGet('members,rotation')}`,
    { id: 's' },
    async (client) => client.shifts.get('g', 's \\'),
    { id: 's' },
  ],
  ['/sites/s', { id: 's' }, async (client) => client.sites.get('s'), { id: 's' }],
  [`/services/s${embedOfGet('serviceLinks')}`, { id: 's' }, async (client) => client.services.get('s'), { id: 's' }],
  [
    '/temporary-absences?limit=1000',
    page([{ id: 'a' }, { id: 'b' }]),
    async (client) => client.absences.get('b'),
    { id: 'b' },
  ],
  [
    '/roles?limit=1000',
    page([{ id: 'a', name: 'A' }]),
    async (client) => client.roles.get('A'),
    { id: 'a', name: 'A' },
  ],
  [
    '/device-names?limit=1000',
    page([{ name: 'Work', deviceType: 'EMAIL' }]),
    async (client) => client.deviceNames.get('Work'),
    { name: 'Work', deviceType: 'EMAIL' },
  ],
  ['/device-types', page(['EMAIL', 'VOICE']), async (client) => client.deviceTypes.get('voice'), 'VOICE'],
  [
    '/groups/g/members?limit=1000&embed=shifts',
    page([{ group: { id: 'g' }, member: { id: 'p', targetName: 'u' } }]),
    async (client) => client.roster.get('g', 'u'),
    { group: { id: 'g' }, member: { id: 'p', targetName: 'u' } },
  ],
  [
    '/groups/g/shifts/s/members?limit=1000',
    page([
      { position: 1, recipient: { id: 'p' } },
      { position: 2, recipient: { id: 'q' } },
      { position: 3, recipient: { id: 'p' } },
    ]),
    async (client) => client.shiftMembers.get('g', 's', 'p'),
    [
      { position: 1, recipient: { id: 'p' } },
      { position: 3, recipient: { id: 'p' } },
    ],
  ],
  [
    '/groups/g/occurrences?limit=1000&embed=members&shifts=s&from=2026-11-23T09%3A00%3A00Z&to=2026-11-23T09%3A00%3A01Z',
    page([{ start: '2026-11-23T08:00:00Z' }, { start: '2026-11-23T09:00:00.000Z' }]),
    async (client) => client.occurrences.get('g', 's', '2026-11-23T09:00:00Z'),
    { start: '2026-11-23T09:00:00.000Z' },
  ],
  [
    '/on-call?limit=1000&membersPerShift=100&embed=shift,members.owner&groups=g',
    page([{ group: { id: 'g' } }]),
    async (client) => client.onCall.get('g'),
    [{ group: { id: 'g' } }],
  ],
  [
    '/on-call-summary?groups=g',
    [{ delay: 0 }, { delay: 5 }],
    async (client) => client.onCallSummary.get('g'),
    [{ delay: 0 }, { delay: 5 }],
  ],
]

describe('lists', () => {
  it.each(lists.map((one) => ({ one, address: `${one[0]}?${one[1]}` })))('$address', async ({ one }) => {
    const [path, search, bare, asked, askedSearch] = one
    const { client, sent } = scriptedClient(() => emptyPage)
    expect(await bare(client)).toMatchObject({ count: 0, data: [], issues: [] })
    expect(sent[0]).toMatchObject({ path, method: 'GET' })
    expect(sent[0]!.url.search).toBe(search === '' ? '' : `?${search}`)
    if (!asked) return
    await asked(client)
    expect(sent[1]!.url.search).toBe(`?${askedSearch}`)
  })

  it('are all that there are, and nothing writes', () => {
    const { client } = scriptedClient(() => emptyPage)
    const methods = Object.values(client).flatMap((resource: object) => Object.keys(resource))
    expect(new Set(methods)).toEqual(
      new Set(['list', 'get', 'devices', 'supervisors', 'groupMemberships', 'exclusions']),
    )
    for (const resource of Object.values(client))
      expect(Object.keys(resource as object)).toEqual(expect.arrayContaining(['list', 'get']))
  })

  it('say when the summary may have stopped short', async () => {
    const { client } = scriptedClient(() => Array.from({ length: 1000 }, (_, delay) => ({ delay })))
    expect((await client.onCallSummary.list({ groups: ['g'] })).issues).toMatchObject([{ code: 'capped' }])
  })
})

describe('single reads', () => {
  it.each(gets)('%s', async (address, answer, get, expected) => {
    const { client, sent } = scriptedClient(() => answer)
    expect(await get(client)).toEqual(expected)
    expect(`${sent[0]!.path}${sent[0]!.url.search}`).toBe(address)
  })

  it.each([
    async (client: XMattersClient) => client.absences.get('x'),
    async (client: XMattersClient) => client.roles.get('x'),
    async (client: XMattersClient) => client.roster.get('g', 'x'),
    async (client: XMattersClient) => client.deviceTypes.get('x'),
  ])('of what a list does not have is not found', async (get) => {
    const { client } = scriptedClient(() => emptyPage)
    expect(await rejection(get(client))).toMatchObject({ code: 'not-found', name: 'NotFoundError' })
  })

  const nameless: readonly Call<Promise<unknown>>[] = [
    (client) => client.absences.get(''),
    (client) => client.roles.get('.'),
    (client) => client.roster.get('g', ''),
    (client) => client.shiftMembers.get('g', 's', ''),
    (client) => client.occurrences.get('g', '', '2026-11-23T09:00:00Z'),
    (client) => client.deviceNames.get(''),
    (client) => client.deviceTypes.get('..'),
    (client) => client.onCall.get(''),
    (client) => client.onCallSummary.get(''),
  ]
  it.each(nameless)('by a name that names nothing are refused without a request', async (get) => {
    const { client, sent } = scriptedClient(() => page([{ id: '' }]))
    expect(await rejection(get(client))).toMatchObject({ code: 'invalid-argument' })
    expect(sent).toEqual([])
  })

  it.each([[], {}, { id: '' }, null, 'a', page([{ id: 'a' }])])(
    'answered with %j are an invalid response',
    async (body) => {
      const { client } = scriptedClient(() => JSON.stringify(body))
      expect(await rejection(client.sites.get('a'))).toMatchObject({
        code: 'invalid-response',
        expectation: 'an object with its id',
      })
    },
  )

  it('keep what they do not know, and tell what is odd', async () => {
    const issues: number[] = []
    const row = { id: 'a', status: 'ASLEEP', later: { x: [1] } }
    const { client } = scriptedClient(() => row, {
      onEvent: (event) => void (event.kind === 'page' && issues.push(event.issues)),
    })
    expect(await client.sites.get('a')).toEqual(row)
    expect(issues).toEqual([1])
  })
})
