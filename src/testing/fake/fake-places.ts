import type { WireDeviceName, WireNamedReference } from '../../xmatters/wire/index.ts'
import { type FakeAnswer, notFound, ok, refusal } from './fake-answer.ts'
import { findNamed, has, isAmong, isFound } from './fake-filters.ts'
import { fakePage } from './fake-page.ts'
import { embeds, type FakeRead } from './fake-read.ts'
import { rowsOf } from './rows-of.ts'

/** `GET /temporary-absences`: current and coming ones, or those that overlap `from` and `to`. */
export function listAbsences({ tenant, url, pageSize }: FakeRead): FakeAnswer {
  const member = url.searchParams.get('member')
  if (member !== null && findNamed(tenant.people, member) === undefined) {
    return refusal(400, 'The specified person does not exist', 'validation.person.person_not_exists')
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
  return ok(fakePage(rows, url, pageSize))
}

/** `GET /sites`. */
export function listSites({ tenant, url, pageSize }: FakeRead): FakeAnswer {
  const rows = tenant.sites.filter(
    (one) => has(url, 'status', one.status) && has(url, 'country', one.country) && isFound(url, one.name, one.city),
  )
  return ok(fakePage(rows, url, pageSize))
}

/** `GET /sites/{site}`. */
export function getSite({ tenant }: FakeRead, asked: string): FakeAnswer {
  const found = findNamed(tenant.sites, asked)
  return found === undefined ? notFound('the site') : ok(found)
}

/** `GET /services`. */
export function listServices({ tenant, url, pageSize }: FakeRead): FakeAnswer {
  const rows = tenant.services.filter(
    (one) =>
      has(url, 'serviceTier', one.serviceTier) &&
      has(url, 'serviceType', one.serviceType) &&
      isAmong(url, 'ownedBy', one.ownedBy?.id, one.ownedBy?.targetName) &&
      isFound(url, one.targetName, one.description),
  )
  const page = fakePage(rows, url, pageSize)
  return ok({ ...page, data: page.data.map(({ serviceLinks: _links, ...rest }) => rest) })
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
export function listRoles({ tenant, url, pageSize }: FakeRead): FakeAnswer {
  const roles = new Map<string, WireNamedReference>()
  for (const person of tenant.people) for (const role of rowsOf(person.roles)) roles.set(role.id, role)
  return ok(fakePage([...roles.values()], url, pageSize))
}

/** `GET /device-names`: those that devices have. */
export function listDeviceNames({ tenant, url, pageSize }: FakeRead): FakeAnswer {
  const names = new Map<string, WireDeviceName>()
  for (const { name = '', deviceType = '' } of tenant.devices) names.set(`${deviceType} ${name}`, { deviceType, name })
  const rows = [...names.values()].filter(({ deviceType }) => isAmong(url, 'deviceTypes', deviceType))
  return ok(fakePage(rows, url, pageSize))
}

/** `GET /device-types`: words, with no links. */
export function listDeviceTypes({ tenant }: FakeRead): FakeAnswer {
  const types = new Set(tenant.devices.map(({ deviceType }) => deviceType).filter((one) => one !== undefined))
  return ok({ count: types.size, total: types.size, data: [...types].toSorted() })
}
