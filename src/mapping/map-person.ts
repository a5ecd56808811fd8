import { type ContactMethod, type User, userKey } from '../model/index.ts'
import type { WireDevice, WirePerson } from '../xmatters/wire/index.ts'
import { byKey } from './by-key.ts'
import { type DeviceContext, mapDevice } from './map-device.ts'
import { approximated, dropped, type Mapped, type MappingIssue } from './mapping-issue.ts'
import { isActive, readNames, readObject, readText, type WireObject } from './read-wire.ts'
import { readZone } from './resolve-zone.ts'

export interface PersonContext extends DeviceContext {
  /** The person's devices as they were read. */
  readonly devices?: readonly WireDevice[]
  /** Ways to reach the person that are mapped already; instead of `devices`. */
  readonly contactMethods?: readonly ContactMethod[]
  /** ISO 3166 alpha-2 of the person's site. */
  readonly country?: string
}

/** Reads a person. The e-mail is the address of the EMAIL device with the lowest sequence, else a `webLogin` that is an address. */
export function mapPerson(person: WirePerson, context: PersonContext = {}): Mapped<User> {
  const issues: MappingIssue[] = []
  const wire: WireObject = readObject(person)
  const methods = [
    ...(context.contactMethods ?? (context.devices ?? []).map((device) => mapDevice(device, context).value)),
  ]
  methods.sort((a, b) => a.order - b.order || byKey(a, b))
  const timeZone = readZone(wire['timezone'], context, 'user.time-zone', 'timezone', issues)
  const address =
    methods.find(({ kind, address }) => kind === 'email' && address !== null && isEmail(address))?.address ?? null
  const login = readText(wire['webLogin'])
  const email = address ?? (login !== null && isEmail(login) ? login : null)
  if (email === null) {
    const path = login !== null ? 'webLogin' : readText(wire['targetName']) !== null ? 'targetName' : 'id'
    issues.push(
      dropped('user.no-email', path, 'No e-mail device and no login that is an address; nobody can be invited.'),
    )
  } else if (address === null) {
    issues.push(
      approximated('user.email-from-login', 'webLogin', 'No e-mail device; the login is taken for the address.'),
    )
  }
  const id = readText(wire['id']) ?? ''
  const { name, givenName, familyName } = readNames(wire, id)
  return {
    value: {
      key: userKey(id),
      name,
      email,
      givenName,
      familyName,
      timeZone,
      active: isActive(wire),
      contactMethods: methods.map((method, index) =>
        method.order === Number.MAX_SAFE_INTEGER ? { ...method, order: index + 1 } : method,
      ),
    },
    issues,
  }
}

function isEmail(text: string): boolean {
  return text.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(text)
}
