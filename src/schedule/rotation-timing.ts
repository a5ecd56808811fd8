import type { Rotation } from '../model/index.ts'
import { getZone, type Zone } from '../time/index.ts'
import { findExceptions, type OccurrenceExceptions } from './occurrence-exceptions.ts'
import { occurrenceSeries, type OccurrenceSeries } from './occurrence-series.ts'
import { occurrenceTimes } from './occurrence-times.ts'
import { rotationTurns } from './rotation-turns.ts'

/** When a rotation is on duty and when it changes hands, read once: all of it but who takes part. */
export interface RotationTiming {
  readonly zone: Zone
  readonly series: OccurrenceSeries
  readonly exceptions: OccurrenceExceptions
  /**
   * The duty within a window of epoch milliseconds, clipped to it, among so many participants. The last answer is kept, for the other
   * slots of the shift.
   */
  duty(fromMs: number, toMs: number, places: number): Duty
}

/** Stretches of duty and whose they are, as columns of one length. */
export interface Duty {
  readonly starts: number[]
  readonly ends: number[]
  /** Place of the participant. */
  readonly places: number[]
}

export function rotationTiming({
  timeZone,
  recurrence,
  handoff,
}: Pick<Rotation, 'timeZone' | 'recurrence' | 'handoff'>): RotationTiming {
  const zone = getZone(timeZone)
  const series = occurrenceSeries(recurrence, zone)
  const exceptions = findExceptions(recurrence.exceptions, series)
  const visitTurns = rotationTurns(handoff, series, exceptions, zone, recurrence.disambiguation)

  const findDuty = (fromMs: number, toMs: number, places: number): Duty => {
    const duty: Duty = { starts: [], ends: [], places: [] }
    const { length, starts, ends, indices } = occurrenceTimes(series, exceptions, fromMs, toMs)
    const addTurn = (turn: number, start: number, end: number): void => {
      duty.starts.push(start)
      duty.ends.push(end)
      duty.places.push(turn % places)
    }
    for (let at = 0; at < length; at++) {
      const [start, end] = [starts[at] ?? 0, ends[at] ?? 0]
      visitTurns(indices[at] ?? 0, start, end, Math.max(start, fromMs), Math.min(end, toMs), places, addTurn)
    }
    return duty
  }

  let asked: { readonly fromMs: number; readonly toMs: number; readonly places: number; readonly duty: Duty } | null =
    null
  return {
    zone,
    series,
    exceptions,
    duty: (fromMs, toMs, places) => {
      if (asked === null || asked.fromMs !== fromMs || asked.toMs !== toMs || asked.places !== places) {
        asked = { fromMs, toMs, places, duty: findDuty(fromMs, toMs, places) }
      }
      return asked.duty
    },
  }
}
