import type { WirePage } from '../../xmatters/wire/index.ts'

/** A page of rows as the query asks for it, with links to itself and to its neighbours from the root. */
export function fakePage<T>(rows: readonly T[], url: URL, pageSize: number): WirePage<T> {
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

/** A list inside of a row: its first rows, and a link to the rest of it. */
export function nestedPage<T>(rows: readonly T[], path: string, limit: number): WirePage<T> {
  return fakePage(rows, new URL(`${path}?offset=0&limit=${limit}`, 'https://fake.invalid'), limit)
}

function readCount(text: string | null): number | null {
  const count = Number(text)
  return text !== null && Number.isInteger(count) && count >= 0 ? count : null
}
