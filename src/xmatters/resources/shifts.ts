import { formatInstant, parseInstant } from '../../time/index.ts'
import type { PageList } from '../page.ts'
import type { Transport } from '../transport.ts'
import type { WireOccurrence, WireShift, WireShiftMember } from '../wire/index.ts'
import { occurrenceMemberRows, shiftMemberRows, shiftRows } from '../wire-schema/group-rows.ts'
import { occurrenceRows } from '../wire-schema/on-call-rows.ts'
import { anyRows } from '../wire-schema/row-kind.ts'
import {
  allRows,
  type CallOptions,
  checkName,
  findRow,
  getRoute,
  listRoute,
  type PageQuery,
  type ResourceKind,
} from './read-resource.ts'

export interface ShiftQuery extends PageQuery {
  /** Default `members` and `rotation`. */
  readonly embed?: readonly ('members' | 'rotation' | 'exclusions')[]
  readonly include?: readonly 'metrics.members'[]
  readonly 'members.exists'?: boolean
  readonly shiftType?: string
  /** Instants. */
  readonly createdFrom?: string
  readonly createdTo?: string
  readonly createdBefore?: string
  readonly createdAfter?: string
}

export interface ShiftsResource {
  /** `GET /groups/{group}/shifts`, members whole. */
  list(group: string, query?: ShiftQuery, options?: CallOptions): PageList<WireShift>
  /** `GET /groups/{group}/shifts/{shift}`, by ids or names, members whole. */
  get(group: string, shift: string, options?: CallOptions & Pick<ShiftQuery, 'embed'>): Promise<WireShift>
  /** `GET /groups/{group}/shifts/{shift}/exclusions`: occurrences that were deleted. */
  exclusions(group: string, shift: string, query?: PageQuery, options?: CallOptions): PageList<object>
}

const shiftKind: ResourceKind<WireShift> = {
  rows: shiftRows,
  nested: [
    { field: 'members', route: '/groups/{group}/shifts/{shift}/members', rows: shiftMemberRows, isRoute: true },
    { field: 'exclusions', route: '/groups/{group}/shifts/{shift}/exclusions', rows: anyRows, isRoute: true },
  ],
}

export function createShifts(transport: Transport): ShiftsResource {
  const embed = ['members', 'rotation']
  return {
    list: listRoute(transport, '/groups/{group}/shifts', shiftKind, { embed }),
    get: getRoute(transport, '/groups/{group}/shifts/{shift}', shiftKind, embed),
    exclusions: listRoute(transport, '/groups/{group}/shifts/{shift}/exclusions', { rows: anyRows }),
  }
}

export interface ShiftMembersResource {
  /** `GET /groups/{group}/shifts/{shift}/members`. */
  list(
    group: string,
    shift: string,
    query?: PageQuery & { readonly onDuty?: boolean },
    options?: CallOptions,
  ): PageList<WireShiftMember>
  /** All slots of one recipient, by id or targetName, out of `GET /groups/{group}/shifts/{shift}/members`. */
  get(group: string, shift: string, recipient: string, options?: CallOptions): Promise<readonly WireShiftMember[]>
}

export function createShiftMembers(transport: Transport): ShiftMembersResource {
  const list = listRoute(transport, '/groups/{group}/shifts/{shift}/members', { rows: shiftMemberRows })
  return {
    list,
    get: async (group, shift, asked, options) => {
      checkName(asked)
      const slots = await allRows(list(group, shift, {}, options))
      return slots.filter(({ recipient }) => recipient?.id === asked || recipient?.targetName === asked)
    },
  }
}

export interface OccurrenceQuery extends PageQuery {
  /** Instants. */
  readonly from?: string
  readonly to?: string
  /** Ids of shifts. */
  readonly shifts?: readonly string[]
  /** Default `members`. */
  readonly embed?: readonly 'members'[]
}

export interface OccurrencesResource {
  /** `GET /groups/{group}/occurrences`, members whole. */
  list(group: string, query?: OccurrenceQuery, options?: CallOptions): PageList<WireOccurrence>
  /** The one that starts at that instant, out of `GET /groups/{group}/occurrences`. */
  get(group: string, shift: string, start: string, options?: CallOptions): Promise<WireOccurrence>
}

const occurrenceKind: ResourceKind<WireOccurrence> = {
  rows: occurrenceRows,
  nested: [
    {
      field: 'members',
      route: '/groups/{group}/shifts/{shift}/occurrences/{start}/members',
      rows: occurrenceMemberRows,
    },
  ],
}

export function createOccurrences(transport: Transport): OccurrencesResource {
  const route = '/groups/{group}/occurrences'
  const list = listRoute(transport, route, occurrenceKind, { embed: ['members'] })
  return {
    list,
    get: (group, shift, start, options) => {
      const at = parseInstant(start)
      const query = { shifts: [shift], from: formatInstant(at), to: formatInstant(at + 1000) }
      return findRow(
        list(group, query, options),
        route,
        shift,
        (row) => row.start !== undefined && parseInstant(row.start) === at,
      )
    },
  }
}
