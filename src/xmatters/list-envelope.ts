import { InvalidResponseError } from './client-error.ts'

/** What a list response holds, whichever of its shapes it came in. */
export interface ListEnvelope {
  readonly rows: readonly unknown[]
  /** `null` when the instance gives none. */
  readonly total: number | null
  /** The link as it came. */
  readonly next: string | null
  /** Rows stand under `data`, not in a bare array. */
  readonly isPage: boolean
}

/** Reads a page or a bare array; `null` for anything else. */
export function readEnvelope(value: unknown): ListEnvelope | null {
  if (Array.isArray(value)) return { rows: value, total: null, next: null, isPage: false }
  if (typeof value !== 'object' || value === null) return null
  const { data, total, count, links } = value as Readonly<Record<string, unknown>>
  const size = readCount(total)
  if (!Array.isArray(data)) {
    const isEmpty = (data === undefined || data === null) && (size ?? readCount(count)) === 0
    return isEmpty ? { rows: [], total: size, next: null, isPage: true } : null
  }
  const next = typeof links === 'object' && links !== null && 'next' in links ? links.next : null
  return { rows: data, total: size, next: typeof next === 'string' && next !== '' ? next : null, isPage: true }
}

/** Reads a list response; throws `InvalidResponseError` for one that is no list. */
export function expectEnvelope(value: unknown, route: string): ListEnvelope {
  const envelope = readEnvelope(value)
  if (envelope) return envelope
  throw new InvalidResponseError(`${route} did not answer with a list.`, {
    route,
    path: 'data',
    expectation: 'a page with an array under "data", or a bare array',
  })
}

function readCount(value: unknown): number | null {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : null
}
