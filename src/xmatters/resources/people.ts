import type { PageList } from '../page.ts'
import type { Transport } from '../transport.ts'
import type { WireDevice, WireMembership, WirePerson } from '../wire/index.ts'
import { membershipRows } from '../wire-schema/group-rows.ts'
import { anyRows } from '../wire-schema/row-kind.ts'
import { deviceRows, personRows } from '../wire-schema/people-rows.ts'
import { deviceKind, type DeviceQuery } from './devices.ts'
import {
  ascending,
  type CallOptions,
  getRoute,
  listRoute,
  type PageQuery,
  type ResourceKind,
  type SortOrder,
} from './read-resource.ts'

export interface PersonQuery extends PageQuery {
  readonly embed?: readonly ('roles' | 'devices')[]
  readonly search?: string
  readonly operand?: 'AND' | 'OR'
  readonly fields?: readonly (
    | 'FIRST_NAME'
    | 'LAST_NAME'
    | 'TARGET_NAME'
    | 'WEB_LOGIN'
    | 'EMAIL_ADDRESS'
    | 'PHONE_NUMBER'
  )[]
  readonly firstName?: string
  readonly lastName?: string
  readonly targetName?: string
  readonly webLogin?: string
  readonly emailAddress?: string
  readonly phoneNumber?: string
  readonly groups?: readonly string[]
  readonly 'groups.exists'?: boolean
  readonly roles?: readonly string[]
  readonly site?: string
  readonly status?: 'ACTIVE' | 'INACTIVE'
  readonly supervisors?: readonly string[]
  readonly 'supervisors.exists'?: boolean
  readonly licenseType?: 'FULL_USER' | 'STAKEHOLDER_USER'
  readonly propertyNames?: readonly string[]
  readonly propertyValues?: readonly string[]
  readonly 'devices.exists'?: boolean
  readonly 'devices.email.exists'?: boolean
  readonly 'devices.failsafe.exists'?: boolean
  readonly 'devices.mobile.exists'?: boolean
  readonly 'devices.sms.exists'?: boolean
  readonly 'devices.voice.exists'?: boolean
  readonly 'devices.status'?: 'ACTIVE' | 'INACTIVE'
  readonly 'devices.testStatus'?: string
  /** Instants. */
  readonly createdFrom?: string
  readonly createdTo?: string
  readonly createdBefore?: string
  readonly createdAfter?: string
  /** Default `TARGET_NAME`, so that pages fit together. */
  readonly sortBy?: 'FIRST_LAST_NAME' | 'TARGET_NAME' | 'STATUS' | 'WEB_LOGIN' | 'LAST_LOGIN' | 'SITE' | 'ROLES'
  readonly sortOrder?: SortOrder
}

export interface GetPersonOptions extends CallOptions {
  /** Default `roles` and `supervisors`. */
  readonly embed?: readonly ('roles' | 'supervisors' | 'devices')[]
}

export interface PeopleResource {
  /** `GET /people`. */
  list(query?: PersonQuery, options?: CallOptions): PageList<WirePerson>
  /** `GET /people/{person}`, by id or targetName. */
  get(person: string, options?: GetPersonOptions): Promise<WirePerson>
  /** `GET /people/{person}/devices`. */
  devices(
    person: string,
    query?: Pick<DeviceQuery, 'embed' | 'offset' | 'limit'>,
    options?: CallOptions,
  ): PageList<WireDevice>
  /** `GET /people/{person}/supervisors`. */
  supervisors(person: string, query?: PageQuery, options?: CallOptions): PageList<WirePerson>
  /** `GET /people/{person}/group-memberships`; direct ones only. */
  groupMemberships(person: string, query?: PageQuery, options?: CallOptions): PageList<WireMembership>
}

const personKind: ResourceKind<WirePerson> = {
  rows: personRows,
  nested: [
    { field: 'roles', route: '/people/{person}/roles', rows: anyRows },
    { field: 'devices', route: '/people/{person}/devices', rows: deviceRows, isRoute: true },
    { field: 'supervisors', route: '/people/{person}/supervisors', rows: personRows, isRoute: true },
  ],
}

export function createPeople(transport: Transport): PeopleResource {
  return {
    list: listRoute(transport, '/people', personKind, { sortBy: 'TARGET_NAME', ...ascending }),
    get: getRoute(transport, '/people/{person}', personKind, ['roles', 'supervisors']),
    devices: listRoute(transport, '/people/{person}/devices', deviceKind, { embed: ['timeframes'] }),
    supervisors: listRoute(transport, '/people/{person}/supervisors', personKind),
    groupMemberships: listRoute(transport, '/people/{person}/group-memberships', { rows: membershipRows }),
  }
}
