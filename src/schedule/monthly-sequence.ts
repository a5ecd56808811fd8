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

const leapYearsIn400 = 97

/**
 * The dates of a monthly or yearly rule.
 *
 * Every year has a date in the same months, but for 29 February; so the number of dates before a month is a product and a
 * count of leap years, and the n-th date is found from its year.
 */
export function monthlySequence(rule: MonthlyRule, firstDay: number): DaySequence {
  const months = monthsWithDate(rule)
  if (months.every.length === 0 && !months.inLeapFebruary) return noDays
  const leapDays = months.inLeapFebruary ? 1 : 0

  const countBeforeMonth = (year: number, month: number): number =>
    year * months.every.length +
    months.every.filter((one) => one < month).length +
    leapDays * (leapYearsBefore(year) + (month > 2 && isLeapYear(year) ? 1 : 0))

  const countBefore = (day: number): number => {
    const { year, month } = civilFromDays(day)
    const count = countBeforeMonth(year, month)
    const fires = countBeforeMonth(year, month + 1) > count
    return fires && dayInMonth(rule, year, month) < day ? count + 1 : count
  }

  const dayAtPosition = (position: number): number => {
    let year = Math.floor(position / (months.every.length + (leapDays * leapYearsIn400) / 400))
    while (countBeforeMonth(year, 1) > position) year--
    while (countBeforeMonth(year + 1, 1) <= position) year++
    let left = position - countBeforeMonth(year, 1)
    for (let month = 1; month <= 12; month++) {
      const fires = months.every.includes(month) || (month === 2 && leapDays === 1 && isLeapYear(year))
      if (fires && left-- === 0) return dayInMonth(rule, year, month)
    }
    return Number.NaN
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

/** The months, ascending, in which every year has the date, and whether leap years have it in February besides. */
function monthsWithDate(rule: MonthlyRule): { readonly every: readonly number[]; readonly inLeapFebruary: boolean } {
  const asked = rule.months.length === 0 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : rule.months
  const months = [...new Set(asked)].filter((month) => Number.isInteger(month) && month >= 1 && month <= 12)
  months.sort((a, b) => a - b)
  const date = rule.kind === 'date' && rule.date !== 'last' ? rule.date : 1
  const commonYear = 2001
  return {
    every: months.filter((month) => date <= daysInMonth(commonYear, month)),
    inLeapFebruary: date === 29 && months.includes(2),
  }
}

function dayInMonth(rule: MonthlyRule, year: number, month: number): number {
  const first = daysFromCivil(year, month, 1)
  const length = daysInMonth(year, month)
  if (rule.kind !== 'weekday') return first + (rule.date === 'last' ? length : Math.min(rule.date, length)) - 1
  const firstMatch = first + ((rule.weekday - weekdayOfDays(first) + 7) % 7)
  if (rule.ordinal !== 'last') return firstMatch + (rule.ordinal - 1) * 7
  return firstMatch + Math.floor((first + length - 1 - firstMatch) / 7) * 7
}

/** Leap years from year 0 up to, and not including, a year. */
function leapYearsBefore(year: number): number {
  return Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400)
}
