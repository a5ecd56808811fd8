import type { PageList } from '../page.ts'
import type { Transport } from '../transport.ts'
import type { WireGroup, WireMembership, WireRecipientReference } from '../wire/index.ts'
import { groupRows, membershipRows, recipientRows } from '../wire-schema/group-rows.ts'
import { serviceRows } from '../wire-schema/place-rows.ts'
import { anyRows } from '../wire-schema/row-kind.ts'
import {
  ascending,
  type CallOptions,
  findRow,
  getRoute,
  listRoute,
  type PageQuery,
  type ResourceKind,
  type SortOrder,
} from './read-resource.ts'

export interface GroupQuery extends PageQuery {
  /** `criteria` only with `groupType: 'DYNAMIC'`. */
  readonly embed?: readonly ('supervisors' | 'observers' | 'criteria')[]
  readonly groupType?: 'ON_CALL' | 'BROADCAST' | 'DYNAMIC'
  readonly search?: string
  readonly operand?: 'AND' | 'OR'
  readonly fields?: readonly ('NAME' | 'DESCRIPTION' | 'SERVICE_NAME')[]
  readonly members?: readonly string[]
  readonly 'member.exists'?: 'ALL_SHIFTS' | 'ANY_SHIFTS'
  readonly 'members.licenseType'?: 'FULL_USER' | 'STAKEHOLDER_USER'
  readonly sites?: readonly string[]
  readonly status?: 'ACTIVE' | 'INACTIVE'
  readonly supervisors?: readonly string[]
  /** Instants. */
  readonly createdFrom?: string
  readonly createdTo?: string
  readonly createdBefore?: string
  readonly createdAfter?: string
  /** Default `NAME`, so that pages fit together. */
  readonly sortBy?: 'NAME' | 'GROUPTYPE' | 'STATUS'
  readonly sortOrder?: SortOrder
}

export interface GetGroupOptions extends CallOptions {
  /** Default `supervisors`, `observers` and `services`. */
  readonly embed?: readonly ('supervisors' | 'observers' | 'services')[]
}

export interface GroupsResource {
  /** `GET /groups`. */
  list(query?: GroupQuery, options?: CallOptions): PageList<WireGroup>
  /** `GET /groups/{group}`, by id or name. */
  get(group: string, options?: GetGroupOptions): Promise<WireGroup>
  /** `GET /groups/{group}/supervisors`. */
  supervisors(group: string, query?: PageQuery, options?: CallOptions): PageList<WireRecipientReference>
}

const groupKind: ResourceKind<WireGroup> = {
  rows: groupRows,
  nested: [
    { field: 'supervisors', route: '/groups/{group}/supervisors', rows: recipientRows, isRoute: true },
    { field: 'observers', route: '/groups/{group}/observers', rows: anyRows },
    { field: 'services', route: '/groups/{group}/services', rows: serviceRows },
  ],
}

export function createGroups(transport: Transport): GroupsResource {
  return {
    list: listRoute(transport, '/groups', groupKind, { sortBy: 'NAME', ...ascending }),
    get: getRoute(transport, '/groups/{group}', groupKind, ['supervisors', 'observers', 'services']),
    supervisors: listRoute(transport, '/groups/{group}/supervisors', { rows: recipientRows }),
  }
}

export interface RosterQuery extends PageQuery {
  /** Default `shifts`. */
  readonly embed?: readonly ('shifts' | 'site' | 'lastLogin')[]
  readonly sortBy?: string
  readonly sortOrder?: SortOrder
}

export interface RosterResource {
  /** `GET /groups/{group}/members`. */
  list(group: string, query?: RosterQuery, options?: CallOptions): PageList<WireMembership>
  /** The member by that id or targetName, out of `GET /groups/{group}/members`. */
  get(group: string, member: string, options?: CallOptions): Promise<WireMembership>
}

const rosterKind: ResourceKind<WireMembership> = {
  rows: membershipRows,
  nested: [{ field: 'shifts', route: '/groups/{group}/members/{member}/shifts', rows: anyRows }],
}

export function createRoster(transport: Transport): RosterResource {
  const route = '/groups/{group}/members'
  const embed = ['shifts']
  const list = listRoute(transport, route, rosterKind, { embed })
  const sorted = listRoute(transport, route, rosterKind, { embed, ...ascending })
  return {
    list: (group, query, options) => (query?.sortBy ? sorted : list)(group, query, options),
    get: (group, asked, options) =>
      findRow(
        list(group, {}, options),
        route,
        asked,
        ({ member }) => member.id === asked || member.targetName === asked,
      ),
  }
}
