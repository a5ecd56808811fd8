import type { WireRecurrence, WireShift } from '../../xmatters/wire/index.ts'
import { type FakeReadings, usualReadings } from './fake-readings.ts'
import { rowsOf } from './rows-of.ts'
import type { WalkClock } from './walk-clock.ts'

export interface WalkOccurrence {
  readonly startMs: number
  /** At or before the start where the whole occurrence falls into a gap of the clock. */
  readonly endMs: number
  /** Deleted: counts as a repetition, is on duty for nobody, and turns nothing. */
  readonly excluded: boolean
}

const dayMs = 86_400_000
const weekDays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const ordinals = ['FIRST', 'SECOND', 'THIRD', 'FOURTH']

/** Occurrences that overlap the window, and those that begin in it: one day after the other, from the first. */
export function walkOccurrences(
  shift: Pick<WireShift, 'start' | 'end' | 'recurrence' | 'exclusions'>,
  clock: WalkClock,
  window: { readonly fromMs: number; readonly toMs: number },
  readings: FakeReadings = usualReadings,
): readonly WalkOccurrence[] {
  const [start, end] = [Date.parse(shift.start ?? ''), Date.parse(shift.end ?? '')]
  if (Number.isNaN(start) || Number.isNaN(end)) return []
  const [firstWall, lastWall] = [clock.wallAt(start), clock.wallAt(end)]
  const firstDay = Math.floor(firstWall / dayMs)
  const deleted = new Set(rowsOf(shift.exclusions).map((one) => Date.parse(one.start ?? one.startDate ?? '')))
  const rule = shift.recurrence ?? {}
  const frequency = (rule.frequency ?? 'ONCE').toUpperCase()
  const lastStart = frequency !== 'ONCE' && rule.end?.endBy === 'DATE' ? instantOrNever(rule.end.date) : Infinity
  const most = frequency !== 'ONCE' && rule.end?.endBy === 'REPETITIONS' ? repetitions(rule) : Infinity
  const earliest = window.fromMs - Math.max(0, lastWall - firstWall) - 2 * dayMs
  const lastDay = frequency === 'ONCE' ? firstDay : Math.floor(Math.min(window.toMs, lastStart) / dayMs) + 2
  const found: WalkOccurrence[] = []
  let count = 0
  for (let day = firstDay; day <= lastDay && count < most; day++) {
    if (!fires(frequency, rule, day, firstDay, readings)) continue
    count++
    const moved = (day - firstDay) * dayMs
    if (firstWall + moved < earliest) continue
    const startMs = clock.instantOf(firstWall + moved, readings.disambiguation)
    const endMs =
      readings.duration === 'wall' ? clock.instantOf(lastWall + moved, readings.disambiguation) : startMs + end - start
    const isOver = readings.endDate === 'inclusive' ? startMs > lastStart : startMs >= lastStart
    if (isOver || startMs >= window.toMs || Math.max(endMs, startMs + 1) <= window.fromMs) continue
    found.push({ startMs, endMs, excluded: deleted.has(startMs) })
  }
  return found
}

function instantOrNever(text: string | undefined): number {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? Infinity : at
}

function repetitions({ end }: WireRecurrence): number {
  const count = Number(end?.repetitions ?? end?.repititions)
  return Number.isFinite(count) ? count : Infinity
}

/** Whether the rule gives an occurrence that begins on this day, both days counted since 1970. */
function fires(
  frequency: string,
  rule: WireRecurrence,
  day: number,
  firstDay: number,
  { weekStart, missingDate }: FakeReadings,
): boolean {
  const date = new Date(day * dayMs)
  const weekDay = date.getUTCDay()
  const every = Number(rule.repeatEvery ?? 1)
  switch (frequency) {
    case 'ONCE':
      return day === firstDay
    case 'DAILY':
      return (day - firstDay) % every === 0
    case 'WEEKLY': {
      const days = rule.onDays ?? []
      const late = weekStart === 'SU' ? 0 : 1
      const weeks = (sundayOf(day - late) - sundayOf(firstDay - late)) / 7
      return weeks % every === 0 && (days.length === 0 || days.includes(weekDays[weekDay] ?? ''))
    }
    case 'EVERY_WEEKDAY':
      return weekDay !== 0 && weekDay !== 6
    case 'EVERY_WEEKEND_DAY':
      return weekDay === 0 || weekDay === 6
    case 'MONTHLY':
      return firesInMonth(rule, date, missingDate)
    case 'YEARLY': {
      const first = new Date(firstDay * dayMs)
      return date.getUTCMonth() === first.getUTCMonth() && date.getUTCDate() === first.getUTCDate()
    }
    default:
      // Of a holiday nobody knows the date.
      return false
  }
}

function firesInMonth(rule: WireRecurrence, date: Date, missingDate: FakeReadings['missingDate']): boolean {
  const months = rule.months ?? []
  if (months.length > 0 && !months.includes(monthNames[date.getUTCMonth()] ?? '')) return false
  const number = date.getUTCDate()
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  if (rule.on === 'DAY_OF_WEEK') {
    if (weekDays[date.getUTCDay()] !== rule.dayOfWeek) return false
    return rule.dayOfWeekClassifier === 'LAST'
      ? number + 7 > last
      : Math.ceil(number / 7) === ordinals.indexOf(rule.dayOfWeekClassifier ?? '') + 1
  }
  if (rule.dateOfMonth === 'LAST') return number === last
  const asked = Number(rule.dateOfMonth)
  return number === (missingDate === 'last-day' ? Math.min(asked, last) : asked)
}

/** 1970-01-01 was a Thursday. */
const sundayOf = (day: number): number => day - ((((day + 4) % 7) + 7) % 7)
