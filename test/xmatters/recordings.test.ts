import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type PageList, XMattersClient } from '../../src/xmatters/index.ts'
import { sendJson, serveHttp } from './support/loopback.ts'
import { basic, emptyPage, rejection } from './support/scripted-fetch.ts'

const data = process.env['XMATTERS_SYNC_DATA'] ?? ''
const folders = ['xmatters-recordings', 'xmatters-doc-samples'].map((name) => join(data, name))
const isThere = data !== '' && folders.every(existsSync)

/** How one file is read: at which path, put into which answer, and by which call. */
interface Reading {
  readonly path: string
  readonly answer?: (body: object) => object
  readonly read: (client: XMattersClient) => PromiseLike<unknown>
}

const inPage = (body: object): object => ({ count: 1, total: 1, data: [body] })
const withId = (body: object): object => ({ id: 'made-up', ...body })
const device: Reading = { path: '/devices/d', read: async (client) => client.devices.get('d') }
const person: Reading = { path: '/people/p', read: async (client) => client.people.get('p') }
const group: Reading = { path: '/groups/g', read: async (client) => client.groups.get('g') }
const shift: Reading = { path: '/groups/g/shifts/s', read: async (client) => client.shifts.get('g', 's') }
const site: Reading = { path: '/sites/s', read: async (client) => client.sites.get('s') }
const roster: Reading = { path: '/groups/g/members', answer: inPage, read: (client) => client.roster.list('g') }
const slots: Reading = {
  path: '/groups/g/shifts/s/members',
  answer: inPage,
  read: (client) => client.shiftMembers.list('g', 's'),
}
const absence: Reading = { path: '/temporary-absences', answer: inPage, read: (client) => client.absences.list() }
const onCall: Reading = { path: '/on-call', read: (client) => client.onCall.list({ groups: ['g'] }) }
const onCallRow = (body: object): object => inPage({ group: { id: 'g' }, ...body })

/** By the beginning of a file's name, the longest first. */
const readings: Readonly<Record<string, Reading>> = {
  'device-names': { path: '/device-names', read: (client) => client.deviceNames.list() },
  'device-types': { path: '/device-types', read: (client) => client.deviceTypes.list() },
  'devices-device-objects': { ...device, answer: withId },
  'devices-device-objects-8': { ...device, answer: (timeframes) => withId({ timeframes }) },
  'devices-': device,
  'dynamic-teams': group,
  'get-a-person-s-devices': { path: '/people/p/devices', read: (client) => client.people.devices('p') },
  'get-groups': { path: '/groups', read: (client) => client.groups.list({ search: 'oncall database' }) },
  'get-people': {
    path: '/people',
    read: (client) => client.people.list({ propertyNames: ['a'], propertyValues: ['b'] }),
  },
  'group-roster-add': person,
  'group-roster-remove': roster,
  'groups-get-groups': { path: '/groups', read: (client) => client.groups.list() },
  'groups-group-objects-4': roster,
  'groups-': group,
  'on-call-': onCall,
  'on-call-on-call-objects-3': {
    ...onCall,
    answer: (replacement) =>
      onCallRow({ members: [{ position: 1, member: { id: 'p' }, replacements: [replacement] }] }),
  },
  'on-call-on-call-objects.': { ...onCall, answer: onCallRow },
  'on-call-summary': { path: '/on-call-summary', read: (client) => client.onCallSummary.list({ groups: ['g'] }) },
  'people-get-a-person-groups': {
    path: '/people/p/group-memberships',
    read: (client) => client.people.groupMemberships('p'),
  },
  'people-get-a-person-supervisors': {
    path: '/people/p/supervisors',
    read: (client) => client.people.supervisors('p'),
  },
  'people-get-a-person-39-s-devices': { path: '/people/p/devices', read: (client) => client.people.devices('p') },
  'people-get-a-person-39-s-supervisors': {
    path: '/people/p/supervisors',
    read: (client) => client.people.supervisors('p'),
  },
  'people-': person,
  'roles-': { path: '/roles', read: (client) => client.roles.list() },
  'shifts-': shift,
  'shifts-shift-objects-2': { ...shift, answer: withId },
  'shifts-shift-objects-4': slots,
  'shifts-add-a-member': slots,
  'shifts-get-shifts-in-a-group': { path: '/groups/g/shifts', read: (client) => client.shifts.list('g') },
  'sites-': site,
  'temporary-absence-get': { ...absence, answer: (body) => body },
  'temporary-absences-': absence,
  'xmatters-rest-api-common-objects-2': { ...person, answer: withId },
  'xmatters-rest-api-common-objects-4': { ...person, answer: (links) => withId({ links }) },
  'xmatters-rest-api-common-objects-6': { ...slots, answer: (recipient) => inPage({ position: 1, recipient }) },
  'xmatters-rest-api-identifying-resources': group,
}

function readingOf(name: string): Reading | undefined {
  const prefix = Object.keys(readings)
    .filter((one) => name.startsWith(one))
    .sort((one, other) => other.length - one.length)[0]
  return prefix === undefined ? undefined : readings[prefix]
}

const files = isThere
  ? folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, join(folder, name)] as const),
    )
  : []

/** The same value without the lists inside of rows that were not whole, which the client completes. */
function withoutPartialLists(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, item: unknown) => {
    const {
      data: rows,
      total,
      links,
    } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>
    const isList = Array.isArray(rows)
    return isList && (Number(total) > rows.length || (links as { next?: string } | undefined)?.next !== undefined)
      ? undefined
      : item
  }) as unknown
}

describe.skipIf(!isThere)('recorded and documented answers (needs XMATTERS_SYNC_DATA)', () => {
  it.each(files)('%s is read whole', async (name, file) => {
    const { body, status, request, ...others } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly body?: object
      readonly status?: number
      readonly request?: { readonly method: string; readonly url: string }
    } & Record<string, object>
    const reading = readingOf(name)
    if (body === undefined || name.startsWith('oauth-')) return readOther(name, body ?? others)
    if (reading === undefined) throw new Error(`No reading for ${name}.`)
    const answer = reading.answer?.(body) ?? body
    const server = await serveHttp(({ url }, response) => {
      const { pathname, searchParams } = new URL(url!, 'http://x')
      const isAsked = pathname === `/api/xm/1${reading.path}` && !searchParams.has('offset')
      sendJson(response, isAsked ? answer : emptyPage, isAsked ? (status ?? 200) : 200)
    })
    const client = new XMattersClient({ baseUrl: server.url, auth: basic, retries: 0 })
    const read = await reading.read(client)
    if (request?.method === 'GET') {
      const recorded = new URL(request.url.replace('{{Host_Name}}', 'http://x').replaceAll(/\{\{\w+\}\}/g, 'ID'))
      const segments = recorded.pathname.replace(/\/$/, '').split('/').length
      expect(new URL(server.requests[0]!, 'http://x').pathname.split('/')).toHaveLength(segments)
    }
    if ('data' in answer || Array.isArray(answer)) {
      const { data: rows, issues } = read as Awaited<PageList<object>>
      expect(withoutPartialLists(rows)).toEqual(withoutPartialLists('data' in answer ? answer.data : answer))
      expect(issues.filter(({ code }) => code === 'unreadable-row')).toEqual([])
    } else expect(withoutPartialLists(read)).toEqual(withoutPartialLists(answer))
  })

  async function readOther(name: string, body: Record<string, object> | object): Promise<void> {
    const server = await serveHttp(({ url }, response) => {
      const isToken = url!.endsWith('/oauth2/token')
      const { groupMembers, unauthorized } = body as Record<string, object>
      if (isToken) sendJson(response, body)
      else if (url!.includes('/people')) sendJson(response, unauthorized, 401)
      else sendJson(response, groupMembers ?? emptyPage)
    })
    const isOAuth = name.startsWith('oauth-')
    const auth = isOAuth ? ({ kind: 'oauth', clientId: 'c', username: 'u', password: 'p' } as const) : basic
    const client = new XMattersClient({ baseUrl: server.url, auth, retries: 0 })
    const { data: rows } = await client.roster.list('g')
    const { access_token: token, groupMembers } = body as { access_token?: string; groupMembers?: { data: object[] } }
    if (isOAuth) expect(server.authorizations.at(-1)).toBe(`Bearer ${token}`)
    else {
      expect(rows).toEqual(groupMembers?.data)
      expect(await rejection(client.people.list())).toMatchObject({ code: 'authentication', status: 401 })
    }
  }

  it('are all there', () => {
    expect(files.length).toBeGreaterThan(50)
  })
})
