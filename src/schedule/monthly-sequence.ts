import { civilFromDays, daysFromCivil, daysInMonth, isLeapYear, weekdayOfDays } from '../time/index.ts'
import { type DaySequence, fillFrom, noDays } from './day-sequence.ts'

/** One date in each month that has it. `months` are 1 to 12; empty means all. */
export type MonthlyRule =
  /** A month without the date is left out. */
  | { readonly kind: 'date'; readonly date: number | 'last'; readonly months: readonly number[] }
  /** A month without the date uses its last day. */
  | { readonly kind: 'date-or-last'; readonly date: number; readonly months: readonly number[] }
  | {
      readonly kind: 'weekday'
      readonly ordinal: number | 'last'
      readonly weekday: number
      readonly months: readonly number[]
    }

const allMonths = Array.from({ length: 12 }, (_, index) => index + 1)

/**
 * The dates of a monthly or yearly rule.
 *
 * Every year has a date in the same months, but for 29 February; so the number of dates before a year is a product and a
 * count of leap years, and the n-th date is found from its year.
 */
export function monthlySequence(rule: MonthlyRule, firstDay: number): DaySequence {
  const [common, leap] = [monthsWithDate(rule, 2001), monthsWithDate(rule, 2000)]
  if (leap.length === 0) return noDays
  const monthsOf = (year: number): readonly number[] => (isLeapYear(year) ? leap : common)

  /** Counted from some early year, no matter which. */
  const countBeforeYear = (year: number): number =>
    year * common.length + (leap.length - common.length) * (daysFromCivil(year, 1, 1) - year * 365)

  const countBefore = (day: number): number => {
    const { year, month } = civilFromDays(day)
    const isBefore = (one: number): boolean => one < month || (one === month && dayInMonth(rule, year, one) < day)
    return countBeforeYear(year) + monthsOf(year).filter(isBefore).length
  }

  // The year found last, because the next question is mostly about one near it.
  let { year } = civilFromDays(firstDay)
  const dayAtPosition = (position: number): number => {
    while (countBeforeYear(year) > position) year--
    while (countBeforeYear(year + 1) <= position) year++
    return dayInMonth(rule, year, monthsOf(year)[position - countBeforeYear(year)] ?? 1)
  }

  const skipped = countBefore(firstDay)
  const dayAt = (index: number): number => dayAtPosition(index + skipped)
  return {
    size: Infinity,
    dayAt,
    fill: fillFrom(dayAt),
    indexFrom: (day) => Math.max(0, countBefore(day) - skipped),
  }
}

/** The months of a year that have a date, ascending. */
function monthsWithDate(rule: MonthlyRule, year: number): readonly number[] {
  const isAsked = (month: number): boolean => rule.months.length === 0 || rule.months.includes(month)
  const hasDate = (month: number): boolean =>
    rule.kind !== 'date' || rule.date === 'last' || rule.date <= daysInMonth(year, month)
  return allMonths.filter((month) => isAsked(month) && hasDate(month))
}

function dayInMonth(rule: MonthlyRule, year: number, month: number): number {
  const first = daysFromCivil(year, month, 1)
  const length = daysInMonth(year, month)
  if (rule.kind !== 'weekday') return first + (rule.date === 'last' ? length : Math.min(rule.date, length)) - 1
  const firstMatch = first + ((rule.weekday - weekdayOfDays(first) + 7) % 7)
  if (rule.ordinal !== 'last') return firstMatch + (rule.ordinal - 1) * 7
  return firstMatch + Math.floor((first + length - 1 - firstMatch) / 7) * 7
}
