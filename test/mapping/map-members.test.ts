import { describe, expect, it } from 'vitest'
import { mapAbsence, mapGroup, mapShift, mapTenant } from '../../src/mapping/index.ts'
import type { Participant } from '../../src/model/index.ts'
import {
  aDevice,
  aGroup,
  aMember,
  aMembership,
  anAbsence,
  aPerson,
  aReference,
  aService,
  aShift,
  aSite,
  aTenantOf,
} from '../../src/testing/index.ts'
import type { WireGroup, WireRecipientReference, XMattersTenant } from '../../src/xmatters/index.ts'

const ana = aPerson({ id: 'ana', targetName: 'ana' })
const bo = aPerson({ id: 'bo', targetName: 'bo' })
const cy = aPerson({ id: 'cy', targetName: 'cy' })
const people = [ana, bo, cy]
const team = aGroup({ id: 'g', targetName: 'Team' })

/** What one recipient in a slot of a shift becomes, and what is said of it. */
function inSlot(recipient: WireRecipientReference | undefined, rows: Partial<XMattersTenant> = {}) {
  const { recipient: _recipient, ...slot } = aMember()
  const members = [recipient === undefined ? slot : { ...slot, recipient }]
  const shift = aShift({ id: 's', group: aReference(team), members })
  const { snapshot, ledger } = mapTenant(
    aTenantOf({ people, shifts: [shift], ...rows, groups: [team, ...(rows.groups ?? [])] }),
  )
  const schedule = snapshot.schedules.find(({ key }) => key === 'group:g')
  return {
    participant: schedule?.rotations[0]?.participants[0],
    codes: ledger.entries.flatMap(({ code, path }) =>
      code.startsWith('member.') && path.startsWith('shifts') ? [code] : [],
    ),
    users: snapshot.users.map(({ key }) => key),
  }
}

const user = (id: string, overridable?: false): Participant => ({
  kind: 'user',
  key: `person:${id}`,
  ...(overridable === false && { overridable }),
})

describe('a member of a shift', () => {
  it.each([
    ['a person', { id: 'ana', recipientType: 'PERSON' }, user('ana'), []],
    ['a person in other letters', { id: 'ana', recipientType: 'person' }, user('ana'), []],
    ['a person by id alone', { id: 'ana' }, user('ana'), []],
    ['a person who was not read', { id: 'zoe', recipientType: 'PERSON' }, user('zoe'), ['member.not-exported']],
    ['something unknown', { id: 'x', recipientType: 'ROBOT' }, { kind: 'nobody' }, ['member.unknown']],
    ['a group that was not read', { id: 'x', recipientType: 'GROUP' }, { kind: 'nobody' }, ['member.unknown']],
    ['a device of nobody', { id: 'x', recipientType: 'DEVICE' }, { kind: 'nobody' }, ['member.unknown']],
    [
      'a device by the name of its owner',
      { id: 'x', recipientType: 'DEVICE', targetName: 'bo|Pager' },
      user('bo', false),
      ['member.device'],
    ],
    [
      'a device with its owner',
      { id: 'x', recipientType: 'DEVICE', owner: { id: 'cy' } },
      user('cy', false),
      ['member.device'],
    ],
  ] as const)('that is %s', (_, recipient, participant, codes) => {
    const found = inSlot(recipient)
    expect(found.participant).toEqual(participant)
    expect(found.codes).toEqual(codes)
  })

  it('that names nobody reaches nobody', () => {
    expect(inSlot(undefined)).toMatchObject({ participant: { kind: 'nobody' } })
    expect(inSlot({ id: '', recipientType: 'PERSON' })).toMatchObject({
      participant: { kind: 'nobody' },
      codes: ['member.unknown'],
    })
  })

  it('that was not read is known by its mention', () => {
    const mention = { id: 'zoe', recipientType: 'PERSON', firstName: 'Zoe', lastName: 'Park', status: 'INACTIVE' }
    const { snapshot } = mapTenant(
      aTenantOf({
        groups: [team],
        shifts: [aShift({ group: aReference(team), members: [{ ...aMember(), recipient: mention }] })],
      }),
    )
    expect(snapshot.users).toMatchObject([
      { key: 'person:zoe', name: 'Zoe Park', active: false, email: null, contactMethods: [] },
    ])
  })

  it('that is a device of the export reaches its owner', () => {
    const phone = aDevice({ id: 'phone', owner: aReference(bo) })
    expect(inSlot({ id: 'phone', recipientType: 'DEVICE' }, { devices: [phone] }).participant).toEqual(
      user('bo', false),
    )
    // Without a type, and inside of a person.
    const inside = [{ ...ana, devices: { data: [{ id: 'inner' }] } }]
    expect(inSlot({ id: 'inner' }, { people: inside }).participant).toEqual(user('ana', false))
  })

  it('that is a device without an owner of its own is that of the owner who is mentioned with it', () => {
    const { owner: _owner, ...phone } = aDevice({ id: 'phone', targetName: 'nobody|Phone' })
    const mention = { id: 'phone', recipientType: 'DEVICE', owner: { id: 'bo' } }
    expect(inSlot(mention, { devices: [phone] }).participant).toEqual(user('bo', false))
    const strange = { ...phone, owner: { id: 'zoe' } }
    expect(inSlot({ id: 'phone', recipientType: 'DEVICE' }, { devices: [strange] })).toMatchObject({
      participant: user('zoe', false),
      users: ['person:ana', 'person:bo', 'person:cy', 'person:zoe'],
    })
  })

  it('without a type is what has its id: a person before a group before a device', () => {
    const other = aGroup({ id: 'h', targetName: 'Other' })
    const device = (id: string) => aDevice({ id, owner: aReference(cy) })
    const rows = { groups: [other], devices: [device('ana'), device('h'), device('d')] }
    const find = (id: string): unknown => inSlot({ id }, rows).participant
    expect([find('ana'), find('h'), find('d'), find('x')]).toEqual([
      user('ana'),
      { kind: 'policy', key: 'group:h' },
      user('cy', false),
      { kind: 'nobody' },
    ])
    // The word of the source counts before what else has that id.
    expect(inSlot({ id: 'ana', recipientType: 'DEVICE' }, rows).participant).toEqual(user('cy', false))
    expect(inSlot({ id: 'h', recipientType: 'PERSON' }, rows).participant).toEqual(user('h'))
    expect(inSlot({ id: 'ana', recipientType: 'DYNAMIC_TEAM' }, rows).participant).toEqual({ kind: 'nobody' })
  })

  it('that was not read is told by the fullest of its mentions, in any order of the rows', () => {
    const mentions: readonly WireRecipientReference[] = [
      { id: 'zoe', recipientType: 'PERSON' },
      { id: 'zoe', recipientType: 'PERSON', targetName: 'zpark' },
      { id: 'zoe', recipientType: 'PERSON', targetName: 'zpark', lastName: 'Park', status: 'INACTIVE' },
      { id: 'zoe', recipientType: 'PERSON', firstName: 'Zoe', lastName: 'Park' },
      { id: 'zoe', recipientType: 'PERSON', firstName: 'Zora', lastName: 'Park' },
    ]
    const told = (of: readonly WireRecipientReference[]): unknown => {
      const shifts = of.map((recipient, at) =>
        aShift({ id: `s${at}`, group: aReference(team), members: [{ ...aMember(), recipient }] }),
      )
      return mapTenant(aTenantOf({ groups: [team], shifts })).snapshot.users
    }
    for (const [count, name] of ['zoe', 'zpark', 'Park', 'Zoe Park', 'Zoe Park'].entries()) {
      const known = mentions.slice(0, count + 1)
      expect(told(known)).toMatchObject([{ key: 'person:zoe', name, active: count < 2 }])
      expect(told(known.toReversed())).toEqual(told(known))
    }
  })

  it('that is inactive is kept, and said to be', () => {
    const asleep = [{ ...ana, status: 'INACTIVE' }]
    expect(inSlot({ id: 'ana', recipientType: 'PERSON' }, { people: asleep })).toMatchObject({
      participant: user('ana'),
      codes: ['member.inactive'],
    })
    const closed = aGroup({ id: 'h', targetName: 'Closed', status: 'INACTIVE' })
    expect(inSlot({ id: 'h', recipientType: 'GROUP' }, { groups: [closed] })).toMatchObject({
      participant: { kind: 'policy', key: 'group:h' },
      codes: ['member.inactive'],
    })
    const quiet = { ...closed, groupType: 'BROADCAST' }
    expect(inSlot({ id: 'h', recipientType: 'GROUP' }, { groups: [quiet] })).toMatchObject({
      participant: { kind: 'nobody' },
      codes: ['member.inactive'],
    })
  })

  it('that is an on-call group hands on to its policy', () => {
    const other = aGroup({ id: 'h', targetName: 'Other' })
    expect(inSlot({ id: 'h', recipientType: 'GROUP' }, { groups: [other] })).toMatchObject({
      participant: { kind: 'policy', key: 'group:h' },
      codes: [],
    })
  })

  it('that is a broadcast or dynamic group is its roster, groups in it opened', () => {
    const all = aGroup({ id: 'all', targetName: 'All', groupType: 'BROADCAST' })
    const inner = aGroup({ id: 'inner', targetName: 'Inner', groupType: 'DYNAMIC' })
    const off = aGroup({ id: 'off', targetName: 'Off', groupType: 'BROADCAST', status: 'INACTIVE' })
    const onCall = aGroup({ id: 'h', targetName: 'On call' })
    const phone = aDevice({ id: 'phone', owner: aReference(cy) })
    const roster = [
      aMembership(all, bo),
      { group: aReference(all), member: { targetName: 'nameless' } } as XMattersTenant['roster'][number],
      aMembership(all, inner),
      aMembership(all, off),
      aMembership(all, onCall),
      aMembership(inner, ana),
      aMembership(inner, phone),
      aMembership(inner, all),
      aMembership(inner, inner),
      aMembership(off, aPerson({ id: 'never' })),
    ]
    const rows = { groups: [all, inner, off, onCall], roster, devices: [phone] }
    const of = [user('cy', false), { kind: 'policy', key: 'group:h' }, user('ana'), user('bo')]
    expect(inSlot({ id: 'all', recipientType: 'GROUP' }, rows)).toMatchObject({
      participant: { kind: 'all', of },
      codes: [],
    })
    expect(inSlot({ id: 'inner', recipientType: 'DYNAMIC_TEAM' }, rows)).toMatchObject({
      participant: { kind: 'all', of },
      codes: ['member.dynamic-snapshot'],
    })
    expect(inSlot({ id: 'all', recipientType: 'GROUP' }, { groups: [all] }).participant).toEqual({ kind: 'nobody' })
  })

  it('that is a broadcast group reaches nobody who is left out of its roster', () => {
    const all = aGroup({ id: 'all', targetName: 'All', groupType: 'BROADCAST' })
    const robot = { group: aReference(all), member: { id: 'robot', recipientType: 'ROBOT' } }
    const rows = { groups: [all], roster: [robot as XMattersTenant['roster'][number], aMembership(all, bo)] }
    expect(inSlot({ id: 'all', recipientType: 'GROUP' }, rows)).toMatchObject({
      participant: { kind: 'all', of: [user('bo')] },
      users: ['person:ana', 'person:bo', 'person:cy'],
    })
  })
})

describe('a group', () => {
  const codes = (fields: Partial<WireGroup>): readonly string[] =>
    mapGroup(aGroup({ id: 'g', ...fields })).issues.map(({ code, path }) => `${code} ${path}`)

  it('comes over as a team', () => {
    const context = {
      memberKeys: ['person:b', 'person:a', 'person:b'],
      memberGroupKeys: ['group:z'],
      supervisorKeys: ['person:s'],
      ownedServices: ['shop', 'api'],
    }
    expect(mapGroup(aGroup({ id: 'g', targetName: 'Team', description: ' Looks after it ' }), context)).toEqual({
      value: {
        key: 'group:g',
        name: 'Team',
        description: 'Looks after it',
        membership: 'static',
        active: true,
        memberKeys: ['person:a', 'person:b'],
        memberGroupKeys: ['group:z'],
        supervisorKeys: ['person:s'],
        ownedServices: ['api', 'shop'],
        site: null,
      },
      issues: [],
    })
    expect(mapGroup({ id: 'g' }).value).toMatchObject({ name: 'g', description: '', active: true, memberKeys: [] })
  })

  it.each([
    [{ groupType: 'ON_CALL' }, []],
    [{ groupType: 'ONCALL' }, []],
    [{ groupType: 'BROADCAST' }, []],
    [{ groupType: 'CHOIR' }, ['group.kind groupType']],
    [{ status: 'INACTIVE' }, ['group.inactive status']],
    [{ site: { id: '1', name: 'Here' } }, ['group.holiday-site site.name']],
    [{ site: { id: '1' } }, ['group.holiday-site site.id']],
    [{ useDefaultDevices: false }, ['policy.default-devices useDefaultDevices']],
  ])('with %o says %o', (fields, found) => {
    expect(codes(fields)).toEqual(found)
  })

  it('has on its roster whom it knows: people, owners of devices, and groups that were read', () => {
    const other = aGroup({ id: 'h', targetName: 'Other', status: 'INACTIVE' })
    const row = (member: object) => ({ group: aReference(team), member }) as XMattersTenant['roster'][number]
    const roster = [
      row({ id: 'zoe', recipientType: 'PERSON', targetName: 'zoe' }),
      row({ id: 'bo' }),
      row({ id: 'x', recipientType: 'DEVICE', targetName: 'ana|Phone' }),
      row({ id: 'y', recipientType: 'DEVICE', targetName: 'someone|Phone' }),
      row({ id: 'h', recipientType: 'GROUP' }),
      row({ id: 'nowhere', recipientType: 'GROUP' }),
      row({ id: 'robot', recipientType: 'ROBOT' }),
      row({ targetName: 'nameless' }),
      { group: { id: 'nowhere' }, member: { id: 'cy' } } as XMattersTenant['roster'][number],
    ]
    const { snapshot, ledger } = mapTenant(aTenantOf({ people, groups: [team, other], roster }))
    expect(snapshot.userGroups[0]).toMatchObject({
      memberKeys: ['person:ana', 'person:bo', 'person:zoe'],
      memberGroupKeys: ['group:h'],
    })
    const lost = ledger.entries.filter(({ code }) => code.startsWith('member.'))
    expect(lost.map(({ code, outcome, path, value }) => [code, outcome, path, value])).toEqual([
      ['member.not-exported', 'approximated', 'roster[0].member.id', 'zoe'],
      ['member.unknown', 'dropped', 'roster[3].member.id', 'y'],
      ['member.unknown', 'dropped', 'roster[5].member.id', 'nowhere'],
      ['member.unknown', 'dropped', 'roster[6].member.id', 'robot'],
      ['member.unknown', 'dropped', 'roster[7].member', null],
      ['member.unknown', 'dropped', 'roster[8].group.id', 'nowhere'],
    ])
    expect(snapshot.users.map(({ key }) => key)).toEqual(['person:ana', 'person:bo', 'person:cy', 'person:zoe'])
  })

  it('is dynamic by its type, or as a dynamic team of old', () => {
    const membership = (fields: Partial<WireGroup>): string => mapGroup(aGroup(fields)).value.membership
    expect(membership({ groupType: 'DYNAMIC' })).toBe('dynamic')
    expect(membership({ recipientType: 'DYNAMIC_TEAM' })).toBe('dynamic')
    expect(membership({ groupType: 'BROADCAST' })).toBe('static')
  })

  it('has its roster, supervisors and services from the tenant', () => {
    const other = aGroup({ id: 'h', targetName: 'Other' })
    const phone = aDevice({ id: 'phone', owner: aReference(cy) })
    const { snapshot } = mapTenant(
      aTenantOf({
        people,
        devices: [phone],
        groups: [{ ...team, supervisors: { data: [aReference(bo)] }, site: { id: 'v', name: 'Victoria' } }, other],
        sites: [aSite({ id: 'v' })],
        services: [aService({ targetName: 'shop', ownedBy: aReference(team) }), aService({ targetName: 'free' })],
        roster: [aMembership(team, ana), aMembership(team, other), aMembership(team, phone)],
      }),
    )
    expect(snapshot.userGroups[0]).toMatchObject({
      key: 'group:g',
      memberKeys: ['person:ana', 'person:cy'],
      memberGroupKeys: ['group:h'],
      supervisorKeys: ['person:bo'],
      ownedServices: ['shop'],
      site: 'Victoria',
    })
    expect(snapshot.schedules).toEqual([])
    expect(snapshot.escalationPolicies.map(({ key, levels }) => [key, levels])).toEqual([
      ['group:g', []],
      ['group:h', []],
    ])
  })
})

describe('a shift', () => {
  const shift = (fields: object) =>
    mapShift(aShift({ id: 's', name: 'Days', ...fields }), { capturedAt: '2026-11-23T12:00:00Z' })

  it('has a rotation for each slot by position, and offsets', () => {
    const members = [
      aMember(cy, { position: 3, delay: '15' }),
      aMember(ana, { position: 1, delay: 2 }),
      aMember(bo, { position: 2, delay: 5 }),
    ]
    const { slots } = shift({ members }).value
    expect(
      slots.map(({ offsetMinutes, delayAfterMinutes, rotation: { key, name, participants } }) => [
        offsetMinutes,
        delayAfterMinutes,
        key,
        name,
        participants.map((one) => (one.kind === 'user' ? one.key : one.kind)),
      ]),
    ).toEqual([
      [2, 5, 'shift:s/slot:1', 'Days 1', ['person:ana']],
      [7, 15, 'shift:s/slot:2', 'Days 2', ['person:bo']],
      [22, 0, 'shift:s/slot:3', 'Days 3', ['person:cy']],
    ])
    expect(shift({ members: [aMember(ana)] }).value.slots[0]?.rotation.name).toBe('Days')
  })

  it('takes groups as policies where nobody tells who is who', () => {
    const members = [aMember(team), { recipient: {} as WireRecipientReference }, {}]
    expect(shift({ members }).value.slots.map(({ rotation }) => rotation.participants[0])).toEqual([
      { kind: 'policy', key: 'group:g' },
      { kind: 'nobody' },
      { kind: 'nobody' },
    ])
  })

  it('repeats where that is switched on', () => {
    const repeat = (repeatEscalation: object): unknown =>
      shift({ members: [aMember(ana)], repeatEscalation }).value.repeat
    const rotationKeys = ['shift:s/slot:1']
    expect(repeat({ repeatEnabled: 'true', delay: '5', repetitions: '3' })).toEqual({
      rotationKeys,
      delayMinutes: 5,
      repetitions: 3,
    })
    expect(repeat({ repeatEnabled: true })).toEqual({ rotationKeys, delayMinutes: 0, repetitions: null })
    expect(repeat({ repeatEnabled: false, delay: 5 })).toBeNull()
    expect(repeat({ delay: 5 })).toBeNull()
  })

  it('looks for its zone with the group and the site where its own says nothing', () => {
    const zoneOf = (timezone: string | undefined, fallbackTimeZones: readonly unknown[]) => {
      const { timezone: _zone, ...bare } = aShift()
      const wire = timezone === undefined ? bare : { ...bare, timezone }
      const { value, issues } = mapShift(wire, { capturedAt: '2026-11-23T12:00:00Z', fallbackTimeZones })
      return [value.timeZone, ...issues.map(({ code, outcome, path }) => `${outcome} ${code} ${path}`)]
    }
    expect(zoneOf('Europe/Berlin', ['Asia/Tokyo'])).toEqual(['Europe/Berlin'])
    expect(zoneOf('Middle/Earth', [undefined, 'x', 'Asia/Tokyo'])).toEqual([
      'Asia/Tokyo',
      'approximated shift.time-zone timezone',
    ])
    expect(zoneOf(undefined, ['Asia/Tokyo'])).toEqual(['Asia/Tokyo', 'approximated shift.time-zone start'])
    expect(zoneOf(undefined, [])).toEqual([null, 'dropped shift.time-zone start'])
    expect(zoneOf('Middle/Earth', [])).toEqual([null, 'dropped shift.time-zone timezone'])
    const reason = (timezone: string): unknown => mapShift(aShift({ timezone })).issues[0]?.message
    expect(reason('')).toBe('The shift has no time zone; the shift is never on duty here.')
    expect(reason('Middle/Earth')).toContain('Middle/Earth')
    // A guess, and said to be one.
    expect(zoneOf('JST', ['Europe/Berlin'])).toEqual(['Asia/Tokyo', 'approximated shift.time-zone timezone'])
  })

  it('is in the country of the site, by its own label and by that of others', () => {
    const zoneOf = (timezone: string, fallbackTimeZones: readonly unknown[]): unknown =>
      mapShift(aShift({ timezone }), { country: 'CA', fallbackTimeZones }).value.timeZone
    expect(zoneOf('Eastern Standard Time', [])).toBe('America/Toronto')
    expect(zoneOf('x', ['Eastern Standard Time'])).toBe('America/Toronto')
  })

  it('has members in the order in which they stand where nothing tells their positions', () => {
    const members = [cy, ana, bo].map((who) => {
      const { position: _position, ...member } = aMember(who)
      return member
    })
    const first = aMember(team, { position: 900 })
    const { slots } = shift({ members: [...members, first] }).value
    expect(slots.map(({ rotation }) => rotation.participants[0])).toEqual([
      { kind: 'policy', key: 'group:g' },
      user('cy'),
      user('ana'),
      user('bo'),
    ])
  })

  it('turns those of its members who rotate, by the flag of the slot before that of the recipient', () => {
    const rotation = { type: 'DAYS', interval: 1, nextRotationTime: '2026-11-24T00:00:00Z' }
    const stays = { ...aReference(bo), inRotation: false }
    const turned = (...members: readonly object[]): unknown =>
      shift({ rotation, members }).value.slots.map(({ rotation: { participants, handoff } }) => [
        participants.map((one) => (one.kind === 'user' ? one.key.slice('person:'.length) : one.kind)).join(' '),
        handoff !== null,
      ])
    const slot = (recipient: object, position: number, more: object = {}): object => {
      const { inRotation: _flag, ...member } = aMember()
      return { ...member, recipient, position, ...more }
    }
    const [first, third] = [slot(aReference(ana), 1), slot(aReference(cy), 3)]
    expect(turned(first, slot(stays, 2), third)).toEqual([
      ['ana cy', true],
      ['bo', false],
      ['cy ana', true],
    ])
    expect(turned(first, slot(stays, 2, { inRotation: true }))).toEqual([
      ['ana bo', true],
      ['bo ana', true],
    ])
    // Nobody to turn with.
    expect(turned(first, slot(stays, 2))).toEqual([
      ['ana', false],
      ['bo', false],
    ])
  })

  it('is read by the semantics of its context', () => {
    const semantics = { weekStart: 'MO', midOccurrenceHandoff: 'split' } as const
    const rotation = { type: 'DAYS', interval: 1, nextRotationTime: '2026-11-24T00:00:00Z' }
    const recurrence = { frequency: 'WEEKLY', onDays: ['MO'] }
    const wire = aShift({ members: [aMember(ana), aMember(bo)], rotation, recurrence })
    expect(mapShift(wire, { semantics }).value.slots[0]?.rotation).toMatchObject({
      recurrence: { rule: { weekStart: 'MO' } },
      handoff: { midOccurrence: 'split' },
    })
  })

  it('without a name is called by its id', () => {
    const { name: _name, ...bare } = aShift({ id: 's', members: [aMember(ana), aMember(bo)] })
    expect(mapShift(bare).value.slots.map(({ rotation }) => rotation.name)).toEqual(['s 1', 's 2'])
  })

  it('says in which member a delay cannot be read', () => {
    const members = [aMember(ana), aMember(bo, { delay: 'soon' })]
    const paths = (list: unknown): unknown => shift({ members: list }).issues.map(({ path }) => path)
    expect(paths(members)).toEqual(['members[1].delay'])
    expect(paths({ count: 2, total: 2, data: members })).toEqual(['members.data[1].delay'])
  })

  it('says what it does on holidays, leaf by leaf', () => {
    const siteHolidays = { onCall: true, start: 'x', colour: 'red' }
    const { issues } = shift({ siteHolidays })
    expect(issues.map(({ path }) => path)).toEqual(['siteHolidays.onCall', 'siteHolidays.start'])
    const { ledger } = mapTenant(
      aTenantOf({ groups: [team], shifts: [aShift({ group: aReference(team), siteHolidays })] }),
    )
    const colour = ledger.entries.find(({ path }) => path === 'shifts[0].siteHolidays.colour')
    expect(colour).toMatchObject({ outcome: 'unknown', code: 'field.unknown', value: 'red' })
  })

  it('that is there twice or belongs to nobody is left out', () => {
    const lost = { ...aShift({ id: 'l' }), group: { id: 'nowhere' } }
    const { id: _id, ...nameless } = aShift({ group: aReference(team) })
    const known = aShift({ id: 's', group: aReference(team), members: [aMember(ana)] })
    const shifts = [known, { ...known, name: 'Again' }, lost, nameless] as XMattersTenant['shifts']
    const { snapshot, ledger } = mapTenant(aTenantOf({ people, groups: [team], shifts }))
    expect(snapshot.schedules[0]?.rotations.map(({ key }) => key)).toEqual(['shift:s/slot:1'])
    const entries = ledger.entries.filter(({ code }) => code === 'shift.left-out')
    expect(entries.map(({ path }) => path)).toEqual(['shifts[1].id', 'shifts[2].group.id', 'shifts[3].name'])
  })
})

describe('an absence', () => {
  it('comes over with its window, scope and replacement', () => {
    const away = anAbsence({ id: 'a', member: aReference(ana), replacement: aReference(bo), group: aReference(team) })
    expect(mapAbsence(away, { rotationKeys: ['b', 'a', 'b'] })).toEqual({
      value: {
        key: 'absence:a',
        rotationKeys: ['a', 'b'],
        from: '2026-12-01T08:00:00Z',
        to: '2026-12-08T08:00:00Z',
        replaces: 'person:ana',
        replacement: 'person:bo',
        scope: 'group',
      },
      issues: [],
    })
    expect(mapAbsence(anAbsence({ member: aReference(ana) })).value).toMatchObject({ replacement: null, scope: 'all' })
  })

  it.each([
    [{ start: 'x' }, ['start']],
    [{ end: 'x' }, ['end']],
    [{ start: 'x', end: 'x' }, ['start', 'end']],
    [{ member: { id: '' } }, ['id']],
  ])('that cannot be read is left out: %o', (fields, paths) => {
    const { value, issues } = mapAbsence(anAbsence(fields))
    expect(value).toBeNull()
    expect(issues.map(({ path }) => path)).toEqual(paths)
  })

  it('that empties a slot names the delay that the source would drop', () => {
    const members = [aMember(ana), aMember(bo, { position: 2, delay: 7 }), aMember(cy, { position: 3, delay: 20 })]
    const shift = aShift({ group: aReference(team), members })
    const effectFor = (who: typeof ana, more: object = {}): unknown => {
      const absences = [anAbsence({ member: aReference(who), ...more })]
      const { ledger } = mapTenant(aTenantOf({ people, groups: [team], shifts: [shift], absences }))
      return ledger.entries.find(({ code }) => code === 'absence.delay-after-skip')?.effect
    }
    expect(effectFor(ana)).toEqual({ minutes: 7 })
    expect(effectFor(bo)).toEqual({ minutes: 20 })
    expect(effectFor(cy)).toBeUndefined()
    expect(effectFor(ana, { replacement: aReference(cy) })).toBeUndefined()
  })

  it('that is there twice counts once', () => {
    const shift = aShift({ group: aReference(team), members: [aMember(ana)] })
    const away = anAbsence({ id: 'a', member: aReference(ana) })
    const { snapshot, ledger } = mapTenant(
      aTenantOf({
        people,
        groups: [team],
        shifts: [shift],
        absences: [away, { ...away, start: '2026-11-30T00:00:00Z' }],
      }),
    )
    expect(snapshot.schedules[0]?.overrides.map(({ from }) => from)).toEqual(['2026-12-01T08:00:00Z'])
    expect(ledger.entries.find(({ code }) => code === 'field.duplicate')?.path).toBe('absences[1].id')
  })
})

describe('absences without an id', () => {
  it('are told apart by person, group and start', () => {
    const shift = aShift({ group: aReference(team), members: [aMember(ana), aMember(bo)] })
    const away = anAbsence({ id: '', member: aReference(ana), replacement: aReference(cy) })
    const later = { ...away, start: '2026-12-01T09:00:00Z' }
    const other = { ...away, member: aReference(bo) }
    const absences = [away, later, other, { ...away, group: aReference(team) }, { ...away }]
    const { snapshot, ledger } = mapTenant(aTenantOf({ people, groups: [team], shifts: [shift], absences }))
    expect(snapshot.schedules[0]?.overrides.map(({ key }) => key)).toEqual([
      'absence:ana/all/2026-12-01T08:00:00Z',
      'absence:ana/all/2026-12-01T09:00:00Z',
      'absence:ana/g/2026-12-01T08:00:00Z',
      'absence:bo/all/2026-12-01T08:00:00Z',
    ])
    expect(ledger.entries.filter(({ code }) => code === 'field.duplicate').map(({ path }) => path)).toEqual([
      'absences[4].id',
    ])
  })
})

describe('a tenant', () => {
  it('says how much of the source it speaks for', () => {
    const scope = (rows: Partial<XMattersTenant>): unknown => mapTenant(aTenantOf(rows)).snapshot.scope
    expect(scope({})).toEqual({ complete: true, selected: null })
    const selection = { groupIds: ['b', 'a'], asked: {} }
    expect(scope({ selection, completeness: { complete: false, gaps: [] } })).toEqual({
      complete: false,
      selected: ['group:a', 'group:b'],
    })
  })

  it('counts the first of two with one id, and leaves out what has none', () => {
    const { id: _id, ...nameless } = ana
    const twice = [ana, { ...ana, firstName: 'Other' }, nameless] as XMattersTenant['people']
    const { snapshot, ledger } = mapTenant(
      aTenantOf({ people: twice, groups: [team, { ...team, targetName: 'Other' }] }),
    )
    expect(snapshot.users.map(({ key, name }) => [key, name])).toEqual([['person:ana', 'Riya Patel']])
    expect(snapshot.userGroups.map(({ name }) => name)).toEqual(['Team'])
    const found = ledger.entries.filter(({ code }) => code === 'field.duplicate' || code === 'field.no-id')
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'field.duplicate people[1].id',
      'field.no-id people[2].targetName',
      'field.duplicate groups[1].id',
    ])
  })

  it('shows a schedule in the zone of its first rotation', () => {
    const members = [aMember(ana)]
    const first = aShift({ id: 'a', group: aReference(team), members, timezone: 'Asia/Tokyo' })
    const second = aShift({ id: 'b', group: aReference(team), members, timezone: 'UTC' })
    const zone = (...shifts: XMattersTenant['shifts'][number][]): unknown =>
      mapTenant(aTenantOf({ people, groups: [team], shifts })).snapshot.schedules[0]?.timeZone
    expect(zone(second, first)).toBe('Asia/Tokyo')
    expect(zone({ ...first, timezone: 'UTC' }, { ...second, timezone: 'Asia/Tokyo' })).toBe('UTC')
    expect(zone({ ...first, members: [] })).toBe('Asia/Tokyo')
    const [empty, other] = [
      { ...first, members: [] },
      { ...second, members: [] },
    ]
    expect(zone(empty, other)).toBe(zone(other, empty))
  })

  it('narrows a label by the country of the site', () => {
    const site = aSite({ id: 'v', country: 'AUS' })
    const person = { ...ana, timezone: 'Eastern Standard Time', site: { id: 'v' } }
    const zoneOf = (country: string): unknown =>
      mapTenant(aTenantOf({ people: [person], sites: [{ ...site, country }] })).snapshot.users[0]?.timeZone
    expect(zoneOf('CAN')).toBe('America/Toronto')
    expect(zoneOf('CA')).toBe('America/Toronto')
    expect(zoneOf('USA')).toBe('America/New_York')
  })
})
