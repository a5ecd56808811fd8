import { describe, expect, it } from 'vitest'
import { mapDevice, mapPerson } from '../../src/mapping/index.ts'
import { aDevice, aPerson, aReference } from '../../src/testing/index.ts'
import type { WireDevice, WirePerson } from '../../src/xmatters/wire/index.ts'

const ana = aPerson({ id: 'ana', targetName: 'ana', firstName: 'Ana', lastName: 'Reed', webLogin: 'ana@login.example' })
const device = (fields: Partial<WireDevice>): WireDevice => aDevice({ owner: aReference(ana), ...fields })
const mail = (id: string, emailAddress: string, sequence: number | string): WireDevice =>
  device({ id, name: id, emailAddress, sequence })
const codes = (person: Partial<WirePerson>, devices: readonly WireDevice[] = []): readonly string[] =>
  mapPerson({ ...ana, ...person }, { devices }).issues.map(({ code, path }) => `${code} ${path}`)

describe('a person', () => {
  it('comes over with names, zone and status', () => {
    const { value, issues } = mapPerson(ana, { devices: [mail('m', 'ana@work.example', 1)] })
    expect(issues).toEqual([])
    expect(value).toMatchObject({
      key: 'person:ana',
      name: 'Ana Reed',
      email: 'ana@work.example',
      givenName: 'Ana',
      familyName: 'Reed',
      timeZone: 'America/New_York',
      active: true,
    })
  })

  it.each([
    [{ firstName: ' ', lastName: 'Reed' }, 'Reed'],
    [{ firstName: 'Ana', lastName: '' }, 'Ana'],
    [{ firstName: '', lastName: '' }, 'ana'],
    [{ firstName: '', lastName: '', targetName: '' }, 'ana-id'],
  ])('with the names %o is called %s', (names, name) => {
    expect(mapPerson({ ...ana, id: 'ana-id', ...names }).value.name).toBe(name)
  })

  it('has the address of the e-mail device with the lowest sequence, among equals the first by key', () => {
    const email = (...devices: readonly WireDevice[]): string | null => mapPerson(ana, { devices }).value.email
    expect(email(mail('b', 'second@x.example', 2), mail('a', 'first@x.example', '1'))).toBe('first@x.example')
    expect(email(mail('b', 'b@x.example', 1), mail('a', 'a@x.example', 1))).toBe('a@x.example')
    expect(email(mail('a', 'no address', 1), mail('b', 'b@x.example', 2))).toBe('b@x.example')
    expect(email(device({ deviceType: 'VOICE', phoneNumber: '+1', sequence: 1 }))).toBe('ana@login.example')
    const { sequence: _sequence, ...late } = mail('a', 'late@x.example', 1)
    expect(email(late, mail('z', 'z@x.example', 9))).toBe('z@x.example')
  })

  it('says where the address came from, or that there is none', () => {
    expect(codes({})).toEqual(['user.email-from-login webLogin'])
    expect(codes({ webLogin: 'ana' })).toEqual(['user.no-email webLogin'])
    expect(codes({ webLogin: '' })).toEqual(['user.no-email targetName'])
    expect(codes({ webLogin: '', targetName: '' })).toEqual(['user.no-email id'])
    expect(mapPerson({ ...ana, webLogin: 'ana' }).value.email).toBeNull()
    expect(codes({ webLogin: `${'a'.repeat(308)}@x.example` + 'x'.repeat(2) })).toEqual([
      'user.email-from-login webLogin',
    ])
    expect(codes({ webLogin: `${'a'.repeat(320)}@x.example` })).toEqual(['user.no-email webLogin'])
  })

  it('keeps no zone that is refused, and says so; a country narrows it', () => {
    expect(codes({ timezone: 'Middle/Earth' })).toContain('user.time-zone timezone')
    expect(mapPerson({ ...ana, timezone: 'Middle/Earth' }).value.timeZone).toBeNull()
    expect(mapPerson({ ...ana, timezone: '' }).value.timeZone).toBeNull()
    expect(mapPerson({ ...ana, timezone: '' }).issues.map(({ code }) => code)).toEqual(['user.email-from-login'])
  })

  it('keeps a zone that is a guess, and says so', () => {
    const guess = { ...ana, timezone: 'JST' }
    expect(mapPerson(guess).value.timeZone).toBe('Asia/Tokyo')
    expect(mapPerson(guess).issues.find(({ code }) => code === 'user.time-zone')).toMatchObject({
      outcome: 'approximated',
      path: 'timezone',
      message: 'Taken for Asia/Tokyo.',
    })
  })

  it('is in the country of the site, unless the host named another', () => {
    const zone = (country?: string, ofHost?: string): unknown =>
      mapPerson(
        { ...ana, timezone: 'Eastern Standard Time' },
        { ...(country && { country }), timeZones: ofHost === undefined ? {} : { country: ofHost } },
      ).value.timeZone
    expect(zone()).toBe('America/New_York')
    expect(zone('CA')).toBe('America/Toronto')
    expect(zone('CA', 'US')).toBe('America/New_York')
    expect(zone(undefined, 'CA')).toBe('America/Toronto')
  })

  it('keeps devices in their order where nothing tells them apart', () => {
    const { sequence: _sequence, ...bare } = device({ id: '' })
    const labels = ['second', 'first', 'third']
    const { contactMethods } = mapPerson(ana, { devices: labels.map((name) => ({ ...bare, name })) }).value
    expect(contactMethods.map(({ label, order }) => [label, order])).toEqual([
      ['second', 1],
      ['first', 2],
      ['third', 3],
    ])
  })

  it.each([
    ['ACTIVE', true],
    ['INACTIVE', false],
    ['inactive', false],
    ['', true],
    ['NEW_WORD', true],
  ])('with the status %s is active: %s', (status, active) => {
    expect(mapPerson({ ...ana, status }).value.active).toBe(active)
  })

  it('has contact methods in their order, those without one last and numbered on', () => {
    const { sequence: _one, ...first } = mail('x', 'x@x.example', 1)
    const { sequence: _two, ...second } = mail('w', 'w@x.example', 1)
    const { contactMethods } = mapPerson(ana, { devices: [first, mail('b', 'b@x.example', 7), second] }).value
    expect(contactMethods.map(({ label, order }) => [label, order])).toEqual([
      ['b', 7],
      ['w', 2],
      ['x', 3],
    ])
  })
})

describe('a device', () => {
  it('comes over with all that says how and when it may be used', () => {
    const timeframes = [
      {
        name: 'Work',
        startTime: '8:30',
        timezone: 'Europe/London',
        durationInMinutes: '480',
        days: ['FR', 'monday', 'MO'],
        excludeHolidays: true,
      },
    ]
    const { value, issues } = mapDevice(
      device({
        id: 'd',
        name: 'Mobile',
        deviceType: 'VOICE',
        phoneNumber: '+1 250',
        sequence: '2',
        delay: '5',
        priorityThreshold: 'HIGH',
        defaultDevice: true,
        status: 'INACTIVE',
        timeframes,
      }),
    )
    expect(issues).toEqual([])
    expect(value).toEqual({
      key: 'device:d',
      kind: 'voice',
      address: '+1 250',
      label: 'Mobile',
      order: 2,
      delayMinutes: 5,
      active: false,
      minimumPriority: 'high',
      isDefault: true,
      timeframes: [
        {
          name: 'Work',
          startTime: '08:30',
          durationMinutes: 480,
          days: ['MO', 'FR'],
          timeZone: 'Europe/London',
          excludeHolidays: true,
        },
      ],
    })
  })

  it.each([
    ['EMAIL', 'email'],
    ['email', 'email'],
    ['VOICE', 'voice'],
    ['VOICE_IVR', 'voice'],
    ['TEXT_PHONE', 'sms'],
    ['SMS', 'sms'],
    ['APPLE_PUSH', 'push'],
    ['ANDROID_PUSH', 'push'],
    ['TEXT_PAGER', 'pager'],
    ['NUMERIC_PAGER', 'pager'],
    ['FAX', 'other'],
    ['GENERIC', 'other'],
  ])('of the type %s is %s', (deviceType, kind) => {
    const { value, issues } = mapDevice(device({ deviceType }))
    expect(value.kind).toBe(kind)
    expect(issues.map(({ code, path }) => [code, path])).toEqual(
      kind === 'other' ? [['device.kind', 'deviceType']] : [],
    )
  })

  it('without a type or a name is what is left of it', () => {
    const { deviceType: _type, name: _name, ...bare } = device({ id: 'd', targetName: 'ana|Work Phone' })
    const { value, issues } = mapDevice(bare)
    expect(value).toMatchObject({ kind: 'other', label: 'Work Phone' })
    expect(issues).toMatchObject([{ code: 'device.kind', path: 'id' }])
    expect(mapDevice({ id: 'd' }).value).toMatchObject({
      label: '',
      address: null,
      isDefault: false,
      active: true,
      delayMinutes: 0,
      minimumPriority: 'low',
      timeframes: [],
    })
  })

  it.each([
    [{ name: 'Mobile', targetName: 'ana|Phone' }, 'Mobile'],
    [{ targetName: 'an|a|Work Phone' }, 'Work Phone'],
    [{ targetName: 'Phone' }, 'Phone'],
    [{}, ''],
  ])('with the names %o is labelled %j', (names, label) => {
    expect(mapDevice({ id: 'd', ...names }).value.label).toBe(label)
  })

  it.each([
    ['8:30', '08:30'],
    ['08:30:59', '08:30'],
    ['23:05 local', '23:05'],
    ['24', '00:00'],
    ['108:30', '00:00'],
    ['at 08:30', '00:00'],
    [undefined, '00:00'],
  ])('may be used from %s: %s', (startTime, read) => {
    const frame = { ...(startTime !== undefined && { startTime }), durationInMinutes: 60 }
    const { value, issues } = mapDevice({ id: 'd', deviceType: 'EMAIL', timeframes: [frame] })
    expect(value.timeframes).toEqual([
      { name: '', startTime: read, durationMinutes: 60, days: [], timeZone: null, excludeHolidays: false },
    ])
    expect(issues.map(({ path }) => path)).toEqual(read === '00:00' ? ['timeframes[0].startTime'] : [])
  })

  it('has its timeframes in zones as the host reads them', () => {
    const frame = { startTime: '08:00', timezone: 'Eastern Standard Time' }
    const { value } = mapDevice({ id: 'd', timeframes: [frame] }, { timeZones: { country: 'CA' } })
    expect(value.timeframes[0]?.timeZone).toBe('America/Toronto')
  })

  it('has the address that there is: e-mail, else number, else PIN', () => {
    const address = (fields: Partial<WireDevice>): string | null => mapDevice({ id: 'd', ...fields }).value.address
    expect(address({ emailAddress: 'a@x.example', phoneNumber: '+1', pin: '4711' })).toBe('a@x.example')
    expect(address({ phoneNumber: '+1', pin: '4711' })).toBe('+1')
    expect(address({ pin: '4711' })).toBe('4711')
  })

  it.each([
    ['LOW', 'low'],
    ['medium', 'medium'],
    ['HIGH', 'high'],
    ['', 'low'],
  ])('with the threshold %s is for %s', (priorityThreshold, minimumPriority) => {
    expect(mapDevice(device({ priorityThreshold })).value.minimumPriority).toBe(minimumPriority)
  })

  it.each([
    ['delay', { delay: 'soon' }, 'field.unreadable delay'],
    ['delay', { delay: -1 }, 'field.unreadable delay'],
    ['delay', { delay: 527_041 }, 'field.unreadable delay'],
    ['start', { timeframes: [{ startTime: 'dawn' }] }, 'field.unreadable timeframes[0].startTime'],
    ['zone', { timeframes: [{ startTime: '08:00', timezone: 'x' }] }, 'device.time-zone timeframes[0].timezone'],
    [
      'zone for sure',
      { timeframes: [{ startTime: '08:00', timezone: 'JST' }] },
      'device.time-zone timeframes[0].timezone',
    ],
    [
      'length',
      { timeframes: { data: [{ startTime: '08:00', durationInMinutes: 'x' }] } },
      'field.unreadable timeframes.data[0].durationInMinutes',
    ],
  ])('says which %s cannot be read: %o', (_, fields, found) => {
    expect(mapDevice(device(fields)).issues.map(({ code, path }) => `${code} ${path}`)).toEqual([found])
  })

  it('may wait as long as a year, and no time at all', () => {
    expect(mapDevice(device({ delay: 527_040 })).value.delayMinutes).toBe(527_040)
    expect(mapDevice(device({ delay: 0 })).issues).toEqual([])
  })
})
