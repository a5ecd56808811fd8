import { dayMs, daysFromCivil, isLeapYear, weekdayOfDays } from './civil-date.ts'
import type { PosixChange, PosixRule } from './posix-rule.ts'

export interface OffsetChange {
  readonly at: number
  readonly offsetAfterMs: number
}

/** The offset changes that a POSIX rule makes in one year of its own clock, in order; none without daylight time. */
export function posixTransitions(rule: PosixRule, year: number): readonly OffsetChange[] {
  const { daylight, standardOffsetMs } = rule
  if (daylight === null || daylight.changes === null) return []
  const start = localChange(daylight.changes.start, year) - standardOffsetMs
  const end = localChange(daylight.changes.end, year) - daylight.offsetMs
  const changes = [
    { at: start, offsetAfterMs: daylight.offsetMs },
    { at: end, offsetAfterMs: standardOffsetMs },
  ]
  return start <= end ? changes : changes.reverse()
}

/** The wall clock of a change, as if it were UTC. */
function localChange(change: PosixChange, year: number): number {
  return dayOfChange(change, year) * dayMs + change.seconds * 1000
}

function dayOfChange(change: PosixChange, year: number): number {
  if (change.kind === 'day') return daysFromCivil(year, 1, 1) + change.day
  if (change.kind === 'julian') {
    // Day 60 is always 1 March: 29 February cannot be named in this form.
    const leapDay = isLeapYear(year) && change.day >= 60 ? 1 : 0
    return daysFromCivil(year, 1, 1) + change.day - 1 + leapDay
  }
  const first = daysFromCivil(year, change.month, 1)
  const toWeekday = (change.weekday - weekdayOfDays(first) + 7) % 7
  const day = first + toWeekday + (change.week - 1) * 7
  return day < daysFromCivil(year, change.month + 1, 1) ? day : day - 7
}
