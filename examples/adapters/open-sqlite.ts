import { DatabaseSync } from 'node:sqlite'

/**
 * Opens one file for target and state. With a write-ahead log a write costs one append; a crash of the process loses nothing, and a
 * power cut at most the last writes, which the next run makes again.
 */
export function openSqlite(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = normal')
  return database
}
