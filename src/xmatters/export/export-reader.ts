import { type ClientErrorCode, XMattersClientError } from '../client-error.ts'
import type { PageList } from '../page.ts'
import type { TenantDraft } from './tenant-draft.ts'

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
  /** Reads a list to its end; what was read before a failure is kept. */
  list<T>(resource: string, list: PageList<T>, keep: (row: T) => void): Promise<void>
  /** Reads a part of a group. */
  part<T>(resource: string, group: string, list: () => PageList<T>, keep: (row: T) => void): Promise<void>
  /** Reads one row; `null` where it cannot be had, which is a gap then. */
  one<T>(resource: string, read: () => Promise<T>): Promise<T | null>
  progress(resource: string, done: number, total: number | null): void
}

/** After so many failures in a row the instance is down, and asking for thousands of other parts helps nobody. */
const mostFailures = 10

/** What ends an export wherever it happens. */
const fatal: ReadonlySet<ClientErrorCode> = new Set<ClientErrorCode>(['authentication', 'aborted'])
/** What says that an instance has no such list. */
const absent: ReadonlySet<ClientErrorCode> = new Set<ClientErrorCode>(['not-found', 'bad-request'])

export function createExportReader(
  draft: TenantDraft,
  onProgress: ((progress: ExportProgress) => void) | undefined,
): ExportReader {
  let failures = 0

  const progress: ExportReader['progress'] = (resource, done, total) => {
    try {
      onProgress?.({ resource, done, total })
    } catch {
      // An observer harms nothing.
    }
  }

  const readPages = async <T>(
    list: PageList<T>,
    resource: string,
    group: string | undefined,
    keep: (row: T) => void,
  ): Promise<void> => {
    let done = 0
    for await (const page of list.pages()) {
      for (const row of page.data) keep(row)
      draft.addIssues(page.issues, resource, group)
      done += page.count
      if (group === undefined) progress(resource, done, page.total)
    }
    draft.markRead(resource, group)
  }

  const tolerate = (error: unknown, resource: string, group: string | undefined, isList: boolean): void => {
    if (!(error instanceof XMattersClientError) || fatal.has(error.code)) throw error
    const isForbidden = error.code === 'permission'
    if (isList && !isForbidden && !absent.has(error.code)) throw error
    failures = isForbidden || absent.has(error.code) ? 0 : failures + 1
    if (failures >= mostFailures) throw error
    const where = `${resource}${group === undefined ? '' : ` of group ${group}`}`
    draft.addGap({
      resource,
      ...(group === undefined ? {} : { group }),
      reason: isForbidden ? 'forbidden' : 'failed',
      message: `${where}: ${error.message}`,
    })
  }

  return {
    draft,
    progress,
    list: async (resource, list, keep) => {
      try {
        await readPages(list, resource, undefined, keep)
        failures = 0
      } catch (error) {
        tolerate(error, resource, undefined, true)
      }
    },
    part: async (resource, group, list, keep) => {
      try {
        await readPages(list(), resource, group, keep)
        failures = 0
      } catch (error) {
        tolerate(error, resource, group, false)
      }
    },
    one: async (resource, read) => {
      try {
        const row = await read()
        failures = 0
        return row
      } catch (error) {
        tolerate(error, resource, undefined, false)
        return null
      }
    },
  }
}
