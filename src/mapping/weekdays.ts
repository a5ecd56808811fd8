import type { Weekday } from '../model/index.ts'
import { readList, readWord } from './read-wire.ts'

export const allWeekdays: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

const names = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']

/** `MO`, `Mon` and `monday` alike; `null` for what is no day. */
export function readWeekday(value: unknown): Weekday | null {
  const word = readWord(value)
  if (word.length < 2) return null
  return allWeekdays[names.findIndex((name) => name.startsWith(word))] ?? null
}

/** The days of a list, each once, from Sunday on; `null` when one of them is no day. */
export function readWeekdays(value: unknown): readonly Weekday[] | null {
  const days = new Set(readList(value).map(readWeekday))
  return days.has(null) ? null : allWeekdays.filter((day) => days.has(day))
}
