import type { Page, PageList } from '../page.ts'
import { eachLimited } from './each-limited.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportSource } from './export-source.ts'
import type { TenantList, TenantRow } from './tenant-draft.ts'

/** How a few rows out of a long list can be read. */
export interface Collectable<List extends TenantList, T = TenantRow<List>> {
  readonly resource: List
  readonly list: () => PageList<T>
  /** The rows of one id: one request. */
  readonly one: (id: string) => Promise<readonly T[]>
  /** The id that a row is of. Default: its own. */
  readonly idOf?: (row: T) => string | null
  /** Several rows may be of the same id, so that one that came says nothing about the others. */
  readonly several?: boolean
  /** Pages that the list has at least; `null` while nobody knows. */
  readonly leastPages?: number | null
}

const atOnce = 12

/**
 * Reads the rows of some ids, page by page or one by one, whichever takes fewer requests: a single id by itself, else a first page, and
 * after each page whatever is less, the pages or the ids that are left. Returns the pages of the list; `null` where none was read.
 */
export async function collectById<List extends TenantList>(
  { abort }: ExportSource,
  reader: ExportReader,
  ids: Iterable<string>,
  { resource, list, one, idOf = ({ id }) => id, several = false, leastPages = null }: Collectable<List>,
): Promise<number | null> {
  const wanted = new Set(ids)
  const missing = new Set(wanted)
  const take = (row: TenantRow<List>): void => {
    const id = idOf(row)
    if (id === null || !wanted.has(id)) return
    if (!several) missing.delete(id)
    reader.draft.keep(resource, row)
  }
  let pages: number | null = null
  if (missing.size > Math.max(1, leastPages ?? 0)) {
    const bulk = await readWhileWorthwhile(reader, resource, list(), take, missing)
    if (bulk.isDone) return bulk.pages
    pages = bulk.pages
  }
  // Kept in the order of their ids, whichever came first.
  const left = [...missing].sort()
  const found = new Map<string, readonly TenantRow<List>[]>()
  const readOne = async (id: string): Promise<void> => {
    found.set(id, (await reader.one(resource, async () => one(id))) ?? [])
  }
  await eachLimited(left, atOnce, readOne, abort)
  for (const id of left) for (const row of found.get(id) ?? []) take(row)
  return pages
}

interface BulkRead {
  /** There is nothing more to find: the list was read to its end, or cannot be read. */
  readonly isDone: boolean
  readonly pages: number | null
}

async function readWhileWorthwhile<T>(
  reader: ExportReader,
  resource: string,
  list: PageList<T>,
  take: (row: T) => void,
  missing: ReadonlySet<string>,
): Promise<BulkRead> {
  let done = 0
  let pages = 0
  let current: PageList<T> = list
  for (;;) {
    const asked = current
    const page: Page<T> | null = await reader.one(resource, async () => asked)
    if (page === null) return { isDone: true, pages: null }
    for (const row of page.data) take(row)
    reader.draft.addIssues(page.issues, resource)
    done += page.count
    pages += 1
    reader.progress(resource, done, page.total)
    if (!page.next) break
    current = page.next
    const pagesLeft = page.total === null || page.count === 0 ? 1 : Math.ceil((page.total - done) / page.count)
    if (missing.size <= pagesLeft) return { isDone: missing.size === 0, pages: pages + pagesLeft }
  }
  reader.draft.markRead(resource)
  return { isDone: true, pages }
}
