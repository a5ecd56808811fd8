import type { WireRotation, WireShift } from '../../xmatters/wire/index.ts'
import type { FakeReadings } from './fake-readings.ts'
import type { WalkClock } from './walk-clock.ts'
import { walkOccurrences, type WalkOccurrence } from './walk-occurrences.ts'

/** A part of an occurrence during which the turn stays, or several turns that all hold at once. */
export interface WalkStretch {
  readonly startMs: number
  readonly endMs: number
  readonly turns: readonly number[]
}

/** Cuts an occurrence into stretches: one, unless the instance splits occurrences at handoffs. */
export type WalkTurns = (occurrence: WalkOccurrence) => readonly WalkStretch[]

export interface TurnsContext {
  readonly clock: WalkClock
  /** Of which the order of the members speaks. */
  readonly capturedMs: number
  /** End of all that is asked for. */
  readonly toMs: number
  readonly readings: FakeReadings
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Longer than the eight years from one 29 February to the next at most. */
const farAway = 3000 * dayMs
const unchanged: WalkTurns = ({ startMs, endMs }) => [{ startMs, endMs, turns: [0] }]

/** Who is where turn by turn, read by the meaning of the words. Rotations by alert stay as they are: there are no alerts here. */
export function walkTurns(shift: WireShift, context: TurnsContext): WalkTurns {
  const rotation = shift.rotation
  if (rotation === undefined) return unchanged
  const every = Number(rotation.interval ?? 1)
  if (!Number.isInteger(every) || every < 1) return unchanged
  for (const word of [rotation.type, rotation.intervalUnit].map((one = '') => one.toUpperCase())) {
    if (/TIME|ELAPSED/.test(word)) break
    if (/SHIFT|OCCURRENCE/.test(word)) return turnsByShift(shift, every, context)
    if (/ALERT|EVENT/.test(word)) return unchanged
  }
  return turnsByTime(rotation, every, shift, context)
}

function turnsByTime(
  rotation: WireRotation,
  every: number,
  shift: WireShift,
  { clock, capturedMs, toMs, readings }: TurnsContext,
): WalkTurns {
  const next = Date.parse(rotation.nextRotationTime ?? '')
  const units = [rotation.intervalUnit, rotation.type].map((one = '') => /HOUR|DAY|WEEK|MONTH/.exec(one.toUpperCase()))
  const unit = units.find((one) => one !== null)?.[0]
  if (Number.isNaN(next) || unit === undefined) return unchanged
  const isBase = readings.memberOrder === 'base'
  const sinceMs = isBase ? Date.parse(shift.start ?? '') : capturedMs
  const anchor = clock.wallAt(next)
  const at = (n: number): number => clock.instantOf(later(anchor, n * every, unit), readings.disambiguation)
  let n = 0
  // In the order of the capture, the first turn begins at the next rotation; in the order of old, at the first one after the start.
  if (isBase) while (at(n - 1) > sinceMs) n--
  const handoffs: number[] = []
  // A day more than the farthest that a wall clock can be from UTC.
  for (; later(anchor, n * every, unit) <= toMs + 2 * dayMs; n++) if (at(n) > sinceMs) handoffs.push(at(n))
  const turnAt = (ms: number): number => handoffs.filter((one) => one <= ms).length
  return ({ startMs, endMs }) => {
    const inside = handoffs.filter((one) => one > startMs && one < endMs)
    const first = turnAt(startMs)
    if (readings.midOccurrenceHandoff === 'both') {
      return [{ startMs, endMs, turns: [first, ...inside.map((_, index) => first + index + 1)] }]
    }
    const edges = [startMs, ...inside, endMs]
    return edges.slice(0, -1).map((edge, index) => ({
      startMs: edge,
      endMs: edges[index + 1] ?? endMs,
      turns: [first + index],
    }))
  }
}

function later(wall: number, count: number, unit: string): number {
  if (unit !== 'MONTH') return wall + count * ({ HOUR: hourMs, DAY: dayMs, WEEK: 7 * dayMs }[unit] ?? 0)
  const date = new Date(wall)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) + (((wall % dayMs) + dayMs) % dayMs)
}

function turnsByShift(shift: WireShift, every: number, { clock, capturedMs, toMs, readings }: TurnsContext): WalkTurns {
  const next = Date.parse(shift.rotation?.nextRotationTime ?? '')
  const first = Date.parse(shift.start ?? '')
  const isBase = readings.memberOrder === 'base'
  const sinceMs = isBase ? first : capturedMs
  const startsFrom = (fromMs: number, untilMs: number): number[] =>
    walkOccurrences(shift, clock, { fromMs, toMs: untilMs }, readings)
      .filter(({ excluded }) => !excluded)
      .map(({ startMs }) => startMs)
      .sort((a, b) => a - b)
  const starts = startsFrom(Number.isNaN(next) ? sinceMs : Math.min(next, sinceMs), toMs)
  const begins = starts.findIndex((at) => at >= next)
  if (begins < 0 && next > sinceMs && startsFrom(next, next + farAway).some((at) => at >= next)) return unchanged
  const anchor = begins >= 0 ? begins : starts.findIndex((at) => at > sinceMs)
  if (anchor < 0) return unchanged
  const turns = (index: number): boolean =>
    (isBase || index >= anchor) && (((index - anchor) % every) + every) % every === 0
  const handoffs = starts.filter((at, index) => turns(index) && at > sinceMs)
  return ({ startMs, endMs }) => [{ startMs, endMs, turns: [handoffs.filter((at) => at <= startMs).length] }]
}
