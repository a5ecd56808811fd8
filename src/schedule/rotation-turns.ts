import type { Handoff, Recurrence } from '../model/index.ts'
import { parseInstant, type Zone } from '../time/index.ts'
import { type ElapsedHandoffs, elapsedHandoffs } from './elapsed-handoffs.ts'
import { type OccurrenceExceptions, ordinalOf } from './occurrence-exceptions.ts'
import type { OccurrenceSeries } from './occurrence-series.ts'

/** The turns within a stretch of one occurrence, each with its part of it; where all hold the whole of it, parts overlap. */
export type VisitTurn = (turn: number, startMs: number, endMs: number) => void

/**
 * Tells the turns of the occurrence with a number, a start and an end, in order. `fromMs` and `toMs` are the part of it that matters;
 * turns outside of that part are told only where they hold the occurrence as a whole. `places` is the number of
 * participants: turns that differ by a multiple of it need no telling apart.
 */
export type RotationTurns = (
  index: number,
  startMs: number,
  endMs: number,
  fromMs: number,
  toMs: number,
  places: number,
  visit: VisitTurn,
) => void

/** Prepares the turns of a rotation. Without a handoff, or with one that cannot be computed, every turn is 0. */
export function rotationTurns(
  handoff: Handoff | null,
  series: OccurrenceSeries,
  exceptions: OccurrenceExceptions,
  zone: Zone,
  disambiguation: Recurrence['disambiguation'],
): RotationTurns {
  if (handoff === null || !(Number.isInteger(handoff.every) && handoff.every >= 1)) return firstTurnOnly
  if (handoff.kind === 'occurrences') return turnsByOccurrence(handoff, series, exceptions)
  const handoffs = elapsedHandoffs(handoff, zone, disambiguation)
  return handoff.midOccurrence === 'both' ? turnsByTime(handoffs) : turnsByTimeSplit(handoffs)
}

const firstTurnOnly: RotationTurns = (_index, _startMs, _endMs, fromMs, toMs, _places, visit) => visit(0, fromMs, toMs)

function turnsByOccurrence(
  handoff: Extract<Handoff, { kind: 'occurrences' }>,
  series: OccurrenceSeries,
  exceptions: OccurrenceExceptions,
): RotationTurns {
  const first = ordinalOf(exceptions, series.countStartingBefore(parseInstant(handoff.firstStart)))
  return (index, _startMs, _endMs, fromMs, toMs, _places, visit) =>
    visit(Math.max(0, 1 + Math.floor((ordinalOf(exceptions, index) - first) / handoff.every)), fromMs, toMs)
}

/** Whoever has a turn at any moment of the occurrence has all of it. */
function turnsByTime(handoffs: ElapsedHandoffs): RotationTurns {
  return (_index, startMs, endMs, fromMs, toMs, places, visit) => {
    const seen: number[] = []
    for (let at = startMs; at < endMs && seen.length < places; at = handoffs.nextAfter(at)) {
      const turn = handoffs.countBy(at)
      if (seen.includes(turn % places)) continue
      seen.push(turn % places)
      visit(turn, fromMs, toMs)
    }
  }
}

/** The occurrence changes hands at each handoff. */
function turnsByTimeSplit(handoffs: ElapsedHandoffs): RotationTurns {
  return (_index, _startMs, _endMs, fromMs, toMs, _places, visit) => {
    let start = fromMs
    while (start < toMs) {
      const end = Math.min(toMs, handoffs.nextAfter(start))
      visit(handoffs.countBy(start), start, end)
      start = end
    }
  }
}
