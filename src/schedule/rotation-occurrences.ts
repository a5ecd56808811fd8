import type { Rotation } from '../model/index.ts'
import { instantText } from './instant-text.ts'
import { rotationTiming } from './rotation-timing.ts'
import { occurrenceTimes, type OccurrenceTimes } from './occurrence-times.ts'
import { readWindow, type RenderWindow } from './render-window.ts'

/** One time on duty of a rotation, not clipped. */
export interface RotationOccurrence {
  /** Instant; included. */
  readonly start: string
  /** Instant; excluded. */
  readonly end: string
  /** The number of the occurrence, from 0 for the first that the rule gives; excluded ones have numbers too. */
  readonly index: number
}

/**
 * Lists the occurrences of a rotation of which any part lies in a window, by start.
 *
 * Excluded ones are left out, moved ones are at their new times, and one that ends at or before its start is left out.
 * Throws `InvalidArgumentError` and `UnknownTimeZoneError`.
 */
export function rotationOccurrences(rotation: Rotation, window: RenderWindow): RotationOccurrence[] {
  const { fromMs, toMs } = readWindow(window)
  const { length, starts, ends, indices } = rotationOccurrenceTimes(rotation, fromMs, toMs)
  const order = Array.from({ length }, (_, at) => at)
  order.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || (indices[a] ?? 0) - (indices[b] ?? 0))
  return order.map((at) => ({
    start: instantText(starts[at] ?? 0),
    end: instantText(ends[at] ?? 0),
    index: indices[at] ?? 0,
  }))
}

/** The same as columns of epoch milliseconds, moved occurrences last. */
export function rotationOccurrenceTimes(rotation: Rotation, fromMs: number, toMs: number): OccurrenceTimes {
  const { series, exceptions } = rotationTiming(rotation)
  return occurrenceTimes(series, exceptions, fromMs, toMs)
}
