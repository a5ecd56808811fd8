/** The dates that a rule gives, numbered from 0 and always ascending. A date is a number of days since 1970-01-01. */
export interface DaySequence {
  /** How many there are; `Infinity` for most. Indices from here on mean nothing. */
  readonly size: number
  dayAt(index: number): number
  /** The first index whose date is `day` or later. */
  indexFrom(day: number): number
}

export const noDays: DaySequence = { size: 0, dayAt: () => Number.NaN, indexFrom: () => 0 }
