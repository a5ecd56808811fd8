import type { ListEnvelope } from './list-envelope.ts'
import type { PageIssue, PageIssueCode } from './page.ts'

/** Where a walk over the pages of a list is, and what it must remember to notice that it goes in circles. */
export interface ListPosition {
  /** Rows before the page to be read. */
  offset: number
  /** The link to it, where the instance gave one that is used as it came. */
  link: string | null
  /** Rows found so far, rows that cannot be read included, rows seen twice not. */
  found: number
  /** As the last page gave it. */
  total: number | null
  /** Pages in a row that brought nothing new. */
  idlePages: number
  /** The rows of the last page. */
  lastPage: string
  readonly seen: Set<string>
  readonly links: Set<string>
}

export function startPosition(offset: number, link: string | null): ListPosition {
  return { offset, link, found: offset, total: null, idlePages: 0, lastPage: '', seen: new Set(), links: new Set() }
}

export function copyPosition(position: ListPosition): ListPosition {
  return { ...position, seen: new Set(position.seen), links: new Set(position.links) }
}

export interface ReadRows {
  /** Rows that were not there before. */
  readonly fresh: number
  /** There were rows, and none of them is new and readable. */
  readonly isIdle: boolean
  /** Identities of all rows of the page, one after the other. */
  readonly fingerprint: string
}

/**
 * Moves on to the next page and says whether there is one.
 *
 * A list ends without a link where the total is reached, with an empty page, and where it leads in circles. Rows are counted as
 * they come, because an instance may give fewer than were asked for.
 */
export function advance(
  position: ListPosition,
  envelope: ListEnvelope,
  read: ReadRows,
  rules: { readonly byOffset: boolean; readonly origin: string },
  issues: PageIssue[],
): boolean {
  const { rows, next } = envelope
  const from = position.offset
  const expected = from + rows.length
  if (position.total !== null && envelope.total !== null && envelope.total !== position.total) {
    tell(
      issues,
      'total-changed',
      'total',
      `The total was ${position.total} and is ${envelope.total} now; rows may have moved between pages.`,
    )
  }
  position.total = envelope.total ?? position.total
  position.found += read.fresh
  if (position.link !== null) position.links.add(position.link)
  const isRepeated = rows.length > 0 && read.fingerprint !== '' && read.fingerprint === position.lastPage
  position.lastPage = read.fingerprint
  position.idlePages = read.isIdle ? position.idlePages + 1 : 0
  position.offset = expected
  position.link = null

  if (rows.length === 0) return false
  if (isRepeated || position.idlePages > 1) {
    tell(issues, 'repeated-page', 'data', 'Page after page brought nothing new; reading ends here.')
    return false
  }
  if (next !== null) {
    const offset = offsetOf(next, rules.origin)
    if (position.links.has(next) || (offset !== null && offset <= from)) {
      tell(issues, 'link-loop', 'links.next', 'The link does not lead on; reading ends here.')
      return false
    }
    if (offset !== null && offset > expected && rules.byOffset) {
      tell(
        issues,
        'link-gap',
        'links.next',
        `The link leaves out ${offset - expected} rows; they are asked for by their offset.`,
      )
      return true
    }
    position.link = next
    position.offset = offset ?? expected
    return true
  }
  return rules.byOffset && position.total !== null && expected < position.total
}

/** What is wrong with the total once everything was read. */
export function checkTotal(position: ListPosition, issues: PageIssue[]): void {
  const { total, found } = position
  if (total === null || total === found) return
  tell(issues, 'total-mismatch', 'total', `The instance counts ${total} rows and gave ${found}.`)
}

function offsetOf(link: string, origin: string): number | null {
  if (!URL.canParse(link, origin)) return null
  const text = new URL(link, origin).searchParams.get('offset')
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

function tell(issues: PageIssue[], code: PageIssueCode, path: string, message: string): void {
  issues.push({ code, path, message })
}
