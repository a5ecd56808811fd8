import { NotFoundError, PermissionError } from './client-error.ts'
import { readEnvelope } from './list-envelope.ts'
import { createPageList, type PageContext } from './page-list.ts'
import type { RouteParams, Transport } from './transport.ts'
import { idOf, type RowKind } from './wire-schema/row-kind.ts'

/** A list inside of a row, of which the instance may give the first page only. */
export interface NestedList<T> {
  readonly field: string & keyof T
  /** Names the reads in errors and events. */
  readonly route: string
  readonly rows: RowKind<object>
  /** Whether the route can be asked with the row's id at its end, for rows that do not link to the rest of the list. */
  readonly isRoute?: true
}

/** The same rows with the lists inside of them whole. Rows whose lists are whole already are not touched. */
export async function completeNested<T>(
  transport: Transport,
  lists: readonly NestedList<T>[],
  rows: readonly T[],
  { signal, issues, params }: PageContext & { readonly params: RouteParams },
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
    const { field, route, rows: kind, isRoute } = list
    const path = `data[${index}].${field}`
    const tell = (message: string): void => void issues.push({ code: 'nested-incomplete', path, message })
    if (next === null && !isRoute) {
      tell('The list is longer than given and nothing leads to the rest.')
      return
    }
    const data = next === null ? [] : [...first]
    const known = data.filter((item): item is object => typeof item === 'object' && item !== null)
    const start = next === null ? { params: { ...params, [lastName(route)]: idOf(row) ?? '' } } : { link: next }
    try {
      for await (const page of createPageList({ transport, route, rows: kind, signal, known, ...start }).pages()) {
        for (const item of page.data) data.push(item)
        for (const issue of page.issues) issues.push({ ...issue, path: `${path}.${issue.path}` })
      }
    } catch (error) {
      if (!(error instanceof PermissionError || error instanceof NotFoundError)) throw error
      tell(`The rest of the list cannot be read: ${error.message}`)
      if (data.length === 0) return
    }
    whole[index] = { ...whole[index]!, [field]: { count: data.length, total: data.length, data } }
  }
  await Promise.all(unfinished.map(follow))
  return whole
}

function lastName(route: string): string {
  return /.*\{(\w+)\}/.exec(route)?.[1] ?? ''
}
