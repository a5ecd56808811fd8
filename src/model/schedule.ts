import type { Disambiguation } from '../time/index.ts'
import type { Weekday } from './user.ts'

/** All rotations of one group, and the temporary changes to them. */
export interface Schedule {
  /** `group:<uuid>`. */
  readonly key: string
  readonly name: string
  /** IANA id for display; each rotation has its own. */
  readonly timeZone: string
  readonly rotations: readonly Rotation[]
  readonly overrides: readonly Override[]
}

/** One slot of one shift: when it is on duty, and who holds it turn by turn. */
export interface Rotation {
  /** Unique within the snapshot: `shift:<uuid>/slot:<n>`, `n` from 1 in slot order. */
  readonly key: string
  readonly name: string
  /** IANA id: the wall clock of the recurrence and of the handoffs. */
  readonly timeZone: string
  readonly recurrence: Recurrence
  /** Turn `t` is held by `participants[t mod length]`; one participant means that nothing rotates. */
  readonly participants: readonly Participant[]
  /** `null`: the first participant holds every turn. */
  readonly handoff: Handoff | null
}

/** Who holds a turn of a rotation. */
export type Participant =
  /** `overridable: false` marks a person reached through one fixed device, whom absences do not redirect. */
  | { readonly kind: 'user'; readonly key: string; readonly overridable?: boolean }
  /** Whoever that policy reaches at the instant, its offsets added to the slot's. */
  | { readonly kind: 'policy'; readonly key: string }
  /** Several, all together. */
  | { readonly kind: 'all'; readonly of: readonly Participant[] }
  | { readonly kind: 'nobody' }

/**
 * When a rotation is on duty. The rule runs on the wall clock of the rotation's zone, and each occurrence's start and end become
 * instants separately, so 09:00 stays 09:00 across an offset change.
 */
export interface Recurrence {
  /** Wall clock of the first occurrence's start, `YYYY-MM-DDTHH:mm:ss`. No occurrence is before its date. */
  readonly startsAtWall: string
  /** Wall clock of the first occurrence's end. */
  readonly endsAtWall: string
  readonly rule: RecurrenceRule
  readonly until: RecurrenceEnd
  /** `wall`: the end is a wall-clock time too. `elapsed`: the end is so many real milliseconds (`elapsedMs`) after the start. */
  readonly duration: { readonly kind: 'wall' } | { readonly kind: 'elapsed'; readonly elapsedMs: number }
  /** How a wall-clock time in a gap or an overlap becomes an instant. */
  readonly disambiguation: Exclude<Disambiguation, 'reject'>
  /** Single occurrences that do not take place or take place at other times; by the start that the rule gives. */
  readonly exceptions: readonly RecurrenceException[]
}

export type RecurrenceRule =
  | { readonly kind: 'once' }
  | { readonly kind: 'daily'; readonly every: number }
  /** `days` is never empty. Week zero contains the first occurrence's local date; weeks begin on `weekStart`. */
  | { readonly kind: 'weekly'; readonly every: number; readonly days: readonly Weekday[]; readonly weekStart: Weekday }
  /** `date` 1..31 or `last`; `months` 1..12, empty for all. `missingDate` says what a month without that date does. */
  | {
      readonly kind: 'monthly-by-date'
      readonly date: number | 'last'
      readonly months: readonly number[]
      readonly missingDate: 'skip' | 'last-day'
    }
  /** `ordinal` 1..4 or `last` of that weekday in the month. */
  | {
      readonly kind: 'monthly-by-weekday'
      readonly ordinal: 1 | 2 | 3 | 4 | 'last'
      readonly day: Weekday
      readonly months: readonly number[]
    }
  /** The month and day of the first occurrence; 29 February only in leap years. */
  | { readonly kind: 'yearly' }
  /** A recurrence that cannot be computed: never on duty. */
  | { readonly kind: 'never' }

export type RecurrenceEnd =
  | { readonly kind: 'never' }
  /** No occurrence starts after `at` (an instant); one that starts exactly then takes place if `inclusive`. */
  | { readonly kind: 'date'; readonly at: string; readonly inclusive: boolean }
  /** So many occurrences from the first that the rule gives; excluded ones count. */
  | { readonly kind: 'count'; readonly count: number }

export type RecurrenceException =
  | { readonly kind: 'excluded'; readonly start: string }
  | { readonly kind: 'moved'; readonly start: string; readonly newStart: string; readonly newEnd: string }

/** When the turn of a rotation goes up by one. Before the first handoff the turn is 0. */
export type Handoff =
  /**
   * Handoff `n` (from 1) is the wall-clock time `anchorWall + (firstIndex + n - 1) * every` units in the rotation's zone, always
   * counted from the anchor: 31 January plus one month is 28 February, plus two is 31 March.
   */
  | {
      readonly kind: 'elapsed'
      readonly anchorWall: string
      readonly firstIndex: number
      readonly every: number
      readonly unit: 'hours' | 'days' | 'weeks' | 'months'
      readonly midOccurrence: MidOccurrenceHandoff
    }
  /** The occurrence that starts at `firstStart` (an instant), or the first after it, begins turn 1; then every `every` occurrences. Excluded ones do not count. */
  | { readonly kind: 'occurrences'; readonly firstStart: string; readonly every: number }

/** `both`: whoever holds the slot at any moment of an occurrence holds it for the whole of it. `split`: the slot changes hands in the middle. */
export type MidOccurrenceHandoff = 'both' | 'split'

/** For a while, somebody else (or nobody) holds what one user would hold in some rotations of the schedule. */
export interface Override {
  /** Unique within the schedule: `absence:<uuid>`. */
  readonly key: string
  /** Sorted. */
  readonly rotationKeys: readonly string[]
  /** Instant; included. */
  readonly from: string
  /** Instant; excluded. */
  readonly to: string
  /** User key of the person who is away. */
  readonly replaces: string
  /** User key; `null` leaves the slot empty. */
  readonly replacement: string | null
  /** Where overrides for one person overlap, `group` wins over `all`, then the later `from`, then the smaller key. */
  readonly scope: 'group' | 'all'
  /** Set on what was generated for a limited time and must be made again by the next run (an instant). */
  readonly renewBy?: string
}
