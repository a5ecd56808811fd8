import { describe, expect, it } from 'vitest'
import { defaultSemantics, mapTenant, type SourceSemantics } from '../../src/mapping/index.ts'
import { renderEscalation } from '../../src/schedule/index.ts'
import type { XMattersTenant } from '../../src/xmatters/index.ts'

type Values = { -readonly [K in keyof XMattersTenant]?: unknown }

const tenantOf = (values: Values): XMattersTenant =>
  ({
    origin: 'xmatters:example.com',
    capturedAt: '2026-11-20T00:00:00Z',
    people: [],
    devices: [],
    groups: [],
    roster: [],
    shifts: [],
    absences: [],
    sites: [],
    services: [],
    selection: null,
    completeness: { complete: true, gaps: [] },
    ...values,
  }) as XMattersTenant

const person = (id: string, more: object = {}): object => ({
  id,
  targetName: id,
  firstName: id,
  status: 'ACTIVE',
  webLogin: `${id}@example.com`,
  ...more,
})
const group = (id: string, more: object = {}): object => ({
  id,
  targetName: id,
  recipientType: 'GROUP',
  status: 'ACTIVE',
  ...more,
})
const slot = (position: number, id: string, delay = 0, more: object = {}): object => ({
  position,
  delay,
  inRotation: true,
  recipient: { id, recipientType: 'PERSON' },
  ...more,
})
const shift = (id: string, groupId: string, members: readonly object[], more: object = {}): object => ({
  id,
  name: id,
  group: { id: groupId },
  start: '2026-11-02T09:00:00Z',
  end: '2026-11-02T17:00:00Z',
  timezone: 'UTC',
  recurrence: { frequency: 'DAILY', repeatEvery: 1, end: { endBy: 'NEVER' } },
  members,
  ...more,
})
const day = { from: '2026-11-23T00:00:00Z', to: '2026-11-24T00:00:00Z' }
const levelsOn = (tenant: XMattersTenant, window = day, semantics: Partial<SourceSemantics> = {}): unknown =>
  renderEscalation(mapTenant(tenant, { semantics }).snapshot, 'group:g', window).map(({ start, end, levels }) => [
    start,
    end,
    ...levels.map(({ offsetMinutes, userKeys }) => `${offsetMinutes}: ${userKeys.join(' ')}`),
  ])
const codes = (tenant: XMattersTenant): readonly string[] => mapTenant(tenant).ledger.entries.map(({ code }) => code)

const people = ['a', 'b', 'c'].map((id) => person(id))

const countLeaves = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, one) => sum + countLeaves(one), 0)
    : ['string', 'number', 'boolean'].includes(typeof value)
      ? 1
      : 0

describe('mapTenant', () => {
  it('adds up the delays of a shift to offsets', () => {
    const tenant = tenantOf({
      people,
      groups: [group('g')],
      shifts: [shift('s', 'g', [slot(2, 'b', 10), slot(1, 'a'), slot(3, 'c', 15)])],
    })
    expect(levelsOn(tenant)).toEqual([
      ['2026-11-23T09:00:00Z', '2026-11-23T17:00:00Z', '0: person:a', '10: person:b', '25: person:c'],
    ])
    expect(levelsOn(tenant, day, { memberDelay: 'after' })).toEqual([
      ['2026-11-23T09:00:00Z', '2026-11-23T17:00:00Z', '0: person:a person:b', '10: person:c'],
    ])
  })

  it('lays two shifts over each other', () => {
    const tenant = tenantOf({
      people,
      groups: [group('g')],
      shifts: [shift('s', 'g', [slot(1, 'a'), slot(2, 'b', 10)]), shift('t', 'g', [slot(1, 'c'), slot(2, 'a', 15)])],
    })
    const target = (key: string): object => ({ kind: 'rotation', scheduleKey: 'group:g', key })
    expect(mapTenant(tenant).snapshot.escalationPolicies).toEqual([
      {
        key: 'group:g',
        name: 'g',
        ownerGroupKey: 'group:g',
        active: true,
        levels: [
          { offsetMinutes: 0, targets: [target('shift:s/slot:1'), target('shift:t/slot:1')] },
          { offsetMinutes: 10, targets: [target('shift:s/slot:2')] },
          { offsetMinutes: 15, targets: [target('shift:t/slot:2')] },
        ],
        repeat: null,
      },
    ])
  })

  it('sorts levels by number and their targets by key, and keeps what repeats', () => {
    const repeatEscalation = { repeatEnabled: true, delay: 5, repetitions: 2 }
    const tenant = tenantOf({
      people,
      groups: [group('g', { status: 'INACTIVE' })],
      shifts: [
        shift('t', 'g', [slot(1, 'c', 100), slot(2, 'a', 0)], { repeatEscalation }),
        shift('r', 'g', [slot(1, 'c', 9)]),
        shift('s', 'g', [slot(1, 'c', 100)], { repeatEscalation }),
      ],
    })
    const [policy] = mapTenant(tenant).snapshot.escalationPolicies
    expect(policy?.levels.map(({ offsetMinutes, targets }) => [offsetMinutes, targets.map(({ key }) => key)])).toEqual([
      [9, ['shift:r/slot:1']],
      [100, ['shift:s/slot:1', 'shift:t/slot:1', 'shift:t/slot:2']],
    ])
    expect(policy).toMatchObject({
      active: false,
      repeat: [
        { rotationKeys: ['shift:t/slot:1', 'shift:t/slot:2'], delayMinutes: 5, repetitions: 2 },
        { rotationKeys: ['shift:s/slot:1'], delayMinutes: 5, repetitions: 2 },
      ],
    })
  })

  it('hands over by time from the next rotation on, delays staying with the slots', () => {
    const rotation = {
      type: 'TIME',
      direction: 'SECOND_TO_FIRST',
      interval: 1,
      intervalUnit: 'DAYS',
      nextRotationTime: '2026-11-23T00:00:00Z',
    }
    const tenant = tenantOf({
      people,
      groups: [group('g')],
      shifts: [shift('s', 'g', [slot(1, 'a'), slot(2, 'b', 5), slot(3, 'c', 5)], { rotation })],
    })
    expect(levelsOn(tenant)).toEqual([
      ['2026-11-23T09:00:00Z', '2026-11-23T17:00:00Z', '0: person:b', '5: person:c', '10: person:a'],
    ])
    const backwards = tenantOf({
      ...tenant,
      shifts: [
        shift('s', 'g', [slot(1, 'a'), slot(2, 'b', 5), slot(3, 'c', 5)], {
          rotation: { ...rotation, direction: 'Last to first' },
        }),
      ],
    })
    expect(levelsOn(backwards)).toEqual([
      ['2026-11-23T09:00:00Z', '2026-11-23T17:00:00Z', '0: person:c', '5: person:a', '10: person:b'],
    ])
  })

  it('moves a rotation time that has passed on by whole intervals', () => {
    const rotation = {
      type: 'ELAPSED_TIME',
      interval: 1,
      intervalUnit: 'WEEKS',
      nextRotationTime: '2026-11-02T12:00:00Z',
    }
    const tenant = tenantOf({
      people,
      groups: [group('g')],
      shifts: [shift('s', 'g', [slot(1, 'a'), slot(2, 'b', 5)], { rotation })],
    })
    expect(mapTenant(tenant).snapshot.schedules[0]?.rotations[0]?.handoff).toMatchObject({
      anchorWall: '2026-11-02T12:00:00',
      firstIndex: 3,
    })
  })

  it('hands over after so many shifts', () => {
    const rotation = { type: 'COMPLETED_SHIFTS', interval: '2', nextRotationTime: '2026-11-17T00:00:00Z' }
    const tenant = tenantOf({
      people,
      groups: [group('g')],
      shifts: [shift('s', 'g', [slot(1, 'a'), slot(2, 'b', 5)], { rotation })],
    })
    expect(mapTenant(tenant).snapshot.schedules[0]?.rotations[0]?.handoff).toEqual({
      kind: 'occurrences',
      firstStart: '2026-11-21T09:00:00Z',
      every: 2,
    })
  })

  it.each([
    [{ type: 'ALERT', interval: 3 }, 'rotation.by-alert'],
    [{ type: 'EVENT_ROUND_ROBIN', interval: 3 }, 'rotation.by-alert'],
    [{ type: 'LUNAR' }, 'rotation.unknown'],
  ])('keeps the order of a rotation that it cannot predict: %o', (rotation, code) => {
    const tenant = tenantOf({
      people,
      groups: [group('g')],
      shifts: [shift('s', 'g', [slot(1, 'a'), slot(2, 'b', 5)], { rotation })],
    })
    expect(codes(tenant)).toContain(code)
    expect(levelsOn(tenant)).toEqual([['2026-11-23T09:00:00Z', '2026-11-23T17:00:00Z', '0: person:a', '5: person:b']])
  })

  it('lets a replacement stand in, also for a replacement who is away', () => {
    const away = (id: string, member: string, replacement?: string): object => ({
      id,
      start: '2026-11-23T00:00:00Z',
      end: '2026-11-24T00:00:00Z',
      member: { id: member },
      ...(replacement ? { replacement: { id: replacement } } : {}),
    })
    const tenant = tenantOf({
      people,
      groups: [group('g')],
      shifts: [shift('s', 'g', [slot(1, 'a')])],
      absences: [away('x', 'a', 'b'), away('y', 'b', 'c')],
    })
    expect(levelsOn(tenant)).toEqual([['2026-11-23T09:00:00Z', '2026-11-23T17:00:00Z', '0: person:c']])
    expect(levelsOn(tenantOf({ ...tenant, absences: [away('x', 'a')] }))).toEqual([])
  })

  it('reaches the roster of a broadcast group and the owner of a device', () => {
    const tenant = tenantOf({
      people,
      devices: [{ id: 'd', deviceType: 'VOICE', owner: { id: 'c' } }],
      groups: [group('g'), group('cast', { groupType: 'BROADCAST' })],
      roster: ['a', 'b'].map((id) => ({ group: { id: 'cast' }, member: { id, recipientType: 'PERSON' } })),
      shifts: [
        shift('s', 'g', [
          slot(1, 'cast', 0, { recipient: { id: 'cast', recipientType: 'GROUP' } }),
          slot(2, 'd', 5, { recipient: { id: 'd', recipientType: 'DEVICE' } }),
        ]),
      ],
    })
    expect(levelsOn(tenant)).toEqual([
      ['2026-11-23T09:00:00Z', '2026-11-23T17:00:00Z', '0: person:a person:b', '5: person:c'],
    ])
    expect(codes(tenant)).toContain('member.device')
  })

  it('names the policies that a person without an e-mail weakens', () => {
    const tenant = tenantOf({
      people: [person('a', { webLogin: 'a' })],
      groups: [group('g')],
      shifts: [shift('s', 'g', [slot(1, 'a')])],
    })
    expect(mapTenant(tenant).ledger.entries.find(({ code }) => code === 'user.no-email')?.effect).toEqual({
      people: 1,
      affects: ['group:g'],
    })
  })

  it('sizes no loss but where it weakens a policy, and none of a member', () => {
    const tenant = tenantOf({
      people: [person('a', { webLogin: 'a' }), person('b', { timezone: 'x' })],
      devices: [{ id: 'd', deviceType: 'VOICE', owner: { id: 'b' } }],
      groups: [group('g')],
      shifts: [
        shift('s', 'g', [slot(1, 'b'), slot(2, 'd', 0, { recipient: { id: 'd', recipientType: 'DEVICE' } })], {
          rotation: { type: 'LUNAR' },
        }),
      ],
    })
    const effects = mapTenant(tenant).ledger.entries.map(({ code, entity, effect }) => [`${code} ${entity}`, effect])
    expect(Object.fromEntries(effects)).toMatchObject({
      'user.no-email person:a': undefined,
      'user.time-zone person:b': undefined,
      'member.device shift:s': undefined,
      // A device stands for nobody whom an absence could redirect.
      'rotation.unknown shift:s': { people: 1, affects: ['group:g'] },
    })
  })

  it('says of a group what it says alone', () => {
    const { entries } = mapTenant(tenantOf({ groups: [group('g', { status: 'INACTIVE' })] })).ledger
    expect(entries.find(({ code }) => code === 'group.inactive')).toMatchObject({
      entity: 'group:g',
      path: 'groups[0].status',
    })
  })

  it('names in each entry whose value it is and where', () => {
    const surprise = { surprise: 1 }
    const tenant = tenantOf({
      people: [person('a', surprise), { ...surprise }],
      groups: [group('g', surprise)],
      devices: [{ id: 'd', deviceType: 'VOICE', owner: { id: 'a' }, ...surprise }],
      roster: [{ group: { id: 'g' }, member: { id: 'a' }, ...surprise }, surprise],
      shifts: [shift('s', 'g', [], surprise)],
      absences: [
        { id: 'x', start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z', member: { id: 'a' }, ...surprise },
      ],
      sites: [{ id: 'v', ...surprise }],
      services: [{ id: 'q', ...surprise }],
    })
    const entries = mapTenant(tenant).ledger.entries.filter(({ code }) => code === 'field.unknown')
    expect(entries.map(({ entity, path }) => `${entity} ${path}`).sort()).toEqual([
      'absence:x absences[0].surprise',
      'device:d devices[0].surprise',
      'group: roster[1].surprise',
      'group:g groups[0].surprise',
      'group:g roster[0].surprise',
      'person: people[1].surprise',
      'person:a people[0].surprise',
      'service:q services[0].surprise',
      'shift:s shifts[0].surprise',
      'site:v sites[0].surprise',
    ])
  })

  it('looks for the zone of a shift with its group, then with the site of that', () => {
    const zoneOf = (ofGroup: object, ofSite: object): unknown =>
      mapTenant(
        tenantOf({
          people,
          groups: [group('g', { site: { id: 'v' }, ...ofGroup })],
          sites: [{ id: 'v', ...ofSite }],
          shifts: [shift('s', 'g', [slot(1, 'a')], { timezone: '' })],
        }),
      ).snapshot.schedules[0]?.timeZone
    expect(zoneOf({ timezone: 'Asia/Tokyo' }, { timezone: 'Europe/Berlin' })).toBe('Asia/Tokyo')
    expect(zoneOf({}, { timezone: 'Europe/Berlin' })).toBe('Europe/Berlin')
    expect(zoneOf({ timezone: 'Eastern Standard Time' }, { country: 'CAN' })).toBe('America/Toronto')
    expect(zoneOf({ timezone: 'Eastern Standard Time' }, { country: 'x' })).toBe('America/New_York')
    expect(zoneOf({ site: { id: 'elsewhere' } }, { timezone: 'Europe/Berlin' })).toBe('UTC')
  })

  it('finds devices by their owners, those of the tenant before those inside of people', () => {
    const tenant = tenantOf({
      people: [
        person('a', {
          targetName: 'same',
          devices: { data: [{ id: 'd', pin: 'inner' }, { id: 'e', pin: 'e' }, { pin: 'none' }] },
        }),
        person('b', { targetName: 'same' }),
      ],
      devices: [
        { id: 'd', pin: 'outer', owner: { id: 'b' } },
        { id: 'f', pin: 'f', targetName: 'same|Pager' },
        { id: 'f', pin: 'again', targetName: 'same|Pager' },
        { id: 'g', pin: 'g', targetName: 'other|Pager' },
      ],
    })
    const { users } = mapTenant(tenant).snapshot
    expect(users.map(({ key, contactMethods }) => [key, ...contactMethods.map(({ address }) => address)])).toEqual([
      ['person:a', 'e', 'f'],
      ['person:b', 'outer'],
    ])
  })

  it('knows the services of a group from the group and from the service', () => {
    const owned = (targetName: string, ownedBy?: object): object => ({ id: targetName, targetName, ownedBy })
    const tenant = tenantOf({
      groups: [group('g', { services: { data: [{ targetName: 'shop' }, { targetName: '' }, {}] } }), group('h')],
      services: [owned('api', { id: 'g' }), owned('', { id: 'g' }), owned('lost', { id: 'x' }), owned('free')],
    })
    expect(mapTenant(tenant).snapshot.userGroups.map(({ ownedServices }) => ownedServices)).toEqual([
      ['api', 'shop'],
      [],
    ])
  })

  it('knows those who are away, who stand in and who supervise, though they were not exported', () => {
    const tenant = tenantOf({
      groups: [group('g', { supervisors: { data: [{ id: 'boss', firstName: 'Boss' }, {}] } })],
      absences: [
        {
          id: 'x',
          start: '2026-11-23T00:00:00Z',
          end: '2026-11-24T00:00:00Z',
          member: { id: 'away', targetName: 'gone' },
          replacement: { id: 'stand-in' },
        },
      ],
    })
    const { users, userGroups } = mapTenant(tenant).snapshot
    expect(users.map(({ key, name }) => `${key} ${name}`)).toEqual([
      'person:away gone',
      'person:boss Boss',
      'person:stand-in stand-in',
    ])
    expect(userGroups[0]?.supervisorKeys).toEqual(['person:boss'])
  })

  it('names the longest delay that an absence keeps, over all schedules', () => {
    const effectOf = (groups: readonly [string, number][], more: object = {}): unknown =>
      mapTenant(
        tenantOf({
          people,
          groups: groups.map(([id]) => group(id)),
          shifts: groups.map(([id, delay]) => shift(id, id, [slot(1, 'a'), slot(2, 'b', delay), slot(3, 'a', 1)])),
          absences: [
            { id: 'x', start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z', member: { id: 'a' }, ...more },
          ],
        }),
      ).ledger.entries.find(({ code }) => code === 'absence.delay-after-skip')?.effect
    expect(
      effectOf([
        ['g', 7],
        ['h', 30],
        ['i', 15],
      ]),
    ).toEqual({ minutes: 30 })
    expect(
      effectOf(
        [
          ['g', 7],
          ['h', 30],
          ['i', 15],
        ],
        { group: { id: 'i' } },
      ),
    ).toEqual({ minutes: 15 })
    expect(effectOf([['g', 1]])).toEqual({ minutes: 1 })
    expect(effectOf([['g', 0]])).toBeUndefined()
  })

  it('names the policies that are weakened through nested ones, and how many people a lost shift concerns', () => {
    const nest = (id: string): object => slot(1, id, 0, { recipient: { id, recipientType: 'GROUP' } })
    const tenant = tenantOf({
      people: [person('a', { webLogin: 'a' }), person('b')],
      groups: ['g', 'outer', 'outmost', 'other'].map((id) => group(id)),
      shifts: [
        shift('s', 'g', [slot(1, 'a'), slot(2, 'b'), slot(3, 'b')], { recurrence: { frequency: 'HOLIDAY' } }),
        shift('t', 'outer', [nest('g')]),
        shift('u', 'outmost', [nest('outer')]),
        shift('v', 'other', [slot(1, 'b')]),
      ],
    })
    const effectOf = (code: string): unknown =>
      mapTenant(tenant).ledger.entries.find((entry) => entry.code === code)?.effect
    const affects = ['group:g', 'group:outer', 'group:outmost']
    expect(effectOf('user.no-email')).toEqual({ people: 1, affects })
    expect(effectOf('shift.holiday')).toEqual({ people: 2, affects })
  })

  it('normalizes phone numbers by the function that it is given, and keeps what that cannot read', () => {
    const tenant = tenantOf({
      people,
      devices: ['(250) 555-0143', 'unreadable'].map((phoneNumber, at) => ({
        id: `d${at}`,
        deviceType: 'VOICE',
        phoneNumber,
        sequence: at,
        owner: { id: 'a' },
      })),
    })
    const addresses = (normalizePhone?: (number: string) => string | null): unknown =>
      mapTenant(tenant, normalizePhone ? { normalizePhone } : {}).snapshot.users[0]?.contactMethods.map(
        ({ address }) => address,
      )
    expect(addresses()).toEqual(['(250) 555-0143', 'unreadable'])
    const toE164 = (number: string): string | null => (/\d/.test(number) ? `+1${number.replace(/\D/g, '')}` : null)
    expect(addresses(toE164)).toEqual(['+12505550143', 'unreadable'])
  })

  it('keeps a shift without a readable zone off duty, and says so', () => {
    const tenant = tenantOf({
      people,
      groups: [group('g')],
      shifts: [shift('s', 'g', [slot(1, 'a')], { timezone: 'Middle/Earth' })],
    })
    expect(levelsOn(tenant)).toEqual([])
    expect(codes(tenant)).toContain('shift.time-zone')
  })

  it('accounts for every leaf once', () => {
    const tenant = tenantOf({
      people: [
        ...people,
        person('z', { properties: { x: 1, y: ['p', null] }, surprise: { deep: [1, 'two', false, null] } }),
      ],
      groups: [group('g', { site: { id: '1', name: 'Here' }, status: 'INACTIVE' }), 7, null, 'text'],
      shifts: [
        shift('s', 'g', [slot(1, 'a', 5, { recipient: { id: 'nobody', recipientType: 'PERSON' } })], {
          recurrence: { frequency: 'HOLIDAY' },
        }),
      ],
      absences: [{ id: 'x', start: 'never' }],
      services: [{ id: 'q', targetName: 'shop', ownedBy: { id: 'g' } }],
    })
    const { ledger } = mapTenant(tenant)
    const { people: p, devices, groups, roster, shifts, absences, sites, services } = tenant
    expect(ledger.leaves).toBe(countLeaves([p, devices, groups, roster, shifts, absences, sites, services]))
    expect(ledger.mapped + ledger.approximated + ledger.dropped + ledger.unknown).toBe(ledger.leaves)
    expect(ledger.unknown).toBe(5)
    for (const outcome of ['approximated', 'dropped', 'unknown'] as const) {
      const entries = ledger.entries.filter((entry) => entry.outcome === outcome)
      expect(entries.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(ledger[outcome])
    }
  })

  it('counts a field that it does not know inside of one that is left out', () => {
    const outcomes = (more: object): readonly string[] =>
      mapTenant(tenantOf({ groups: [group('g', more)] }))
        .ledger.entries.filter(({ path }) => path.startsWith(`groups[0].${Object.keys(more)[0]}`))
        .map(({ path, outcome, code }) => `${path.slice('groups[0].'.length)} ${outcome} ${code}`)
    const role = { id: 'r', name: 'Role', description: 'It watches.', color: 'red' }
    expect(outcomes({ observers: { count: 1, data: [role] } })).toEqual([
      'observers.count dropped field.paging',
      'observers.data[0].id dropped field.metadata',
      'observers.data[0].name dropped field.metadata',
      'observers.data[0].description dropped field.metadata',
      'observers.data[0].color unknown field.unknown',
    ])
    expect(outcomes({ observers: 'Role' })).toEqual(['observers dropped field.metadata'])
    expect(outcomes({ created: { at: '2026-11-01T09:00:00Z' } })).toEqual(['created.at unknown field.unknown'])
    const criterion = [{ criterionType: 'BASIC_FIELD', field: 'SITE', operand: 'EQUALS', value: 'x', weight: 2 }]
    expect(outcomes({ criteria: { operand: 'OR', criterion } }).filter((one) => !one.includes(' dropped '))).toEqual([
      'criteria.criterion[0].weight unknown field.unknown',
    ])
    // Names of properties are the customer's own.
    const supervisors = [{ id: 'p', properties: { Floor: [3, 4] }, site: { id: 's', name: 'Rome', floor: 3 } }]
    expect(outcomes({ supervisors }).map((one) => one.replace('supervisors[0].', ''))).toEqual([
      'properties.Floor[0] dropped field.profile',
      'properties.Floor[1] dropped field.profile',
      'site.id dropped field.profile',
      'site.name dropped field.profile',
      'site.floor unknown field.unknown',
    ])
  })

  it('maps hostile values without an exception', () => {
    const strange = JSON.parse(
      '{"__proto__": {"x": 1}, "id": 5, "start": [], "recurrence": "DAILY", "members": {"data": [null, 3]}, "rotation": [], "group": {"id": "g"}}',
    ) as unknown
    const tenant = tenantOf({
      people: [strange],
      groups: [group('g'), strange],
      shifts: [strange],
      absences: [strange],
      roster: [strange],
      devices: 'none',
      sites: null,
    })
    expect(() => mapTenant(tenant)).not.toThrow()
  })

  it('gives the same snapshot for any order of the input', () => {
    const values = {
      people,
      groups: [group('g'), group('h')],
      shifts: [shift('s', 'g', [slot(1, 'a')]), shift('t', 'g', [slot(1, 'b')])],
    }
    const reversed = Object.fromEntries(Object.entries(values).map(([key, list]) => [key, [...list].reverse()]))
    expect(mapTenant(tenantOf(reversed)).snapshot).toEqual(mapTenant(tenantOf(values)).snapshot)
  })

  it('reads the source by the documented defaults', () => {
    expect(defaultSemantics).toMatchObject({
      memberOrder: 'current',
      memberDelay: 'before',
      duration: 'wall',
      weekStart: 'SU',
      missingDate: 'skip',
    })
  })
})
