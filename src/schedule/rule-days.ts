import type { RecurrenceRule } from '../model/index.ts'
import { civilFromDays, weekdayOfDays } from '../time/index.ts'
import { type DaySequence, fillFrom, noDays } from './day-sequence.ts'
import { monthlySequence } from './monthly-sequence.ts'
import { weekdayNumber } from './weekday-number.ts'

/** The dates of a rule from `firstDay` on, each computed and none counted up to. A rule that cannot fire gives none. */
export function ruleDays(rule: RecurrenceRule, firstDay: number): DaySequence {
  switch (rule.kind) {
    case 'once':
      return {
        size: 1,
        dayAt: () => firstDay,
        fill: fillFrom(() => firstDay),
        indexFrom: (day) => (day > firstDay ? 1 : 0),
      }
    case 'daily':
      return isCount(rule.every) ? dailySequence(rule.every, firstDay) : noDays
    case 'weekly': {
      if (!isCount(rule.every)) return noDays
      const weekStart = weekdayNumber(rule.weekStart)
      const places = [...new Set(rule.days.map((day) => (weekdayNumber(day) - weekStart + 7) % 7))].sort(
        (a, b) => a - b,
      )
      const weekZero = firstDay - ((weekdayOfDays(firstDay) - weekStart + 7) % 7)
      return places.length === 0 ? noDays : weeklySequence(rule.every, places, weekZero, firstDay)
    }
    case 'monthly-by-date': {
      const { date, months, missingDate } = rule
      if (date !== 'last' && !(isCount(date) && date <= 31)) return noDays
      if (date === 'last' || missingDate === 'skip') return monthlySequence({ kind: 'date', date, months }, firstDay)
      return monthlySequence({ kind: 'date-or-last', date, months }, firstDay)
    }
    case 'monthly-by-weekday': {
      const { ordinal, months } = rule
      if (ordinal !== 'last' && !(isCount(ordinal) && ordinal <= 4)) return noDays
      return monthlySequence({ kind: 'weekday', ordinal, weekday: weekdayNumber(rule.day), months }, firstDay)
    }
    case 'yearly': {
      const { month, day } = civilFromDays(firstDay)
      return monthlySequence({ kind: 'date', date: day, months: [month] }, firstDay)
    }
    case 'never':
      break
  }
  return noDays
}

function dailySequence(every: number, firstDay: number): DaySequence {
  const dayAt = (index: number): number => firstDay + index * every
  return {
    size: Infinity,
    dayAt,
    fill: fillFrom(dayAt),
    indexFrom: (day) => Math.max(0, Math.ceil((day - firstDay) / every)),
  }
}

/** `places` are days of the week counted from its start, ascending. */
function weeklySequence(every: number, places: readonly number[], weekZero: number, firstDay: number): DaySequence {
  const perCycle = places.length
  const cycleDays = every * 7
  const inCycle = Float64Array.from(places)
  const countBefore = (day: number): number => {
    const cycle = Math.floor((day - weekZero) / cycleDays)
    const place = day - weekZero - cycle * cycleDays
    return cycle * perCycle + places.filter((one) => one < place).length
  }
  const skipped = countBefore(firstDay)
  return {
    size: Infinity,
    dayAt: (index) => {
      const position = index + skipped
      const cycle = Math.floor(position / perCycle)
      return weekZero + cycle * cycleDays + (inCycle[position - cycle * perCycle] ?? 0)
    },
    fill: (first, count, column) => {
      let place = (first + skipped) % perCycle
      let weekStart = weekZero + ((first + skipped - place) / perCycle) * cycleDays
      for (let at = 0; at < count; at++) {
        column[at] = weekStart + (inCycle[place] ?? 0)
        if (++place < perCycle) continue
        place = 0
        weekStart += cycleDays
      }
    },
    indexFrom: (day) => Math.max(0, countBefore(day) - skipped),
  }
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1
}
