/** What changes for people when one snapshot takes the place of another. */
export interface SnapshotImpact {
  /** Instant; included. */
  readonly from: string
  /** Instant; excluded. */
  readonly to: string
  readonly now: string
  /** Every policy of either snapshot, by key. */
  readonly policies: readonly PolicyComparison[]
  /** Everybody whose time on call changes, by key. */
  readonly people: readonly PersonComparison[]
  /** In the later snapshot: people reached at once by two policies at the same time. */
  readonly doubleBooked: readonly DoubleBooking[]
  /** In the later snapshot: people on call within the window who have no way to be reached. */
  readonly unreachable: readonly UnreachablePerson[]
  /** The same in words, the gravest first. */
  readonly messages: readonly string[]
}

export interface OnCallLevel {
  readonly offsetMinutes: number
  readonly userKeys: readonly string[]
}

export interface PolicyComparison {
  readonly key: string
  readonly name: string
  readonly status: 'added' | 'removed' | 'changed' | 'unchanged'
  readonly now: { readonly before: readonly OnCallLevel[]; readonly after: readonly OnCallLevel[] }
  /** Minutes of the window in which nobody is reached. */
  readonly uncoveredMinutes: { readonly before: number; readonly after: number }
  /** Stretches in which nobody is reached any more where somebody was. */
  readonly newGaps: readonly Stretch[]
  /** True where the later snapshot reaches nobody in the whole window. */
  readonly reachesNobody: boolean
  /** Minutes gained (positive) or lost by user key; sorted, zeros left out. */
  readonly load: readonly { readonly userKey: string; readonly minutes: number }[]
  readonly changes: readonly OnCallChange[]
}

export interface Stretch {
  /** Instant; included. */
  readonly start: string
  /** Instant; excluded. */
  readonly end: string
}

export interface OnCallChange extends Stretch {
  readonly offsetMinutes: number
  /** User keys, sorted. */
  readonly before: readonly string[]
  /** User keys, sorted. */
  readonly after: readonly string[]
}

/** Time on call counts once, however many policies and levels it comes from. */
export interface PersonComparison {
  readonly key: string
  readonly name: string
  readonly beforeMinutes: number
  readonly afterMinutes: number
  /** Minutes on call after but not before. */
  readonly gainedMinutes: number
  /** Minutes on call before but not after. */
  readonly lostMinutes: number
  readonly gained: readonly Stretch[]
  readonly lost: readonly Stretch[]
}

export interface DoubleBooking extends Stretch {
  readonly userKey: string
  readonly name: string
  /** Sorted; policies that reach the person only through another one named are left out. */
  readonly policyKeys: readonly string[]
}

export interface UnreachablePerson {
  readonly key: string
  readonly name: string
  /** `no-contact-method`: none that is active. `unknown`: the snapshot has no such user. */
  readonly reason: 'no-contact-method' | 'unknown'
  readonly policyKeys: readonly string[]
}
