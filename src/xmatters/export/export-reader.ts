import { type ClientErrorCode, XMattersClientError } from '../client-error.ts'
import type { PageList } from '../page.ts'
import { tell } from '../../tell.ts'
import { createRepeatSharing } from './share-repeats.ts'
import type { TenantDraft, TenantList, TenantRow } from './tenant-draft.ts'

/** Where an export is: rows read of a list, or groups whose part was read. */
export interface ExportProgress {
  /** Such as `people` or `shifts`. */
  readonly resource: string
  readonly done: number
  /** `null` while the instance has not said. */
  readonly total: number | null
}

/** Reads for an export: into a draft, with progress, and with failures as gaps where the rest can go on. */
export interface ExportReader {
  readonly draft: TenantDraft
  /** Reads a list into the draft to its end, unless it was read before; what came before a failure is kept. */
  list<List extends TenantList>(
    resource: List,
    list: PageList<TenantRow<List>>,
    keep?: (row: TenantRow<List>) => void,
  ): Promise<void>
  /** Reads a part of a group with `read`, unless it was read before. */
  part(resource: string, group: string, read: () => Promise<void>): Promise<void>
  /** Reads something else; `null` where it cannot be had, which is a gap then. */
  one<T>(resource: string, read: () => Promise<T>, group?: string): Promise<T | null>
  /** Reads all rows of a list; throws what goes wrong. */
  rows<T>(list: PageList<T>, resource: string, group?: string): Promise<readonly T[]>
  /** Reads all pages of a list, which is read then; throws what goes wrong. */
  pages<T>(list: PageList<T>, keep: (row: T) => void, resource: string, group?: string): Promise<void>
  progress(resource: string, done: number, total: number | null): void
}

/** After so many failures in a row the instance is down, and asking for thousands of other parts helps nobody. */
const mostFailures = 10

/** What ends an export wherever it happens. */
const fatal: ReadonlySet<ClientErrorCode> = new Set<ClientErrorCode>(['authentication', 'aborted'])
/** What the instance says about one thing and not about itself. */
const local: ReadonlySet<ClientErrorCode> = new Set<ClientErrorCode>(['permission', 'not-found', 'bad-request'])

export function createExportReader(
  draft: TenantDraft,
  onProgress: ((progress: ExportProgress) => void) | undefined,
): ExportReader {
  const share = createRepeatSharing()
  let failures = 0

  const progress: ExportReader['progress'] = (resource, done, total) => tell(onProgress, { resource, done, total })

  /** Without a whole list there is no tenant to speak of; without the part of a group there is a tenant with a gap. */
  const attempt = async <T>(
    read: () => Promise<T>,
    resource: string,
    group: string | undefined,
    isList: boolean,
  ): Promise<T | null> => {
    try {
      const value = await read()
      failures = 0
      return value
    } catch (error) {
      if (!(error instanceof XMattersClientError) || fatal.has(error.code)) throw error
      const isLocal = local.has(error.code)
      failures = isLocal ? 0 : failures + 1
      if (!isLocal && (isList || failures >= mostFailures)) throw error
      draft.addGap(resource, group, error.code === 'permission' ? 'forbidden' : 'failed', error.message)
      return null
    }
  }

  const pages: ExportReader['pages'] = async (list, keep, resource, group) => {
    let done = 0
    for await (const page of list.pages()) {
      for (const row of page.data) {
        share(row)
        keep(row)
      }
      draft.addIssues(page.issues, resource, group)
      done += page.count
      if (group === undefined) progress(resource, done, page.total)
    }
    draft.markRead(resource, group)
  }

  return {
    draft,
    progress,
    pages,
    rows: async (list, resource, group) => {
      const rows = []
      for await (const page of list.pages()) {
        for (const row of page.data) rows.push(row)
        draft.addIssues(page.issues, resource, group)
      }
      return rows
    },
    list: async (resource, list, keep = (row) => draft.keep(resource, row)) => {
      if (draft.isRead(resource)) return
      await attempt(async () => pages(list, keep, resource), resource, undefined, true)
    },
    part: async (resource, group, read) => {
      if (!draft.isRead(resource, group)) await attempt(read, resource, group, false)
    },
    one: async (resource, read, group) => attempt(read, resource, group, false),
  }
}
