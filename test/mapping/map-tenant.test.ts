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
    expect(mapTenant(tenant).snapshot.escalationPolicies[0]?.levels.map(({ offsetMinutes }) => offsetMinutes)).toEqual([
      0, 10, 15,
    ])
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
