import type { Page, PageList } from '../page.ts'
import { eachLimited } from './each-limited.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportSource } from './export-source.ts'

/** How a few rows out of a long list can be read. */
export interface Collectable<T> {
  readonly resource: string
  readonly list: () => PageList<T>
  /** The rows of one id: one request. */
  readonly one: (id: string) => Promise<readonly T[]>
  readonly keep: (row: T) => void
  /** The id that a row is of; several rows may be of the same. */
  readonly idOf: (row: T) => string | null
}

const atOnce = 12

/**
 * Reads the rows of some ids, page by page or one by one, whichever takes fewer requests: a single id by itself, else a first page, and
 * after each page whatever is less, the pages or the ids that are left. The ids that had no row are returned.
 */
export async function collectById<T>(
  { abort }: ExportSource,
  reader: ExportReader,
  ids: Iterable<string>,
  { resource, list, one, keep, idOf }: Collectable<T>,
): Promise<readonly string[]> {
  const wanted = new Set(ids)
  const missing = new Set(wanted)
  const take = (row: T): void => {
    const id = idOf(row)
    if (id === null || !wanted.has(id)) return
    missing.delete(id)
    keep(row)
  }
  if (missing.size > 1 && (await readWhileWorthwhile(reader, resource, list(), take, missing))) return [...missing]
  const readOne = async (id: string): Promise<void> => {
    for (const row of (await reader.one(resource, async () => one(id))) ?? []) take(row)
  }
  await eachLimited([...missing], atOnce, readOne, abort)
  return [...missing]
}

/** True when the list was read to its end, or cannot be read: there is nothing more to find then. */
async function readWhileWorthwhile<T>(
  reader: ExportReader,
  resource: string,
  list: PageList<T>,
  take: (row: T) => void,
  missing: ReadonlySet<string>,
): Promise<boolean> {
  let done = 0
  let current: PageList<T> = list
  for (;;) {
    const asked = current
    const page: Page<T> | null = await reader.one(resource, async () => asked)
    if (page === null) return true
    for (const row of page.data) take(row)
    reader.draft.addIssues(page.issues, resource)
    done += page.count
    reader.progress(resource, done, page.total)
    if (!page.next) break
    current = page.next
    const pagesLeft = page.total === null || page.count === 0 ? 1 : Math.ceil((page.total - done) / page.count)
    if (missing.size <= pagesLeft) return missing.size === 0
  }
  reader.draft.markRead(resource)
  return true
}
