import { createServer } from 'node:http'

/** An instance on loopback with made-up rows, written down before anybody asks, so that its own work hardly counts. */
export async function serveInstance({ people, groups, shiftsPerGroup, latencyMs }) {
  const lists = makeLists({ people, groups, shiftsPerGroup })
  let requests = 0
  let bytes = 0
  const server = createServer((request, response) => {
    requests += 1
    const url = new URL(request.url, 'http://x')
    const rows = lists.get(url.pathname.replace('/api/xm/1/', '').replace(/\/$/, '')) ?? []
    const offset = Number(url.searchParams.get('offset') ?? 0)
    const limit = Number(url.searchParams.get('limit') ?? 100)
    const slice = rows.slice(offset, offset + limit)
    const next = offset + limit < rows.length ? `"next":"${url.pathname}?offset=${offset + limit}&limit=${limit}"` : ''
    const body = `{"count":${slice.length},"total":${rows.length},"data":[${slice.join()}],"links":{${next}}}`
    bytes += Buffer.byteLength(body)
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      response.end(body)
    }, latencyMs)
  })
  server.keepAliveTimeout = 60_000
  await new Promise((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    port: server.address().port,
    reset: () => (requests = bytes = 0),
    count: () => ({ requests, bytes }),
  }
}

/** Rows as JSON text, by the path of their list. */
function makeLists({ people, groups, shiftsPerGroup }) {
  const id = (kind, index) => `${kind}0000000`.slice(0, 8) + `-0000-4000-8000-${String(index).padStart(12, '0')}`
  const self = (path) => ({ self: `/api/xm/1/${path}` })
  const many = (count, make) => Array.from({ length: count }, (_, index) => JSON.stringify(make(index)))
  const person = (index) => ({
    id: id('a', index),
    targetName: `user${index}`,
    recipientType: 'PERSON',
    firstName: `First${index}`,
    lastName: `Last${index}`,
    links: self(`people/${id('a', index)}`),
  })
  const group = (index) => ({
    id: id('b', index),
    targetName: `Group ${index}`,
    recipientType: 'GROUP',
    groupType: 'ON_CALL',
    links: self(`groups/${id('b', index)}`),
  })
  const member = (index, place) => person((index * 10 + place) % people)
  const shift = (index, number) => ({
    id: id('c', index * shiftsPerGroup + number),
    group: group(index),
    name: `Shift ${number}`,
    start: '2026-01-05T09:00:00.000Z',
    end: '2026-01-05T17:00:00.000Z',
    timezone: 'US/Pacific',
    recurrence: { frequency: 'WEEKLY', repeatEvery: 1, onDays: ['MO', 'TU', 'WE'], end: { endBy: 'NEVER' } },
    rotation: {
      type: 'ELAPSED_TIME',
      direction: 'SECOND_TO_FIRST',
      interval: 1,
      intervalUnit: 'WEEKS',
      nextRotationTime: '2026-12-07T09:00:00.000Z',
    },
    members: {
      count: 4,
      total: 4,
      data: [0, 1, 2, 3].map((place) => ({
        position: place + 1,
        delay: place * 5,
        escalationType: 'PEER',
        inRotation: true,
        recipient: member(index, place),
      })),
    },
    links: self(`groups/${id('b', index)}/shifts/${id('c', index * shiftsPerGroup + number)}`),
  })
  const lists = new Map([
    [
      'people',
      many(people, (index) => ({
        ...person(index),
        language: 'en',
        timezone: 'US/Pacific',
        webLogin: `user${index}@example.com`,
        site: { id: id('d', index % 20), name: `Site ${index % 20}` },
        properties: { Department: 'Payments', Building: index % 7 },
        roles: { count: 1, total: 1, data: [{ id: id('e', 1), name: 'Standard User' }] },
        status: 'ACTIVE',
      })),
    ],
    [
      'devices',
      many(people * 2, (index) => ({
        id: id('f', index),
        name: 'Work Email',
        targetName: `user${index >> 1}|Work Email`,
        recipientType: 'DEVICE',
        deviceType: 'EMAIL',
        emailAddress: `user${index >> 1}@example.com`,
        sequence: (index % 2) + 1,
        delay: 0,
        owner: person(index >> 1),
        timeframes: { count: 1, total: 1, data: [{ name: '24 x 7', startTime: '00:00', durationInMinutes: 1440 }] },
        status: 'ACTIVE',
      })),
    ],
    [
      'groups',
      many(groups, (index) => ({
        ...group(index),
        status: 'ACTIVE',
        description: 'A group',
        supervisors: { count: 1, total: 1, data: [member(index, 0)] },
      })),
    ],
    ['sites', many(20, (index) => ({ id: id('d', index), name: `Site ${index}`, status: 'ACTIVE' }))],
    ['services', many(50, (index) => ({ id: id('9', index), targetName: `service-${index}`, ownedBy: group(index) }))],
    [
      'temporary-absences',
      many(200, (index) => ({
        id: id('8', index),
        start: '2026-11-23T09:00:00.000Z',
        end: '2026-11-24T09:00:00.000Z',
        member: person(index),
        absenceType: 'VACANCY',
      })),
    ],
  ])
  for (let index = 0; index < groups; index++) {
    const path = `groups/${id('b', index)}`
    lists.set(
      `${path}/members`,
      many(8, (place) => ({
        group: group(index),
        member: member(index, place),
        shifts: { count: 1, total: 1, data: [{ id: id('c', index * shiftsPerGroup), name: 'Shift 0' }] },
      })),
    )
    lists.set(
      `${path}/shifts`,
      many(shiftsPerGroup, (number) => shift(index, number)),
    )
  }
  return lists
}
