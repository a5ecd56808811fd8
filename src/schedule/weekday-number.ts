import type { Weekday } from '../model/index.ts'

const numbers: Readonly<Record<Weekday, number>> = { SU: 0, MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6 }

/** 0 for Sunday to 6 for Saturday. */
export function weekdayNumber(weekday: Weekday): number {
  return numbers[weekday]
}
