import { InvalidArgumentError } from '../../errors.ts'
import { InvalidResponseError, NotFoundError } from '../client-error.ts'
import { linkSignal } from '../linked-signal.ts'
import { completeNested, type NestedList } from '../nested-lists.ts'
import type { PageList } from '../page.ts'
import { createPageList } from '../page-list.ts'
import type { QueryValues, ReadRequest, Transport } from '../transport.ts'
import type { RowKind } from '../wire-schema/row-kind.ts'

export interface CallOptions {
  /** Ends the call, its waits and retries included. */
  readonly signal?: AbortSignal
}

/** Paging of every list. */
export interface PageQuery {
  /** Rows to skip. Default 0. */
  readonly offset?: number
  /** Rows of a page, at most 1000. Default 1000. */
  readonly limit?: number
}

export type SortOrder = 'ASCENDING' | 'DESCENDING'

/** The API takes what to sort by and its order together only. */
export const ascending: { readonly sortOrder: SortOrder } = { sortOrder: 'ASCENDING' }

/** Reads of one kind of row. */
export interface ResourceKind<T extends object> {
  readonly rows: RowKind<T>
  readonly nested?: readonly NestedList<T>[]
}

interface ListRequest {
  readonly route: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: QueryValues
}

/** What is asked for, and the defaults of the rest. */
export function queryOf(query: object | undefined, defaults: QueryValues = {}): QueryValues {
  const given = Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== undefined))
  return { ...defaults, ...given }
}

export function listRows<T extends object>(
  transport: Transport,
  kind: ResourceKind<T>,
  request: ListRequest,
  options: CallOptions = {},
): PageList<T> {
  const { nested } = kind
  return createPageList<T>({
    transport,
    rows: kind.rows,
    ...request,
    signal: options.signal,
    ...(nested ? { complete: (rows, page) => completeNested(transport, nested, rows, page) } : {}),
  })
}

/**
 * Reads one row. Throws `NotFoundError` where there is none, `InvalidResponseError` for what is not such a row.
 * What is odd about a row that can be read is told as the event of a page.
 */
export async function getRow<T extends object>(
  transport: Transport,
  kind: ResourceKind<T>,
  request: Omit<ReadRequest, 'signal' | 'link'>,
  options: CallOptions = {},
): Promise<T> {
  const { route } = request
  const link = linkSignal(options.signal)
  try {
    const { json } = await transport.read({ ...request, signal: link.signal })
    const { row, issues } = kind.rows.read(json)
    if (row === null) {
      throw new InvalidResponseError(`${route} did not answer with what it is to answer.`, {
        route,
        path: issues[0]?.path.replace(/^\./, '') || '$',
        expectation: 'an object with its id',
      })
    }
    const found = [...issues]
    const [whole = row] = kind.nested
      ? await completeNested(transport, kind.nested, [row], { signal: link.signal, issues: found })
      : []
    if (found.length > 0) transport.emit({ kind: 'page', route, count: 1, total: 1, issues: found.length })
    return whole
  } catch (error) {
    link.abort()
    throw error
  } finally {
    link.release()
  }
}

/** The first row that fits, for endpoints that know no single read. `asked`: the id or the name that is looked for. */
export async function findRow<T>(
  list: PageList<T>,
  route: string,
  asked: string,
  fits: (row: T) => boolean,
): Promise<T> {
  checkName(asked)
  for await (const row of list) if (fits(row)) return row
  throw new NotFoundError(`${route} has nothing by that id or name.`, { route })
}

/** Refuses what names nothing, as an id or a name in an address is refused. */
export function checkName(asked: string): void {
  if (typeof asked === 'string' && asked !== '' && asked !== '.' && asked !== '..') return
  throw new InvalidArgumentError(`An id or a name is needed; got ${JSON.stringify(asked ?? null)}.`)
}

export async function allRows<T>(list: PageList<T>): Promise<readonly T[]> {
  const rows: T[] = []
  for await (const row of list) rows.push(row)
  return rows
}
