import type { OccurrenceExceptions } from './occurrence-exceptions.ts'
import type { OccurrenceSeries } from './occurrence-series.ts'

/** Occurrences as columns, by ascending number but for moved ones, which come last. The first `length` entries of each column count. */
export interface OccurrenceTimes {
  readonly length: number
  /** Epoch milliseconds. */
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** The occurrence's number in its series. */
  readonly indices: Float64Array
}

/**
 * The occurrences of which any part lies in a window of epoch milliseconds, not clipped to it.
 *
 * The cost is that of the occurrences in the window, wherever it lies. One that ends at or before its start is left out.
 */
export function occurrenceTimes(
  series: OccurrenceSeries,
  exceptions: OccurrenceExceptions,
  fromMs: number,
  toMs: number,
): OccurrenceTimes {
  const first = series.countEndedBy(fromMs)
  const end = series.countStartingBefore(toMs)
  const room = Math.max(0, end - first) + exceptions.moved.length
  const [starts, ends, indices] = [new Float64Array(room), new Float64Array(room), new Float64Array(room)]
  series.fill(first, end - first, starts, ends)
  const hasAbsent = exceptions.absent.size > 0
  let length = 0
  for (let index = first; index < end; index++) {
    const [start, stop] = [starts[index - first] ?? 0, ends[index - first] ?? 0]
    if (stop <= start || (hasAbsent && exceptions.absent.has(index))) continue
    starts[length] = start
    ends[length] = stop
    indices[length] = index
    length++
  }
  for (const { index, startMs, endMs } of exceptions.moved) {
    if (!(startMs < toMs && endMs > fromMs && endMs > startMs)) continue
    starts[length] = startMs
    ends[length] = endMs
    indices[length] = index
    length++
  }
  return { length, starts, ends, indices }
}
