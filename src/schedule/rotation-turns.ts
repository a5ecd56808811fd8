import type { Handoff, Recurrence } from '../model/index.ts'
import { parseInstant, type Zone } from '../time/index.ts'
import { type ElapsedHandoffs, elapsedHandoffs } from './elapsed-handoffs.ts'
import type { OccurrenceExceptions } from './occurrence-exceptions.ts'
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
  { excluded }: OccurrenceExceptions,
): RotationTurns {
  const ordinal = (index: number): number => index - countBelow(excluded, index)
  const first = ordinal(series.countStartingBefore(parseInstant(handoff.firstStart)))
  return (index, _startMs, _endMs, fromMs, toMs, _places, visit) =>
    visit(Math.max(0, 1 + Math.floor((ordinal(index) - first) / handoff.every)), fromMs, toMs)
}

/** Whoever has a turn at any moment of the occurrence has all of it. */
function turnsByTime(handoffs: ElapsedHandoffs): RotationTurns {
  return (_index, startMs, endMs, fromMs, toMs, places, visit) => {
    let turn = handoffs.countBy(startMs)
    visit(turn, fromMs, toMs)
    if (handoffs.at(turn + 1) >= endMs) return
    const seen = new Set([turn % places])
    while (seen.size < places && handoffs.at(turn + 1) < endMs) {
      turn = handoffs.countBy(handoffs.at(turn + 1))
      if (seen.has(turn % places)) continue
      seen.add(turn % places)
      visit(turn, fromMs, toMs)
    }
  }
}

/** The occurrence changes hands at each handoff. */
function turnsByTimeSplit(handoffs: ElapsedHandoffs): RotationTurns {
  return (_index, _startMs, _endMs, fromMs, toMs, _places, visit) => {
    let start = fromMs
    while (start < toMs) {
      const turn = handoffs.countBy(start)
      const end = Math.min(toMs, handoffs.at(turn + 1))
      visit(turn, start, end)
      start = end
    }
  }
}

function countBelow(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) < value) low = middle + 1
    else high = middle
  }
  return low
}
