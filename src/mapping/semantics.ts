import type { Disambiguation } from '../time/index.ts'

/** How the source is read where its documentation leaves it open. Each option names one open question. */
export interface SourceSemantics {
  /** Whether `position` is the order at the capture, or the order with which the first occurrence began. Default `current`. */
  readonly memberOrder: 'current' | 'base'
  /** Whether a slot's delay is waited before it or after it. Default `before`. */
  readonly memberDelay: 'before' | 'after'
  /** A handoff inside an occurrence: `both` hold the whole of it, or it is `split`. Default `both`. */
  readonly midOccurrenceHandoff: 'both' | 'split'
  /** Whether an occurrence ends at a wall-clock time or after a length of real time. Default `wall`. */
  readonly duration: 'wall' | 'elapsed'
  /** First day of the weeks that `repeatEvery` counts. Default `SU`. */
  readonly weekStart: 'SU' | 'MO'
  /** Meaning of wall-clock times in a gap or an overlap. Default `compatible`. */
  readonly disambiguation: Exclude<Disambiguation, 'reject'>
  /** Whether an occurrence that starts exactly at the recurrence's end date takes place. Default `inclusive`. */
  readonly endDate: 'inclusive' | 'exclusive'
  /** What a month without the date does. Default `skip`. */
  readonly missingDate: 'skip' | 'last-day'
}

export const defaultSemantics: SourceSemantics = {
  memberOrder: 'current',
  memberDelay: 'before',
  midOccurrenceHandoff: 'both',
  duration: 'wall',
  weekStart: 'SU',
  disambiguation: 'compatible',
  endDate: 'inclusive',
  missingDate: 'skip',
}

/** All readings of each open question, the default first. */
export const semanticsReadings: { readonly [K in keyof SourceSemantics]: readonly SourceSemantics[K][] } = {
  memberOrder: ['current', 'base'],
  memberDelay: ['before', 'after'],
  midOccurrenceHandoff: ['both', 'split'],
  duration: ['wall', 'elapsed'],
  weekStart: ['SU', 'MO'],
  disambiguation: ['compatible', 'earlier', 'later', 'first-valid'],
  endDate: ['inclusive', 'exclusive'],
  missingDate: ['skip', 'last-day'],
}
