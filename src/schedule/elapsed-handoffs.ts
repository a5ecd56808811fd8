import type { Handoff, Recurrence } from '../model/index.ts'
import { civilFromDays, dayMs, daysFromCivil, daysInMonth, parseWall, type Zone } from '../time/index.ts'
import { createWallCursor } from './wall-cursor.ts'

/** The handoffs of a rotation by time. */
export interface ElapsedHandoffs {
  /** How many there have been at an instant of epoch milliseconds, one at that very instant included: the turn. */
  countBy(epochMs: number): number
  /** The first after an instant. */
  nextAfter(epochMs: number): number
}

/** Months have no one length. */
export const unitMs: Readonly<Record<'hours' | 'days' | 'weeks', number>> = {
  hours: 3_600_000,
  days: dayMs,
  weeks: 7 * dayMs,
}

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
  const at = (number: number): number => cursor.toInstant(wallOf((firstIndex + number - 1) * every))

  // The turn found last, because the next question is mostly about the same one or the one after.
  let [turn, turnFrom, turnUntil] = [0, Infinity, Infinity]
  const seek = (epochMs: number): void => {
    // A handoff beyond any calendar has no number, and never comes.
    if (epochMs >= turnFrom && !(epochMs >= turnUntil)) return
    if (epochMs < turnFrom) [turn, turnFrom] = [0, -Infinity]
    else [turn, turnFrom] = [turn + 1, turnUntil]
    let step = 1
    for (turnUntil = at(turn + step); turnUntil <= epochMs; turnUntil = at(turn + step)) {
      turn += step
      turnFrom = turnUntil
      step *= 2
    }
    while (step > 1) {
      step /= 2
      const middle = at(turn + step)
      if (middle > epochMs) turnUntil = middle
      else {
        turn += step
        turnFrom = middle
      }
    }
  }

  return {
    countBy: (epochMs) => {
      seek(epochMs)
      return turn
    },
    nextAfter: (epochMs) => {
      seek(epochMs)
      return turnUntil
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
