import type { WireAbsence, WireDevice, WirePerson, WireService, WireSite } from '../../xmatters/wire/index.ts'
import { aReference } from './wire-references.ts'

/** A person of the wire: active, with a web login. */
export function aPerson(overrides: Partial<WirePerson> = {}): WirePerson {
  const targetName = overrides.targetName ?? 'rpatel'
  const id = overrides.id ?? `person-${targetName}`
  return {
    id,
    targetName,
    recipientType: 'PERSON',
    firstName: 'Riya',
    lastName: 'Patel',
    externallyOwned: false,
    licenseType: 'FULL_USER',
    language: 'en',
    timezone: 'US/Eastern',
    webLogin: targetName,
    status: 'ACTIVE',
    links: { self: `/api/xm/1/people/${id}` },
    ...overrides,
  }
}

/** A device of the wire: the work e-mail of `owner`, unless told otherwise. */
export function aDevice(overrides: Partial<WireDevice> = {}): WireDevice {
  const owner = overrides.owner ?? aReference(aPerson())
  const name = overrides.name ?? 'Work Email'
  const id = overrides.id ?? `device-${owner.id}-${name.toLowerCase().replaceAll(' ', '-')}`
  const address = { emailAddress: `${owner.targetName ?? owner.id}@example.com` }
  return {
    id,
    name,
    targetName: `${owner.targetName ?? owner.id}|${name}`,
    recipientType: 'DEVICE',
    deviceType: 'EMAIL',
    ...((overrides.deviceType ?? 'EMAIL') === 'EMAIL' && address),
    testStatus: 'TESTED',
    externallyOwned: false,
    defaultDevice: true,
    priorityThreshold: 'LOW',
    sequence: 1,
    delay: 0,
    owner,
    status: 'ACTIVE',
    links: { self: `/api/xm/1/devices/${id}` },
    ...overrides,
  }
}

/** An absence of the wire: of `member`, for all groups, with nobody in place, from 1 to 8 December 2026. */
export function anAbsence(overrides: Partial<WireAbsence> = {}): WireAbsence {
  const id = overrides.id ?? 'absence-1'
  return {
    id,
    start: '2026-12-01T08:00:00.000Z',
    end: '2026-12-08T08:00:00.000Z',
    member: aReference(aPerson()),
    absenceType: overrides.replacement === undefined ? 'VACANCY' : 'REPLACEMENT',
    links: { self: `/api/xm/1/temporary-absences/${id}` },
    ...overrides,
  }
}

/** A site of the wire: Victoria. */
export function aSite(overrides: Partial<WireSite> = {}): WireSite {
  const name = overrides.name ?? 'Victoria'
  const id = overrides.id ?? `site-${name.toLowerCase().replaceAll(' ', '-')}`
  return {
    id,
    name,
    status: 'ACTIVE',
    externallyOwned: false,
    language: 'en',
    timezone: 'US/Pacific',
    address1: '100 Wharf Street',
    address2: '',
    city: 'Victoria',
    state: 'BC',
    country: 'CAN',
    postalCode: 'V8W 1T3',
    latitude: 48.4284,
    longitude: -123.3656,
    links: { self: `/api/xm/1/sites/${id}` },
    ...overrides,
  }
}

/** A service of the wire: owned by nobody. */
export function aService(overrides: Partial<WireService> = {}): WireService {
  const targetName = overrides.targetName ?? 'checkout-api'
  const id = overrides.id ?? `service-${targetName}`
  return {
    id,
    targetName,
    recipientType: 'SERVICE',
    description: '',
    serviceType: 'APPLICATION',
    serviceTier: 'GOLD',
    externallyOwned: false,
    status: 'ACTIVE',
    links: { self: `/api/xm/1/services/${id}` },
    ...overrides,
  }
}
