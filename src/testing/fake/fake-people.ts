import type { WireDevice, WirePerson } from '../../xmatters/wire/index.ts'
import { type FakeAnswer, notFound, ok, refusal } from './fake-answer.ts'
import { deviceAddresses, findNamed, groupsOfMember, has, isAmong, isFound, sortNamed } from './fake-filters.ts'
import { answerPage, embeddedRows, nestedPage } from './fake-page.ts'
import { embeds, type FakeRead } from './fake-read.ts'
import { rowsOf } from './rows-of.ts'

/** `GET /people`. */
export function listPeople(read: FakeRead): FakeAnswer {
  const { tenant, url } = read
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
  return answerPage(read, sortNamed(rows, url), (one) => shownPerson(read, one, false))
}

/** `GET /people/{person}`. */
export function getPerson(read: FakeRead, asked: string): FakeAnswer {
  return ofPerson(read, asked, (person) => ok(shownPerson(read, person, true)))
}

/** `GET /people/{person}/devices`. */
export function listPersonDevices(read: FakeRead, asked: string): FakeAnswer {
  return ofPerson(read, asked, (person) => {
    const rows = read.tenant.devices.filter(({ owner }) => owner?.id === person.id)
    return answerPage(read, rows, (one) => shownDevice(one, read.url))
  })
}

/** `GET /people/{person}/supervisors`. */
export function listPersonSupervisors(read: FakeRead, asked: string): FakeAnswer {
  return ofPerson(read, asked, ({ supervisors }) => {
    const ids = new Set(rowsOf(supervisors).map(({ id }) => id))
    return answerPage(read, read.tenant.people.filter(({ id }) => ids.has(id)).map(withoutEmbeds))
  })
}

/** `GET /people/{person}/group-memberships`: those of the person and of the person's devices. */
export function listMemberships(read: FakeRead, asked: string): FakeAnswer {
  const { devices, roster } = read.tenant
  return ofPerson(read, asked, (person) => {
    const ids = new Set([person.id])
    for (const { id, owner } of devices) if (owner?.id === person.id) ids.add(id)
    return answerPage(
      read,
      roster.filter(({ member }) => ids.has(member.id)),
    )
  })
}

/** `GET /devices`. */
export function listDevices(read: FakeRead): FakeAnswer {
  const { tenant, url } = read
  const rows = tenant.devices.filter(
    (one) =>
      has(url, 'deviceStatus', one.status) &&
      has(url, 'deviceType', one.deviceType) &&
      isAmong(url, 'deviceNames', one.name),
  )
  return answerPage(read, rows, (one) => shownDevice(one, url))
}

/** `GET /devices/{device}`. */
export function getDevice({ tenant, url }: FakeRead, asked: string): FakeAnswer {
  const found = findNamed(tenant.devices, asked)
  return found === undefined ? notFound('the device') : ok(shownDevice(found, url))
}

/** Answers for a person by id or targetName. Not a 404: this is how the instance says that there is no such person. */
function ofPerson({ tenant }: FakeRead, asked: string, answer: (person: WirePerson) => FakeAnswer): FakeAnswer {
  const person = findNamed(tenant.people, asked)
  return person === undefined ? noSuchPerson() : answer(person)
}

export function noSuchPerson(): FakeAnswer {
  return refusal(400, 'The specified person does not exist', 'validation.person.person_not_exists')
}

function shownPerson({ tenant, url, pageSize }: FakeRead, person: WirePerson, isSingle: boolean): object {
  const devices = tenant.devices.filter(({ owner }) => embeds(url, 'devices') && owner?.id === person.id)
  const limit = Math.min(embeddedRows, pageSize)
  return {
    ...withoutEmbeds(person),
    ...(embeds(url, 'roles') && { roles: person.roles ?? { count: 0, total: 0, data: [] } }),
    ...(embeds(url, 'devices') && { devices: nestedPage(devices, `/api/xm/1/people/${person.id}/devices`, limit) }),
    ...(isSingle && embeds(url, 'supervisors') && person.supervisors && { supervisors: person.supervisors }),
  }
}

function withoutEmbeds(person: WirePerson): WirePerson {
  const { roles: _roles, supervisors: _supervisors, devices: _devices, ...rest } = person
  return rest
}

function shownDevice(device: WireDevice, url: URL): WireDevice {
  if (embeds(url, 'timeframes')) return device
  const { timeframes: _timeframes, ...rest } = device
  return rest
}
