import { type FakeAnswer, ok } from './fake-answer.ts'
import type { FakeRead } from './fake-read.ts'
import type { WirePage } from '../../xmatters/wire/index.ts'

/** The page of rows that the query asks for, each as it is shown. */
export function answerPage<T>(
  { url, pageSize }: FakeRead,
  rows: readonly T[],
  show: (row: T) => unknown = (row) => row,
): FakeAnswer {
  const page = fakePage(rows, url, pageSize)
  return ok({ ...page, data: page.data.map((row) => show(row)) })
}

/** With links to itself and to its neighbours from the root. */
function fakePage<T>(rows: readonly T[], url: URL, pageSize: number): WirePage<T> {
  const asked = readCount(url.searchParams.get('limit')) ?? 100
  const limit = Math.max(1, Math.min(asked, pageSize, 1000))
  const offset = readCount(url.searchParams.get('offset')) ?? 0
  const data = rows.slice(offset, offset + limit)
  const link = (at: number): string => {
    const query = new URLSearchParams(url.searchParams)
    query.set('offset', String(at))
    query.set('limit', String(limit))
    return `${url.pathname}?${query}`
  }
  return {
    count: data.length,
    total: rows.length,
    data,
    links: {
      self: link(offset),
      ...(offset > 0 && { previous: link(Math.max(0, offset - limit)) }),
      ...(offset + data.length < rows.length && data.length > 0 && { next: link(offset + limit) }),
    },
  }
}

/** The most rows of a list inside of a row. */
export const embeddedRows = 100

/** A list inside of a row: its first rows, and a link to the rest of it. */
export function nestedPage<T>(rows: readonly T[], path: string, limit: number): WirePage<T> {
  return fakePage(rows, new URL(`${path}?offset=0&limit=${limit}`, 'https://fake.invalid'), limit)
}

function readCount(text: string | null): number | null {
  const count = Number(text)
  return text !== null && Number.isInteger(count) && count >= 0 ? count : null
}
