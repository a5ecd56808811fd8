import { linkSignal, underSignal } from './linked-signal.ts'
import { expectEnvelope } from './list-envelope.ts'
import { advance, checkTotal, copyPosition, type ListPosition, type ReadRows, startPosition } from './list-position.ts'
import type { Page, PageIssue, PageList } from './page.ts'
import type { QueryValues, RouteParams, Transport } from './transport.ts'
import type { RowKind } from './wire-schema/row-kind.ts'

/** The most that the instance gives at once. */
const pageSize = 1000

/** Parameters that say how rows are shown or searched, and not which are wanted. */
const unlimiting: ReadonlySet<string> = new Set(['embed', 'include', 'fields'])

/** Which list, how its rows are read, and where it begins. */
export interface ListSource<T> {
  readonly transport: Transport
  readonly route: string
  readonly params?: RouteParams
  readonly query?: QueryValues
  readonly rows: RowKind<T>
  readonly signal?: AbortSignal | undefined
  /** False for endpoints that know neither offset nor limit. Default true. */
  readonly paged?: boolean
  /** Rows after which such an endpoint stops without a word. */
  readonly cap?: number
  /** A link of the instance's to begin with, instead of params and query; only its own links lead on from there. */
  readonly link?: string
  /** Rows that were read elsewhere, as those of a list's first page inside of another row. */
  readonly known?: readonly T[]
  /** Makes the rows of a page whole, such as by following lists inside of them. */
  readonly complete?: (rows: readonly T[], page: PageContext) => Promise<readonly T[]>
}

export interface PageContext {
  readonly signal: AbortSignal
  readonly issues: PageIssue[]
}

type ReadPage<T> = Omit<Page<T>, 'next'>

/** A list that is read when it is awaited or iterated, and then from its beginning. */
export function createPageList<T>(source: ListSource<T>): PageList<T> {
  return listFrom(source, beginning(source))
}

function beginning<T>({ query, link, known, rows }: ListSource<T>): ListPosition {
  const offset = known?.length ?? Number(query?.['offset'] ?? 0)
  const start = startPosition(offset, link ?? null)
  for (const row of known ?? []) {
    const identity = rows.identify(row)
    if (identity !== null) start.seen.add(identity)
  }
  return start
}

function listFrom<T>(source: ListSource<T>, start: ListPosition): PageList<T> {
  const readFirst = async (): Promise<Page<T>> => {
    const position = copyPosition(start)
    const { page, hasNext } = await underSignal(source.signal, async (signal) => readPage(source, position, signal))
    return hasNext ? { ...page, next: listFrom(source, position) } : page
  }
  let first: Promise<Page<T>> | undefined
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- a list is awaited for its first page
    then: (onFulfilled, onRejected) => (first ??= readFirst()).then(onFulfilled, onRejected),
    pages: () => walk(source, copyPosition(start)),
    async *[Symbol.asyncIterator]() {
      for await (const page of walk(source, copyPosition(start))) yield* page.data
    },
  }
}

/** Page after page, the next one on its way while the caller has the one before. */
async function* walk<T>(source: ListSource<T>, position: ListPosition): AsyncIterableIterator<ReadPage<T>> {
  const link = linkSignal(source.signal)
  const read = async (): Promise<Step<T>> => readPage(source, position, link.signal)
  try {
    for (let pending: Promise<Step<T>> | null = read(); pending !== null;) {
      const { page, hasNext }: Step<T> = await pending
      pending = hasNext ? read() : null
      // Awaited above or given up below; a failure in between belongs to nobody.
      pending?.catch(() => undefined)
      yield page
    }
  } finally {
    link.abort()
    link.release()
  }
}

interface Step<T> {
  readonly page: ReadPage<T>
  readonly hasNext: boolean
}

async function readPage<T>(source: ListSource<T>, position: ListPosition, signal: AbortSignal): Promise<Step<T>> {
  const { transport, route, params, query, paged = true } = source
  if (asksForNothing(query)) return { page: { count: 0, total: 0, data: [], issues: [] }, hasNext: false }
  const paging = paged
    ? { limit: pageSize, ...query, ...(position.offset > 0 ? { offset: position.offset } : {}) }
    : query
  const target = position.link === null ? { params, query: paging } : { link: position.link }
  const response = await transport.read({ route, ...target, signal })
  const envelope = expectEnvelope(response.json, route)
  const issues: PageIssue[] = []
  const { data, ...read } = readRows(source.rows, envelope.rows, envelope.isPage ? 'data' : '', position.seen, issues)
  const rules = { byOffset: paged && envelope.isPage && source.link === undefined, origin: transport.origin }
  const hasNext = advance(position, envelope, read, rules, issues)
  if (!hasNext) checkTotal(position, issues)
  if (source.cap !== undefined && envelope.rows.length >= source.cap) {
    issues.push({
      code: 'capped',
      path: '',
      message: `The endpoint gives ${source.cap} rows at most; there may be more.`,
    })
  }
  const whole = source.complete && data.length > 0 ? await source.complete(data, { signal, issues }) : data
  const { total } = envelope
  transport.emit({ kind: 'page', route, count: envelope.rows.length, total, issues: issues.length })
  return {
    page: { count: envelope.rows.length, total: envelope.isPage ? total : envelope.rows.length, data: whole, issues },
    hasNext,
  }
}

/** Rows of none of no groups: left out of the address it would ask for those of all. */
function asksForNothing(query: QueryValues = {}): boolean {
  return Object.entries(query).some(
    ([name, value]) => Array.isArray(value) && value.length === 0 && !unlimiting.has(name),
  )
}

function readRows<T>(
  kind: RowKind<T>,
  values: readonly unknown[],
  path: string,
  seen: Set<string>,
  issues: PageIssue[],
): ReadRows & { readonly data: readonly T[] } {
  const data: T[] = []
  const identities: string[] = []
  let fresh = 0
  for (const [index, value] of values.entries()) {
    const { row, issues: found } = kind.read(value)
    for (const issue of found) issues.push({ ...issue, path: `${path}[${index}]${issue.path}` })
    const identity = row === null ? null : kind.identify(row)
    identities.push(identity ?? '')
    if (identity !== null && seen.has(identity)) {
      issues.push({ code: 'duplicate-row', path: `${path}[${index}]`, message: 'Came before; left out.' })
      continue
    }
    fresh += 1
    if (identity !== null) seen.add(identity)
    if (row !== null) data.push(row)
  }
  return {
    data,
    fresh,
    isIdle: values.length > 0 && data.length === 0,
    fingerprint: identities.some(Boolean) ? identities.join('\n') : '',
  }
}
