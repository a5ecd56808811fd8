import { NotFoundError, PermissionError } from './client-error.ts'
import { readEnvelope } from './list-envelope.ts'
import { createPageList, type ListSource, type PageContext } from './page-list.ts'
import type { QueryValues, Transport } from './transport.ts'
import type { RowKind } from './wire-schema/row-kind.ts'

/** A list inside of a row, of which the instance may give the first page only. */
export interface NestedList<T> {
  readonly field: string & keyof T
  /** Names the reads in errors and events. */
  readonly route: string
  readonly rows: RowKind<object>
  /** Where the whole list can be read, for rows that do not link to the rest of it. */
  whole?(row: T): { readonly params: Readonly<Record<string, string>>; readonly query?: QueryValues } | null
}

/** The same rows with the lists inside of them whole. Rows whose lists are whole already are not touched. */
export async function completeNested<T extends object>(
  transport: Transport,
  lists: readonly NestedList<T>[],
  rows: readonly T[],
  { signal, issues }: PageContext,
): Promise<readonly T[]> {
  const unfinished = rows.flatMap((row, index) =>
    lists.flatMap((list) => {
      const envelope = readEnvelope(row[list.field])
      if (!envelope?.isPage) return []
      const { next, total, rows: first } = envelope
      return next !== null || (total !== null && total > first.length) ? [{ row, index, list, next, first }] : []
    }),
  )
  if (unfinished.length === 0) return rows
  const whole = [...rows]
  const follow = async ({ row, index, list, next, first }: (typeof unfinished)[number]): Promise<void> => {
    const path = `data[${index}].${list.field}`
    const start = nestedStart(list, row, next, first)
    if (start === null) {
      issues.push({
        code: 'nested-incomplete',
        path,
        message: 'The list is longer than given and nothing leads to the rest.',
      })
      return
    }
    const source = { transport, route: list.route, rows: list.rows, signal, ...start.source }
    const data = [...start.keep]
    try {
      for await (const page of createPageList(source).pages()) {
        for (const item of page.data) data.push(item)
        for (const issue of page.issues) issues.push({ ...issue, path: `${path}.${issue.path}` })
      }
    } catch (error) {
      if (!(error instanceof PermissionError || error instanceof NotFoundError)) throw error
      issues.push({ code: 'nested-incomplete', path, message: `The rest of the list cannot be read: ${error.message}` })
      if (data.length === 0) return
    }
    whole[index] = { ...whole[index]!, [list.field]: { count: data.length, total: data.length, data } }
  }
  await Promise.all(unfinished.map(follow))
  return whole
}

function nestedStart<T>(
  list: NestedList<T>,
  row: T,
  next: string | null,
  first: readonly unknown[],
): { readonly source: Partial<ListSource<object>>; readonly keep: readonly unknown[] } | null {
  if (next !== null) {
    const known = first.filter((item): item is object => typeof item === 'object' && item !== null)
    return { source: { link: next, known }, keep: first }
  }
  const whole = list.whole?.(row)
  return whole ? { source: whole, keep: [] } : null
}
