import type { WireDevice, WirePerson, WireSite } from '../../xmatters/wire/index.ts'
import { firstNames, lastNames } from './data/names.ts'
import type { Random } from './random.ts'
import { aDevice, aPerson } from './wire-people.ts'
import { aReference, aSiteReference } from './wire-references.ts'

export interface Staff {
  readonly people: readonly WirePerson[]
  readonly devices: readonly WireDevice[]
}

/** People of a believable company: a few have left, a few have no e-mail, some have devices that few have heard of. */
export function hireStaff(random: Random, sites: readonly WireSite[], count: number): Staff {
  const taken = new Map<string, number>()
  const people = Array.from({ length: count }, (_, index): WirePerson => {
    const firstName = firstNames[random.int(0, firstNames.length - 1)] ?? ''
    const lastName = lastNames[random.int(0, lastNames.length - 1)] ?? ''
    const base = `${firstName.charAt(0)}${lastName}`.toLowerCase()
    const before = taken.get(base) ?? 0
    taken.set(base, before + 1)
    const targetName = before === 0 ? base : `${base}${before + 1}`
    const site = sites[index % Math.max(1, sites.length)]
    return aPerson({
      id: random.uuid(),
      targetName,
      firstName,
      lastName,
      timezone: site?.timezone ?? 'US/Eastern',
      webLogin: random.chance(0.7) ? `${targetName}@example.com` : targetName,
      externallyOwned: random.chance(0.6),
      ...(random.chance(0.5) && { externalKey: `hr-${20_000 + index}` }),
      ...(site !== undefined && { site: aSiteReference(site) }),
      properties: { Department: site?.name ?? 'Remote', 'Major Incident Manager': random.chance(0.05) },
      roles: { count: 1, total: 1, data: [{ id: 'role-standard', name: 'Standard User' }] },
      whenCreated: '2022-01-10T17:20:00.101Z',
      whenUpdated: '2026-03-01T15:12:44.004Z',
      status: index % 31 === 17 ? 'INACTIVE' : 'ACTIVE',
    })
  })
  const devices = people.flatMap((person, index) => devicesOf(random, person, index))
  // Where there is no e-mail device the login may still be an address; for these few it is not.
  const staff = people.map((person, index) =>
    hasNoEmail(index) ? { ...person, webLogin: person.targetName ?? person.id } : person,
  )
  return { people: staff, devices }
}

const hasNoEmail = (index: number): boolean => index % 41 === 23

function devicesOf(random: Random, person: WirePerson, index: number): readonly WireDevice[] {
  const owner = aReference(person)
  const phone = `+1250555${String(1000 + (index % 9000))}`
  const device = (fields: Partial<WireDevice>): WireDevice => aDevice({ owner, id: random.uuid(), ...fields })
  const email = index % 13 === 5 ? { emailAddress: `${person.firstName}.${person.lastName}.${index}@Example.com` } : {}
  const devices = hasNoEmail(index) ? [] : [device({ name: 'Work Email', sequence: 1, ...email })]
  devices.push(
    device({
      name: 'Mobile Phone',
      deviceType: 'VOICE',
      phoneNumber: phone,
      sequence: 2,
      delay: 5,
      ...(index % 5 === 0 && {
        timeframes: {
          count: 1,
          total: 1,
          data: [
            {
              name: 'Weekdays',
              startTime: '08:00',
              timezone: person.timezone ?? 'US/Eastern',
              durationInMinutes: 840,
              days: ['MO', 'TU', 'WE', 'TH', 'FR'],
              excludeHolidays: true,
            },
          ],
        },
      }),
    }),
  )
  if (random.chance(0.7)) {
    devices.push(device({ name: 'SMS', deviceType: 'TEXT_PHONE', phoneNumber: phone, sequence: 3, delay: 2 }))
  }
  if (random.chance(0.5)) {
    const deviceType = random.pick(['ANDROID_PUSH', 'APPLE_PUSH'])
    devices.push(device({ name: 'Mobile App', deviceType, sequence: 4, priorityThreshold: 'MEDIUM' }))
  }
  const odd = [
    { name: 'Fax', deviceType: 'FAX', phoneNumber: '2505550143', country: 'CA' },
    { name: 'Pager', deviceType: 'NUMERIC_PAGER', pin: '4711' },
    { name: 'Desk Phone', deviceType: 'VOICE', phoneNumber: '+12505550143;ext=83' },
    { name: 'BES', deviceType: 'BES', status: 'INACTIVE' },
  ][index % 40]
  return odd === undefined ? devices : [...devices, device({ sequence: 9, testStatus: 'UNTESTED', ...odd })]
}
