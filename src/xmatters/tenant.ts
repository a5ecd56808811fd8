import type {
  WireAbsence,
  WireDevice,
  WireGroup,
  WireMembership,
  WirePerson,
  WireService,
  WireShift,
  WireShiftMember,
  WireSite,
} from './wire/index.ts'

/** One xMatters instance as it was read: plain JSON, wire values as they came, each person, group and shift once. */
export interface XMattersTenant {
  /** `xmatters:<host>`. */
  readonly origin: string
  /** Instant of the capture: what `position` and other moving values speak of. */
  readonly capturedAt: string
  /**
   * What the instance's clock said at the capture, where that is seconds away from `capturedAt` and nobody said when the capture was: the
   * order of a shift's members is of that instant.
   */
  readonly instanceTime?: string
  readonly people: readonly WirePerson[]
  readonly devices: readonly WireDevice[]
  readonly groups: readonly WireGroup[]
  /** Rows of all rosters; each names its group. */
  readonly roster: readonly WireMembership[]
  readonly shifts: readonly TenantShift[]
  readonly absences: readonly WireAbsence[]
  readonly sites: readonly WireSite[]
  readonly services: readonly WireService[]
  /** What was selected, in words that can be stored; `null` for everything. */
  readonly selection: TenantSelection | null
  readonly completeness: Completeness
}

/** A shift with all of its members inside, nested pages followed. */
export type TenantShift = Omit<WireShift, 'members'> & { readonly members: readonly WireShiftMember[] }

export interface TenantSelection {
  /** Ids of the groups selected, closed over what they refer to; sorted. */
  readonly groupIds: readonly string[]
  /** The selection as it was asked for; a predicate cannot be stored and shows as `where: true`. */
  readonly asked: {
    readonly groups?: readonly string[]
    readonly pattern?: string
    readonly sites?: readonly string[]
    readonly services?: readonly string[]
    readonly where?: true
  }
}

export interface Completeness {
  /** True when nothing is known to be missing. */
  readonly complete: boolean
  readonly gaps: readonly CompletenessGap[]
}

export interface CompletenessGap {
  /** Such as `shifts`. */
  readonly resource: string
  /** Group id, where the gap is about one. */
  readonly group?: string
  readonly reason: GapReason
  readonly message: string
}

export type GapReason =
  /** 403. */
  | 'forbidden'
  /** The rows are not as many as the instance counts. */
  | 'total-mismatch'
  /** A row without what names it; left out. */
  | 'unreadable'
  /** A row that came more than once; it is in once, and nothing is missing for that. */
  | 'duplicate'
  /** Pages that led in circles. */
  | 'loop'
  /** Not to be read for another reason, which the message names. */
  | 'failed'
  /** Named elsewhere, but not among what the account may see. */
  | 'filtered'
  /** Selected by an id or a name that nothing has. */
  | 'not-found'
  /** The export ended before it came to this; only in what `onPartial` is given. */
  | 'not-read'
