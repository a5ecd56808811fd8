import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { RecordLink } from 'xmatters-sync'

/** What one file holds. */
export interface FileRecord<T> {
  readonly id: string
  readonly link: RecordLink | null
  /** Goes up with each write. */
  readonly version: number
  readonly value: T
}

/** One folder with one JSON file a record, fit for version control: stable names, two spaces, a line feed at the end. */
export interface FileTable<T> {
  all(): Promise<readonly FileRecord<T>[]>
  get(id: string): Promise<FileRecord<T> | null>
  put(record: FileRecord<T>): Promise<void>
  delete(id: string): Promise<void>
}

export function openFileTable<T>(folder: string): FileTable<T> {
  // Ids may hold what file names must not, and file systems may ignore case.
  const fileOf = (id: string): string => path.join(folder, `${shortDigest(id)}.json`)
  const readRecord = async (file: string): Promise<FileRecord<T> | null> => {
    const text = await readFile(file, 'utf8').catch(nullWhenMissing)
    return text === null ? null : (JSON.parse(text) as FileRecord<T>)
  }
  let drafts = 0

  return {
    async all() {
      const names = (await readdir(folder).catch(nullWhenMissing)) ?? []
      const files = names.filter((name) => name.endsWith('.json')).sort()
      const records = await Promise.all(files.map((name) => readRecord(path.join(folder, name))))
      return records.filter((record) => record !== null)
    },
    get: (id) => readRecord(fileOf(id)),
    async put(record) {
      await mkdir(folder, { recursive: true })
      // Written aside and moved into place, so that nobody ever reads half a file.
      const draft = `${fileOf(record.id)}.${process.pid}-${(drafts += 1)}`
      await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`)
      await rename(draft, fileOf(record.id))
    },
    async delete(id) {
      await rm(fileOf(id), { force: true })
    },
  }
}

export function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
