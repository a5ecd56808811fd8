import type { Recurrence } from '../model/index.ts'
import { dayMs, parseInstant, parseWall, type Zone } from '../time/index.ts'
import { ruleDays } from './rule-days.ts'
import { createWallCursor } from './wall-cursor.ts'

/**
 * The occurrences that a rule gives, numbered from 0, before any exception. Starts and ends are epoch milliseconds; both never
 * descend, though an end may lie at or before its start.
 */
export interface OccurrenceSeries {
  /** How many there are; `Infinity` where they do not end. */
  readonly size: number
  startAt(index: number): number
  endAt(index: number): number
  /** Writes starts and ends of the occurrences from `first` on to the heads of two columns, `count` of each. */
  fill(first: number, count: number, starts: Float64Array, ends: Float64Array): void
  /** How many start before an instant. */
  countStartingBefore(epochMs: number): number
  /** How many end at or before an instant. */
  countEndedBy(epochMs: number): number
}

/** No zone has ever moved its clock by more than a day, so a date this far back is surely before. */
const slackDays = 2

/** Reads a recurrence once; each occurrence is then computed from its number. */
export function occurrenceSeries(recurrence: Recurrence, zone: Zone): OccurrenceSeries {
  const { rule, until, duration, disambiguation } = recurrence
  const firstStart = parseWall(recurrence.startsAtWall)
  const firstDay = Math.floor(firstStart / dayMs)
  const clockMs = firstStart - firstDay * dayMs
  const days = ruleDays(rule, firstDay)
  const lengthMs = duration.kind === 'wall' ? parseWall(recurrence.endsAtWall) - firstStart : duration.elapsedMs
  const toStart = createWallCursor(zone, disambiguation)
  const toEnd = createWallCursor(zone, disambiguation)

  const startAt = (index: number): number => toStart.toInstant(days.dayAt(index) * dayMs + clockMs)
  const endAt =
    duration.kind === 'wall'
      ? (index: number): number => toEnd.toInstant(days.dayAt(index) * dayMs + clockMs + lengthMs)
      : (index: number): number => startAt(index) + lengthMs

  const fill = (first: number, count: number, starts: Float64Array, ends: Float64Array): void => {
    days.fill(first, count, starts)
    for (let at = 0; at < count; at++) {
      const local = (starts[at] ?? 0) * dayMs + clockMs
      starts[at] = local
      ends[at] = local + lengthMs
    }
    toStart.convert(starts, count)
    if (duration.kind === 'wall') toEnd.convert(ends, count)
    else for (let at = 0; at < count; at++) ends[at] = (starts[at] ?? 0) + lengthMs
  }

  const countWhile = (holds: (index: number) => boolean, nearMs: number, size: number): number => {
    const day = Math.floor((zone.epochToLocal(nearMs) - clockMs) / dayMs) - slackDays
    let index = Math.min(days.indexFrom(day), size)
    while (index < size && holds(index)) index++
    return index
  }
  const size = Math.min(days.size, limit(until, countWhile, startAt, days.size))

  return {
    size,
    startAt,
    endAt,
    fill,
    countStartingBefore: (epochMs) => countWhile((index) => startAt(index) < epochMs, epochMs, size),
    countEndedBy: (epochMs) => countWhile((index) => endAt(index) <= epochMs, epochMs - lengthMs, size),
  }
}

function limit(
  until: Recurrence['until'],
  countWhile: (holds: (index: number) => boolean, nearMs: number, size: number) => number,
  startAt: (index: number) => number,
  size: number,
): number {
  if (until.kind === 'never') return Infinity
  if (until.kind === 'count') return Math.max(0, Math.floor(until.count))
  const at = parseInstant(until.at)
  return countWhile((index) => (until.inclusive ? startAt(index) <= at : startAt(index) < at), at, size)
}
