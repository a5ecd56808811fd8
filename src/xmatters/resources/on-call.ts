import type { PageList } from '../page.ts'
import type { Transport } from '../transport.ts'
import type { WireOnCall, WireOnCallSummary } from '../wire/index.ts'
import { occurrenceMemberRows } from '../wire-schema/group-rows.ts'
import { onCallRows, onCallSummaryRows } from '../wire-schema/on-call-rows.ts'
import { allRows, type CallOptions, checkName, listRoute, type PageQuery, type ResourceKind } from './read-resource.ts'

export interface OnCallQuery extends PageQuery {
  /** Ids or names, at most 30. */
  readonly groups: readonly string[]
  /** Members on a row before the rest has to be read apart, at most 100. Default 100. */
  readonly membersPerShift?: number
  /** Default `shift` and `members.owner`. */
  readonly embed?: readonly ('shift' | 'members.owner')[]
  readonly include?: readonly 'GAPS'[]
  /** Instant; not together with `from` and `to`. */
  readonly at?: string
  /** Instant; at most 24 hours ago where the window reaches into the future. */
  readonly from?: string
  /** Instant; at most 90 days ahead. */
  readonly to?: string
}

export interface OnCallResource {
  /** `GET /on-call`, the members of each row whole. */
  list(query: OnCallQuery, options?: CallOptions): PageList<WireOnCall>
  /** All rows of one group, by id or name: who is on call now. */
  get(group: string, options?: CallOptions): Promise<readonly WireOnCall[]>
}

const onCallKind: ResourceKind<WireOnCall> = {
  rows: onCallRows,
  nested: [
    {
      field: 'members',
      route: '/groups/{group}/shifts/{shift}/occurrences/{start}/members',
      rows: occurrenceMemberRows,
    },
  ],
}

export function createOnCall(transport: Transport): OnCallResource {
  const list = listRoute(transport, '/on-call', onCallKind, { membersPerShift: 100, embed: ['shift', 'members.owner'] })
  return { list, get: async (group, options) => rowsOf(list, group, options) }
}

export interface OnCallSummaryQuery {
  /** Ids or names. */
  readonly groups: readonly string[]
  readonly embed?: readonly 'shifts'[]
  readonly escalationOrder?: string
  readonly recipientsPerShift?: number
  /** Instant. */
  readonly at?: string
}

export interface OnCallSummaryResource {
  /** `GET /on-call-summary`: one page, of at most 1000 rows. */
  list(query: OnCallSummaryQuery, options?: CallOptions): PageList<WireOnCallSummary>
  /** All rows of one group, by id or name. */
  get(group: string, options?: CallOptions): Promise<readonly WireOnCallSummary[]>
}

/** Where the endpoint stops without a word. */
const mostSummaryRows = 1000

export function createOnCallSummary(transport: Transport): OnCallSummaryResource {
  const kind = { rows: onCallSummaryRows, paged: false, cap: mostSummaryRows }
  const list = listRoute(transport, '/on-call-summary', kind)
  return { list, get: async (group, options) => rowsOf(list, group, options) }
}

/** All rows of one group. */
async function rowsOf<T>(
  list: (query: { readonly groups: readonly string[] }, options?: CallOptions) => PageList<T>,
  group: string,
  options?: CallOptions,
): Promise<readonly T[]> {
  checkName(group)
  return allRows(list({ groups: [group] }, options))
}
