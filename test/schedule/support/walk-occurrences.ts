import type { Recurrence, Weekday } from '../../../src/model/index.ts'
import { toInstantMs } from './wall-instants.ts'

export interface WalkedOccurrence {
  readonly ruleStart: number
  readonly start: number
  readonly end: number
  readonly excluded: boolean
}

const dayMs = 86_400_000
const daysLookedBeyond = 3

/** All that start before `toMs`, by number: every day is asked whether the rule gives it. */
export function walkOccurrences(recurrence: Recurrence, timeZone: string, toMs: number): WalkedOccurrence[] {
  const { rule, until, duration, disambiguation } = recurrence
  const firstWall = wallMs(recurrence.startsAtWall)
  const length = wallMs(recurrence.endsAtWall) - firstWall
  const firstDay = Math.floor(firstWall / dayMs)
  const lastDay = Math.floor(toMs / dayMs) + daysLookedBeyond
  const exceptions = recurrence.exceptions.map((one) => ({ ...one, startMs: instantMs(one.start) }))
  const untilMs = until.kind === 'date' ? instantMs(until.at) : Infinity
  const occurrences: WalkedOccurrence[] = []
  for (let day = firstDay; day <= lastDay; day++) {
    if (!isGiven(rule, day, firstDay)) continue
    if (until.kind === 'count' && occurrences.length >= until.count) break
    const wall = firstWall + (day - firstDay) * dayMs
    const start = toInstantMs(wall, timeZone, disambiguation)
    if (until.kind === 'date' && (until.inclusive ? start > untilMs : start >= untilMs)) break
    const end =
      duration.kind === 'wall' ? toInstantMs(wall + length, timeZone, disambiguation) : start + duration.elapsedMs
    const own = exceptions.filter(({ startMs }) => startMs === start)
    const moved = own.find((one) => one.kind === 'moved')
    occurrences.push({
      ruleStart: start,
      start: moved?.kind === 'moved' ? instantMs(moved.newStart) : start,
      end: moved?.kind === 'moved' ? instantMs(moved.newEnd) : end,
      excluded: own.some((one) => one.kind === 'excluded'),
    })
  }
  return occurrences
}

const weekdays: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** Whether a rule gives a day, without looking at any other. Days are counted from 1970-01-01. */
export function isGiven(rule: Recurrence['rule'], day: number, firstDay: number): boolean {
  const date = new Date(day * dayMs)
  const [month, dateOfMonth, weekday] = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay()]
  const monthLength = new Date(Date.UTC(date.getUTCFullYear(), month, 0)).getUTCDate()
  switch (rule.kind) {
    case 'once':
      return day === firstDay
    case 'daily':
      return (day - firstDay) % rule.every === 0
    case 'weekly': {
      const start = weekdays.indexOf(rule.weekStart)
      const weekOf = (one: number): number => one - ((new Date(one * dayMs).getUTCDay() - start + 7) % 7)
      const weeks = (weekOf(day) - weekOf(firstDay)) / 7
      return weeks % rule.every === 0 && rule.days.some((one) => weekdays.indexOf(one) === weekday)
    }
    case 'monthly-by-date': {
      if (rule.months.length > 0 && !rule.months.includes(month)) return false
      if (rule.date === 'last') return dateOfMonth === monthLength
      const isShort = rule.date > monthLength
      return dateOfMonth === rule.date || (isShort && rule.missingDate === 'last-day' && dateOfMonth === monthLength)
    }
    case 'monthly-by-weekday': {
      if (rule.months.length > 0 && !rule.months.includes(month)) return false
      if (weekday !== weekdays.indexOf(rule.day)) return false
      return rule.ordinal === 'last' ? dateOfMonth + 7 > monthLength : Math.ceil(dateOfMonth / 7) === rule.ordinal
    }
    case 'yearly': {
      const first = new Date(firstDay * dayMs)
      return month === first.getUTCMonth() + 1 && dateOfMonth === first.getUTCDate()
    }
    case 'never':
      break
  }
  return false
}

export function instantMs(iso: string): number {
  return Date.parse(iso)
}

/** A wall clock as the instant that it would be in UTC. */
export function wallMs(wall: string): number {
  return Date.parse(`${wall}Z`)
}
