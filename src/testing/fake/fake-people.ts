import type { WireDevice, WirePerson } from '../../xmatters/wire/index.ts'
import { type FakeAnswer, notFound, ok, refusal } from './fake-answer.ts'
import { deviceAddresses, findNamed, groupsOfMember, has, isAmong, isFound, sortNamed } from './fake-filters.ts'
import { fakePage } from './fake-page.ts'
import { embeds, type FakeRead } from './fake-read.ts'
import { rowsOf } from './rows-of.ts'

/** `GET /people`. */
export function listPeople(read: FakeRead): FakeAnswer {
  const { tenant, url, pageSize } = read
  const groupIds = url.searchParams.has('groups')
  const rows = tenant.people.filter(
    (one) =>
      has(url, 'firstName', one.firstName) &&
      has(url, 'lastName', one.lastName) &&
      has(url, 'targetName', one.targetName) &&
      has(url, 'webLogin', one.webLogin) &&
      has(url, 'status', one.status) &&
      has(url, 'licenseType', one.licenseType) &&
      isAmong(url, 'site', one.site?.id, one.site?.name) &&
      isAmong(url, 'emailAddress', ...(url.searchParams.has('emailAddress') ? deviceAddresses(tenant, one.id) : [])) &&
      isAmong(url, 'groups', ...(groupIds ? groupsOfMember(tenant, one.id) : [])) &&
      isFound(url, one.firstName, one.lastName, one.targetName, one.webLogin),
  )
  const page = fakePage(sortNamed(rows, url), url, pageSize)
  return ok({ ...page, data: page.data.map((one) => shownPerson(read, one, false)) })
}

/** `GET /people/{person}`. */
export function getPerson(read: FakeRead, asked: string): FakeAnswer {
  const found = findNamed(read.tenant.people, asked)
  return found === undefined ? noSuchPerson() : ok(shownPerson(read, found, true))
}

/** `GET /people/{person}/devices`. */
export function listPersonDevices(read: FakeRead, asked: string): FakeAnswer {
  const { tenant, url, pageSize } = read
  const person = findNamed(tenant.people, asked)
  if (person === undefined) return noSuchPerson()
  const rows = tenant.devices.filter(({ owner }) => owner?.id === person.id)
  return ok(withTimeframes(fakePage(rows, url, pageSize), url))
}

/** `GET /people/{person}/supervisors`. */
export function listPersonSupervisors({ tenant, url, pageSize }: FakeRead, asked: string): FakeAnswer {
  const person = findNamed(tenant.people, asked)
  if (person === undefined) return noSuchPerson()
  const ids = new Set(rowsOf(person.supervisors).map(({ id }) => id))
  return ok(fakePage(tenant.people.filter(({ id }) => ids.has(id)).map(withoutEmbeds), url, pageSize))
}

/** `GET /people/{person}/group-memberships`: those of the person and of the person's devices. */
export function listMemberships({ tenant, url, pageSize }: FakeRead, asked: string): FakeAnswer {
  const person = findNamed(tenant.people, asked)
  if (person === undefined) return noSuchPerson()
  const ids = new Set([person.id])
  for (const { id, owner } of tenant.devices) if (owner?.id === person.id) ids.add(id)
  const rows = tenant.roster.filter(({ member }) => ids.has(member.id))
  return ok(fakePage(rows, url, pageSize))
}

/** `GET /devices`. */
export function listDevices({ tenant, url, pageSize }: FakeRead): FakeAnswer {
  const rows = tenant.devices.filter(
    (one) =>
      has(url, 'deviceStatus', one.status) &&
      has(url, 'deviceType', one.deviceType) &&
      isAmong(url, 'deviceNames', one.name),
  )
  return ok(withTimeframes(fakePage(rows, url, pageSize), url))
}

/** `GET /devices/{device}`. */
export function getDevice({ tenant, url }: FakeRead, asked: string): FakeAnswer {
  const found = findNamed(tenant.devices, asked)
  return found === undefined ? notFound('the device') : ok(shownDevice(found, url))
}

/** Not a 404: this is how the instance says that there is no such person. */
function noSuchPerson(): FakeAnswer {
  return refusal(400, 'The specified person does not exist', 'validation.person.person_not_exists')
}

function shownPerson({ tenant, url, pageSize }: FakeRead, person: WirePerson, isSingle: boolean): object {
  const devices = tenant.devices.filter(({ owner }) => embeds(url, 'devices') && owner?.id === person.id)
  const page = (path: string): URL => new URL(`/api/xm/1/people/${person.id}/${path}`, url)
  return {
    ...withoutEmbeds(person),
    ...(embeds(url, 'roles') && { roles: person.roles ?? { count: 0, total: 0, data: [] } }),
    ...(embeds(url, 'devices') && { devices: fakePage(devices, page('devices'), pageSize) }),
    ...(isSingle && embeds(url, 'supervisors') && person.supervisors && { supervisors: person.supervisors }),
  }
}

function withoutEmbeds(person: WirePerson): WirePerson {
  const { roles: _roles, supervisors: _supervisors, devices: _devices, ...rest } = person
  return rest
}

function withTimeframes<P extends { readonly data: readonly WireDevice[] }>(page: P, url: URL): P {
  return { ...page, data: page.data.map((one) => shownDevice(one, url)) }
}

function shownDevice(device: WireDevice, url: URL): WireDevice {
  if (embeds(url, 'timeframes')) return device
  const { timeframes: _timeframes, ...rest } = device
  return rest
}
