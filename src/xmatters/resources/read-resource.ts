import { InvalidArgumentError } from '../../errors.ts'
import { InvalidResponseError, NotFoundError } from '../client-error.ts'
import { underSignal } from '../linked-signal.ts'
import { completeNested, type NestedList } from '../nested-lists.ts'
import type { PageList } from '../page.ts'
import { createPageList, type ListSource } from '../page-list.ts'
import type { QueryValues, RouteParams, Transport } from '../transport.ts'

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

/** How a route is answered. */
export interface ResourceKind<T> extends Pick<ListSource<T>, 'rows' | 'paged' | 'cap'> {
  readonly nested?: readonly NestedList<T>[]
}

/** An id or a name for each name of a route. */
type Ids<Route extends string> = Route extends `${string}{${string}}${infer Rest}` ? [string, ...Ids<Rest>] : []

/** Reads the list of a route. `defaults`: what the query has where nothing else is asked for. */
export function listRoute<Route extends string, T>(
  transport: Transport,
  route: Route,
  { nested, ...kind }: ResourceKind<T>,
  defaults?: QueryValues,
): (...asked: [...Ids<Route>, query?: object, options?: CallOptions]) => PageList<T> {
  return (...asked) => {
    const { params, rest } = takeApart(route, asked)
    const [given, options] = rest as readonly [object?, CallOptions?]
    const query = {
      ...defaults,
      ...Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)),
    }
    const source = { transport, route, ...kind, params, query, signal: options?.signal }
    if (!nested) return createPageList(source)
    return createPageList({
      ...source,
      complete: async (rows, page) => completeNested(transport, nested, rows, { ...page, params }),
    })
  }
}

/**
 * Reads one row. Throws `NotFoundError` where there is none, `InvalidResponseError` for what is not such a row.
 * What is odd about a row that can be read is told as the event of a page.
 */
export function getRoute<Route extends string, T extends object>(
  transport: Transport,
  route: Route,
  { rows, nested = [] }: ResourceKind<T>,
  defaults?: readonly string[],
): (...asked: [...Ids<Route>, options?: CallOptions & { readonly embed?: readonly string[] }]) => Promise<T> {
  return async (...asked) => {
    const { params, rest } = takeApart(route, asked)
    const [{ signal, embed = defaults } = {}] = rest as readonly [
      (CallOptions & { readonly embed?: readonly string[] })?,
    ]
    return underSignal(signal, async (own) => {
      const { json } = await transport.read({ route, params, query: { embed }, signal: own })
      const { row, issues } = rows.read(json)
      if (row === null) {
        throw new InvalidResponseError(`${route} did not answer with what it is to answer.`, {
          route,
          path: issues[0]?.path.replace(/^\./, '') || '$',
          expectation: 'an object with its id',
        })
      }
      const found = [...issues]
      const [whole = row] = await completeNested(transport, nested, [row], { signal: own, issues: found, params })
      if (found.length > 0) transport.emit({ kind: 'page', route, count: 1, total: 1, issues: found.length })
      return whole
    })
  }
}

/** What was asked: the ids that the route names, and what comes after them. */
function takeApart(
  route: string,
  asked: readonly unknown[],
): { readonly params: RouteParams; readonly rest: readonly unknown[] } {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const params = Object.fromEntries(names.map((name, index) => [name, asked[index] as string]))
  return { params, rest: asked.slice(names.length) }
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
