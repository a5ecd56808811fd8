import type { CompiledRotation } from './compiled-rotation.ts'
import { occurrenceTimes } from './occurrence-times.ts'

/** Tells, clipped to a window of epoch milliseconds, which participants (by place) of a rotation have which stretches. */
export function visitDuty(
  compiled: CompiledRotation,
  fromMs: number,
  toMs: number,
  visit: (place: number, startMs: number, endMs: number) => void,
): void {
  const { series, exceptions, turns, rotation } = compiled
  const places = rotation.participants.length
  if (places === 0) return
  const { length, starts, ends, indices } = occurrenceTimes(series, exceptions, fromMs, toMs)
  const visitTurn = (turn: number, start: number, end: number): void => visit(turn % places, start, end)
  for (let at = 0; at < length; at++) {
    const [index, startMs, endMs] = [indices[at] ?? 0, starts[at] ?? 0, ends[at] ?? 0]
    turns(index, startMs, endMs, Math.max(startMs, fromMs), Math.min(endMs, toMs), places, visitTurn)
  }
}
