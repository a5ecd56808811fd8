/** The dates that a rule gives, numbered from 0 and always ascending. A date is a number of days since 1970-01-01. */
export interface DaySequence {
  /** How many there are; `Infinity` for most. Indices from here on mean nothing. */
  readonly size: number
  dayAt(index: number): number
  /** Writes the dates from index `first` on to the head of a column, `count` of them. */
  fill(first: number, count: number, column: Float64Array): void
  /** The first index whose date is `day` or later. */
  indexFrom(day: number): number
}

export const noDays: DaySequence = { size: 0, dayAt: () => Number.NaN, fill: () => {}, indexFrom: () => 0 }

/** Fills a column one by one. */
export function fillFrom(dayAt: (index: number) => number): DaySequence['fill'] {
  return (first, count, column) => {
    for (let at = 0; at < count; at++) column[at] = dayAt(first + at)
  }
}
