import type { Handoff, Recurrence } from '../model/index.ts'
import { civilFromDays, dayMs, daysFromCivil, daysInMonth, parseWall, type Zone } from '../time/index.ts'
import { createWallCursor } from './wall-cursor.ts'

/** The handoffs of a rotation by time, numbered from 1. */
export interface ElapsedHandoffs {
  /** Epoch milliseconds of a handoff. */
  at(number: number): number
  /** How many handoffs there have been at an instant, one at that very instant included: the turn. */
  countBy(epochMs: number): number
}

const unitMs = { hours: 3_600_000, days: dayMs, weeks: 7 * dayMs } as const

/** Each handoff is counted from the anchor, so the 31st comes back after a short month. */
export function elapsedHandoffs(
  handoff: Extract<Handoff, { kind: 'elapsed' }>,
  zone: Zone,
  disambiguation: Recurrence['disambiguation'],
): ElapsedHandoffs {
  const { unit, every, firstIndex } = handoff
  const anchor = parseWall(handoff.anchorWall)
  const cursor = createWallCursor(zone, disambiguation)
  const wallOf = unit === 'months' ? monthsAfter(anchor) : (units: number) => anchor + units * unitMs[unit]
  const unitsBetween =
    unit === 'months' ? monthsSince(anchor) : (local: number) => Math.floor((local - anchor) / unitMs[unit])
  const at = (number: number): number => cursor.toInstant(wallOf((firstIndex + number - 1) * every))

  // The turn found last, because the next question is mostly about the same one.
  let [turn, turnFrom, turnUntil] = [0, Infinity, -Infinity]
  const find = (epochMs: number): void => {
    // Right but near a change of the offset and, for months, near the month's end; a step or two settles it.
    const units = unitsBetween(zone.epochToLocal(epochMs))
    turn = Math.max(0, Math.floor(units / every) - firstIndex + 1)
    while (at(turn + 1) <= epochMs) turn++
    while (turn > 0 && at(turn) > epochMs) turn--
    turnFrom = turn === 0 ? -Infinity : at(turn)
    turnUntil = at(turn + 1)
  }

  return {
    at: (number) => (number === turn + 1 && turnUntil > turnFrom ? turnUntil : at(number)),
    countBy: (epochMs) => {
      if (!(epochMs >= turnFrom && epochMs < turnUntil)) find(epochMs)
      return turn
    },
  }
}

function monthsAfter(anchor: number): (months: number) => number {
  const anchorDays = Math.floor(anchor / dayMs)
  const { year, month, day } = civilFromDays(anchorDays)
  const clockMs = anchor - anchorDays * dayMs
  return (months) => {
    const last = daysInMonth(year, month + months)
    return daysFromCivil(year, month + months, Math.min(day, last)) * dayMs + clockMs
  }
}

function monthsSince(anchor: number): (local: number) => number {
  const from = civilFromDays(Math.floor(anchor / dayMs))
  return (local) => {
    const to = civilFromDays(Math.floor(local / dayMs))
    return (to.year - from.year) * 12 + to.month - from.month
  }
}
