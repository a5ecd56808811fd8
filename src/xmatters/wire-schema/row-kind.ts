import * as z from 'zod/mini'
import type { PageIssue } from '../page.ts'
import { unknownWord } from './wire-fields.ts'

/** How one kind of row is read: what it must have, what may be odd about it, and what makes it the same row again. */
export interface RowKind<T> {
  /** The row as it came, `null` when it cannot be read. Paths of issues start below the row. */
  read(value: unknown): ReadRow<T>
  /** Equal for the same row seen twice; `null` for rows that nothing tells apart. */
  identify(row: T): string | null
}

export interface ReadRow<T> {
  readonly row: T | null
  readonly issues: readonly PageIssue[]
}

const noIssues: readonly PageIssue[] = []

/** Checks of fields by their names, which must be those of the row. Spelt without zod's types, because zod is built in and not for users of this package. */
type RowShape<T> = { readonly [K in keyof T]?: object }

/**
 * Rows that are checked and never copied, because a tenant has tens of thousands: unknown fields stay, odd values stay and are flagged.
 * Only a row without one of `required` is refused. Default: rows with an id, which names them.
 */
export function rowKind<T extends object>(
  shape: RowShape<T>,
  required: readonly ('id' | (string & keyof T))[] = ['id'],
  identify: (row: T) => string | null = idOf,
): RowKind<T> {
  const schema = z.object(shape as Readonly<Record<string, z.ZodMiniType>>)
  const isRequired = new Set<PropertyKey>(required)
  const read = (value: unknown): ReadRow<T> => {
    const checked = schema.safeParse(value)
    if (checked.success) return { row: withTextId(value as T), issues: noIssues }
    const issues: PageIssue[] = []
    for (const { path, message } of checked.error.issues) {
      const where = path.reduce<string>(
        (text, key) => `${text}${typeof key === 'number' ? `[${key}]` : `.${String(key)}`}`,
        '',
      )
      if (path.length === 0 || isRequired.has(path[0]!)) {
        return { row: null, issues: [{ code: 'unreadable-row', path: where, message: 'Cannot be read; left out.' }] }
      }
      issues.push(
        message === unknownWord
          ? { code: 'unknown-value', path: where, message }
          : { code: 'unexpected-value', path: where, message: 'Not of the documented type; kept as it came.' },
      )
    }
    return { row: withTextId(value as T), issues }
  }
  return { read, identify }
}

/** Ids are text everywhere; one that came as a number is written as text. */
function withTextId<T extends object>(row: T): T {
  return 'id' in row && typeof row.id === 'number' ? { ...row, id: String(row.id) } : row
}

/** The id of a mention; `null` where there is none. */
export function idOf(mention: unknown): string | null {
  if (typeof mention !== 'object' || mention === null || !('id' in mention)) return null
  return typeof mention.id === 'string'
    ? mention.id || null
    : typeof mention.id === 'number'
      ? String(mention.id)
      : null
}

/** Rows about which nothing matters but that they are objects. */
export const anyRows: RowKind<object> = {
  read: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { row: value, issues: noIssues }
      : { row: null, issues: [{ code: 'unreadable-row', path: '', message: 'Not an object; left out.' }] },
  identify: idOf,
}
