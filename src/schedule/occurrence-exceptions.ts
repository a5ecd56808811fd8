import type { RecurrenceException } from '../model/index.ts'
import { parseInstant } from '../time/index.ts'
import type { OccurrenceSeries } from './occurrence-series.ts'

/** Which occurrences of a series do not take place, and which take place at other times. */
export interface OccurrenceExceptions {
  /** Ascending numbers of the excluded occurrences. */
  readonly excluded: readonly number[]
  readonly moved: readonly MovedOccurrence[]
  /** Excluded or moved: not at the time that the rule gives. */
  readonly absent: ReadonlySet<number>
}

export interface MovedOccurrence {
  readonly index: number
  readonly startMs: number
  readonly endMs: number
}

/** Finds the occurrences that exceptions mean; an exception whose start the rule does not give means none. Of several for one occurrence an exclusion wins, then the first. */
export function findExceptions(
  exceptions: readonly RecurrenceException[],
  series: OccurrenceSeries,
): OccurrenceExceptions {
  const excluded = new Set<number>()
  const moved = new Map<number, MovedOccurrence>()
  for (const exception of exceptions) {
    const startMs = parseInstant(exception.start)
    for (let index = series.countStartingBefore(startMs); index < series.size; index++) {
      if (series.startAt(index) !== startMs) break
      if (exception.kind === 'excluded') excluded.add(index)
      else if (!moved.has(index)) {
        moved.set(index, { index, startMs: parseInstant(exception.newStart), endMs: parseInstant(exception.newEnd) })
      }
    }
  }
  return {
    excluded: [...excluded].sort((a, b) => a - b),
    moved: [...moved.values()].filter(({ index }) => !excluded.has(index)),
    absent: new Set([...excluded, ...moved.keys()]),
  }
}

/** How many occurrences before one with a number are not excluded. */
export function ordinalOf({ excluded }: OccurrenceExceptions, index: number): number {
  let [low, high] = [0, excluded.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((excluded[middle] ?? Infinity) < index) low = middle + 1
    else high = middle
  }
  return index - low
}
