/** What became of the source: `leaves` is the sum of the four counts. A leaf is a string, number or boolean of the source's values. */
export interface Ledger {
  readonly leaves: number
  readonly mapped: number
  readonly approximated: number
  readonly dropped: number
  readonly unknown: number
  readonly entries: readonly LedgerEntry[]
}

/** One thing that did not come over as it is, and what that means. */
export interface LedgerEntry {
  /** Stable; documented in `docs/ledger.md`. */
  readonly code: string
  readonly outcome: 'approximated' | 'dropped' | 'unknown'
  /** Key or id of the thing concerned, such as `person:<uuid>`, `group:<uuid>`, `shift:<uuid>`. */
  readonly entity: string
  /** JSON path of the leaf in the source value, such as `shifts[3].rotation.type`. */
  readonly path: string
  /** The source's value; `null` where an entry is about something absent. */
  readonly value: string | number | boolean | null
  readonly message: string
  readonly effect?: LedgerEffect
}

/** The size of a loss, in what matters. */
export interface LedgerEffect {
  readonly minutes?: number
  readonly hoursAYear?: number
  readonly people?: number
  /** Keys of users or policies that are weakened. */
  readonly affects?: readonly string[]
}
