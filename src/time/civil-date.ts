/** A date of the proleptic Gregorian calendar. `month` is 1 to 12. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const dayMs = 86_400_000

/** Days of a common year before each month. */
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

/** Days from 1970-01-01 to a civil date; the month may lie outside 1 to 12 and counts on into other years. */
export function daysFromCivil(year: number, month: number, day: number): number {
  if (month < 1 || month > 12) {
    const months = year * 12 + month - 1
    const monthOfYear = ((months % 12) + 12) % 12
    return daysFromCivil((months - monthOfYear) / 12, monthOfYear + 1, day)
  }
  // Counted from 2000 years before the year 0, so that integer division rounds down.
  const past = (month > 2 ? year : year - 1) + 2000
  const leapDays = ((past / 4) | 0) - ((past / 100) | 0) + ((past / 400) | 0)
  // A leap year's own day is in `leapDays` only from March on.
  return (year + 2000) * 365 + leapDays + (daysBeforeMonth[month - 1] ?? 0) + day - daysToEpoch
}

const daysToEpoch = 1_450_013

/** The civil date that lies so many days after 1970-01-01. */
export function civilFromDays(days: number): CivilDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOfDays(days: number): number {
  return (((days + 4) % 7) + 7) % 7
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The number of days of a month; the month may lie outside 1 to 12 and counts on into other years. */
export function daysInMonth(year: number, month: number): number {
  return daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1)
}
