/** Something about a page that a careful reader must know; the rest of the page is fine. */
export interface PageIssue {
  readonly code: PageIssueCode
  /** Where in the response, such as `data[3].id`. */
  readonly path: string
  readonly message: string
}

export type PageIssueCode =
  /** Not an object, or without what names it; left out of `data`. */
  | 'unreadable-row'
  /** A field of another type than documented; the row is kept as it came. */
  | 'unexpected-value'
  /** A word that is not documented; the row is kept as it came. */
  | 'unknown-value'
  /** Came before, on this page or an earlier one; left out of `data`. */
  | 'duplicate-row'
  /** The same rows as the page before; reading ends. */
  | 'repeated-page'
  /** The link to the next page does not lead on; reading ends. */
  | 'link-loop'
  /** The link to the next page would leave rows out; the next page is asked for by its offset. */
  | 'link-gap'
  | 'total-changed'
  /** At the end: the number of rows is not the total that the instance gives. */
  | 'total-mismatch'
  /** A list inside of a row is not whole and nothing leads to the rest. */
  | 'nested-incomplete'
  /** As many rows as the endpoint ever gives; there may be more. */
  | 'capped'

export interface Page<T> {
  /** Rows that the instance sent, those left out of `data` included. */
  readonly count: number
  /** Rows of all pages; `null` when the instance gives none. */
  readonly total: number | null
  readonly data: readonly T[]
  /** The pages after this one; absent on the last. Nothing is sent until it is awaited or iterated. */
  readonly next?: PageList<T>
  readonly issues: readonly PageIssue[]
}

/**
 * A list that sends nothing until it is used.
 *
 * `await` gives the first page; `for await` gives every row, page by page, with one page read ahead; leaving the loop
 * cancels that. `pages()` gives every page, for those who want the issues too.
 */
export interface PageList<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {
  pages(): AsyncIterableIterator<Omit<Page<T>, 'next'>>
}
