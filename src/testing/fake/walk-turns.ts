import type { WireRotation, WireShift } from '../../xmatters/wire/index.ts'
import type { WalkClock } from './walk-clock.ts'
import { walkOccurrences, type WalkOccurrence } from './walk-occurrences.ts'

/** Tells the turns that hold during an occurrence: one, or several where a handoff falls inside of it. */
export type WalkTurns = (occurrence: WalkOccurrence) => readonly number[]

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Longer than the eight years from one 29 February to the next at most. */
const farAway = 3000 * dayMs
const unchanged: WalkTurns = () => [0]

/** Turns are counted from the order of the members at `capturedMs`. Rotations by alert stay as they are: there are no alerts here. */
export function walkTurns(shift: WireShift, clock: WalkClock, capturedMs: number, toMs: number): WalkTurns {
  const rotation = shift.rotation
  if (rotation === undefined) return unchanged
  const trigger = `${rotation.type ?? ''} ${rotation.intervalUnit ?? ''}`.toUpperCase()
  const every = Number(rotation.interval ?? 1)
  if (!Number.isInteger(every) || every < 1) return unchanged
  const byTime = /TIME|ELAPSED/.test((rotation.type ?? '').toUpperCase())
  if (!byTime && /SHIFT|OCCURRENCE/.test(trigger)) return turnsByShift(shift, clock, every, capturedMs, toMs)
  if (!byTime && /ALERT|EVENT/.test(trigger)) return unchanged
  return turnsByTime(rotation, clock, every, capturedMs, toMs)
}

function turnsByTime(
  rotation: WireRotation,
  clock: WalkClock,
  every: number,
  capturedMs: number,
  toMs: number,
): WalkTurns {
  const next = Date.parse(rotation.nextRotationTime ?? '')
  const unit = /HOUR|DAY|WEEK|MONTH/.exec(`${rotation.intervalUnit ?? ''} ${rotation.type ?? ''}`.toUpperCase())?.[0]
  if (Number.isNaN(next) || unit === undefined) return unchanged
  const anchor = clock.wallAt(next)
  const handoffs: number[] = []
  for (let n = 0; ; n++) {
    const wall = later(anchor, n * every, unit)
    // A day more than the farthest that a wall clock can be from UTC.
    if (wall > toMs + 2 * dayMs) break
    const at = clock.instantOf(wall)
    if (at > capturedMs) handoffs.push(at)
  }
  return ({ startMs, endMs }) => {
    const first = handoffs.filter((at) => at <= startMs).length
    const last = handoffs.filter((at) => at < endMs).length
    return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index)
  }
}

function later(wall: number, count: number, unit: string): number {
  if (unit !== 'MONTH') return wall + count * ({ HOUR: hourMs, DAY: dayMs, WEEK: 7 * dayMs }[unit] ?? 0)
  const date = new Date(wall)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) + (((wall % dayMs) + dayMs) % dayMs)
}

function turnsByShift(shift: WireShift, clock: WalkClock, every: number, capturedMs: number, toMs: number): WalkTurns {
  const next = Date.parse(shift.rotation?.nextRotationTime ?? '')
  const since = Number.isNaN(next) ? capturedMs : Math.min(next, capturedMs)
  const startsFrom = (fromMs: number, untilMs: number): number[] =>
    walkOccurrences(shift, clock, { fromMs, toMs: untilMs })
      .filter(({ excluded }) => !excluded)
      .map(({ startMs }) => startMs)
      .sort((a, b) => a - b)
  const starts = startsFrom(since, toMs)
  const begins = starts.findIndex((at) => at >= next)
  if (begins < 0 && next > capturedMs && startsFrom(next, next + farAway).some((at) => at >= next)) return unchanged
  const anchor = begins >= 0 ? begins : starts.findIndex((at) => at > capturedMs)
  if (anchor < 0) return unchanged
  const handoffs = starts.filter((at, index) => index >= anchor && (index - anchor) % every === 0 && at > capturedMs)
  return ({ startMs }) => [handoffs.filter((at) => at <= startMs).length]
}
