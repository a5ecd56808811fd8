import type { OccurrenceExceptions } from './occurrence-exceptions.ts'
import type { OccurrenceSeries } from './occurrence-series.ts'

/** Occurrences as columns, by ascending number but for moved ones, which come last in no order. The first `length` entries of each column count. */
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
  const count = Math.max(0, series.countStartingBefore(toMs) - first)
  const room = count + exceptions.moved.length
  const [starts, ends, indices] = [new Float64Array(room), new Float64Array(room), new Float64Array(room)]
  series.fill(first, count, starts, ends)
  const hasAbsent = exceptions.absent.size > 0
  let length = 0
  for (let at = 0; at < count; at++) {
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0]
    if (end <= start || (hasAbsent && exceptions.absent.has(first + at))) continue
    starts[length] = start
    ends[length] = end
    indices[length] = first + at
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
