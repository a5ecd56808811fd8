import type { WireDeviceName, WireNamedReference } from '../../xmatters/wire/index.ts'
import { type FakeAnswer, notFound, ok } from './fake-answer.ts'
import { findNamed, has, isAmong, isFound } from './fake-filters.ts'
import { answerPage } from './fake-page.ts'
import { noSuchPerson } from './fake-people.ts'
import { embeds, type FakeRead } from './fake-read.ts'
import { rowsOf } from './rows-of.ts'

/** `GET /temporary-absences`: current and coming ones, or those that overlap `from` and `to`. */
export function listAbsences(read: FakeRead): FakeAnswer {
  const { tenant, url } = read
  const member = url.searchParams.get('member')
  if (member !== null && findNamed(tenant.people, member) === undefined) {
    return noSuchPerson()
  }
  const fromMs = Date.parse(url.searchParams.get('from') ?? tenant.capturedAt)
  const toMs = Date.parse(url.searchParams.get('to') ?? '9999-12-31T00:00:00Z')
  const rows = tenant.absences.filter(
    (one) =>
      Date.parse(one.end ?? '') > fromMs &&
      Date.parse(one.start ?? '') < toMs &&
      has(url, 'absenceType', one.absenceType) &&
      isAmong(url, 'member', one.member?.id, one.member?.targetName) &&
      isAmong(url, 'groups', one.group?.id, one.group?.targetName),
  )
  return answerPage(read, rows)
}

/** `GET /sites`. */
export function listSites(read: FakeRead): FakeAnswer {
  const { tenant, url } = read
  const rows = tenant.sites.filter(
    (one) => has(url, 'status', one.status) && has(url, 'country', one.country) && isFound(url, one.name, one.city),
  )
  return answerPage(read, rows)
}

/** `GET /sites/{site}`. */
export function getSite({ tenant }: FakeRead, asked: string): FakeAnswer {
  const found = findNamed(tenant.sites, asked)
  return found === undefined ? notFound('the site') : ok(found)
}

/** `GET /services`. */
export function listServices(read: FakeRead): FakeAnswer {
  const { tenant, url } = read
  const rows = tenant.services.filter(
    (one) =>
      has(url, 'serviceTier', one.serviceTier) &&
      has(url, 'serviceType', one.serviceType) &&
      isAmong(url, 'ownedBy', one.ownedBy?.id, one.ownedBy?.targetName) &&
      isFound(url, one.targetName, one.description),
  )
  return answerPage(read, rows, ({ serviceLinks: _links, ...rest }) => rest)
}

/** `GET /services/{service}`. */
export function getService({ tenant, url }: FakeRead, asked: string): FakeAnswer {
  const found = findNamed(tenant.services, asked)
  if (found === undefined) return notFound('the service')
  const { serviceLinks, ...rest } = found
  return ok(embeds(url, 'serviceLinks') ? { ...rest, serviceLinks: fakeLinks(rowsOf(serviceLinks)) } : rest)
}

const fakeLinks = (data: readonly object[]): object => ({ count: data.length, total: data.length, data })

/** `GET /roles`: those that people have. */
export function listRoles(read: FakeRead): FakeAnswer {
  const roles = new Map<string, WireNamedReference>()
  for (const person of read.tenant.people) for (const role of rowsOf(person.roles)) roles.set(role.id, role)
  return answerPage(read, [...roles.values()])
}

/** `GET /device-names`: those that devices have. */
export function listDeviceNames(read: FakeRead): FakeAnswer {
  const { tenant, url } = read
  const names = new Map<string, WireDeviceName>()
  for (const { name = '', deviceType = '' } of tenant.devices) names.set(`${deviceType} ${name}`, { deviceType, name })
  const rows = [...names.values()].filter(({ deviceType }) => isAmong(url, 'deviceTypes', deviceType))
  return answerPage(read, rows)
}

/** `GET /device-types`: words, with no links. */
export function listDeviceTypes({ tenant }: FakeRead): FakeAnswer {
  const types = new Set(tenant.devices.map(({ deviceType }) => deviceType).filter((one) => one !== undefined))
  return ok({ count: types.size, total: types.size, data: [...types].toSorted() })
}
