import type { PageList } from '../page.ts'
import type { Transport } from '../transport.ts'
import type { WireAbsence, WireNamedReference, WireService, WireSite } from '../wire/index.ts'
import { absenceRows } from '../wire-schema/people-rows.ts'
import { roleRows, serviceRows, siteRows } from '../wire-schema/place-rows.ts'
import { anyRows } from '../wire-schema/row-kind.ts'
import { type CallOptions, findRow, getRoute, listRoute, type PageQuery, type ResourceKind } from './read-resource.ts'

export interface AbsenceQuery extends PageQuery {
  /** Id or targetName of the absent person. */
  readonly member?: string
  readonly groups?: readonly string[]
  readonly absenceType?: string
  /** Instant, at most a day ago. */
  readonly from?: string
  /** Instant, at most 90 days ahead. */
  readonly to?: string
}

export interface AbsencesResource {
  /** `GET /temporary-absences`: current and coming ones. */
  list(query?: AbsenceQuery, options?: CallOptions): PageList<WireAbsence>
  /** The one by that id, out of `GET /temporary-absences`. */
  get(absence: string, options?: CallOptions): Promise<WireAbsence>
}

export function createAbsences(transport: Transport): AbsencesResource {
  const route = '/temporary-absences'
  const list = listRoute(transport, route, { rows: absenceRows })
  return { list, get: (absence, options) => findRow(list({}, options), route, absence, ({ id }) => id === absence) }
}

export interface SiteQuery extends PageQuery {
  readonly search?: string
  readonly operand?: 'AND' | 'OR'
  readonly fields?: readonly string[]
  readonly status?: 'ACTIVE' | 'INACTIVE'
  readonly country?: string
}

export interface SitesResource {
  /** `GET /sites`. */
  list(query?: SiteQuery, options?: CallOptions): PageList<WireSite>
  /** `GET /sites/{site}`, by id or name. */
  get(site: string, options?: CallOptions): Promise<WireSite>
}

export function createSites(transport: Transport): SitesResource {
  const kind = { rows: siteRows }
  return { list: listRoute(transport, '/sites', kind), get: getRoute(transport, '/sites/{site}', kind) }
}

export interface ServiceQuery extends PageQuery {
  /** Id or name of the owning group. */
  readonly ownedBy?: string
  readonly serviceTier?: 'PLATINUM' | 'GOLD' | 'SILVER' | 'BRONZE'
  readonly serviceType?: 'TECHNICAL' | 'APPLICATION'
  readonly search?: string
}

export interface ServicesResource {
  /** `GET /services`. */
  list(query?: ServiceQuery, options?: CallOptions): PageList<WireService>
  /** `GET /services/{service}` with its links, by id or name. */
  get(service: string, options?: CallOptions): Promise<WireService>
}

const serviceKind: ResourceKind<WireService> = {
  rows: serviceRows,
  nested: [{ field: 'serviceLinks', route: '/services/{service}/serviceLinks', rows: anyRows }],
}

export function createServices(transport: Transport): ServicesResource {
  return {
    list: listRoute(transport, '/services', serviceKind),
    get: getRoute(transport, '/services/{service}', serviceKind, ['serviceLinks']),
  }
}

export interface RolesResource {
  /** `GET /roles`. */
  list(query?: PageQuery, options?: CallOptions): PageList<WireNamedReference>
  /** The one by that id or name, out of `GET /roles`. */
  get(role: string, options?: CallOptions): Promise<WireNamedReference>
}

export function createRoles(transport: Transport): RolesResource {
  const list = listRoute(transport, '/roles', { rows: roleRows })
  return {
    list,
    get: (asked, options) =>
      findRow(list({}, options), '/roles', asked, ({ id, name }) => id === asked || name === asked),
  }
}
