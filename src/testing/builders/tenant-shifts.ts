import type { WireRecurrence, WireRotation } from '../../xmatters/wire/index.ts'
import { walkClock } from '../fake/walk-clock.ts'
import type { Random } from './random.ts'

/** When a shift takes place: its name, the wall clock of its first occurrence, and its rule. */
export interface ShiftShape {
  readonly name: string
  /** Days after the first Monday. */
  readonly day: number
  readonly startMinute: number
  readonly minutes: number
  readonly recurrence: WireRecurrence | null
}

const never = { endBy: 'NEVER' } as const
const hour = 60
const workDays = ['MO', 'TU', 'WE', 'TH', 'FR']

/** Shifts that most teams have: by night and day, at weekends, around the clock. */
export const usualShifts: readonly (readonly ShiftShape[])[] = [
  [
    weekly('Weekdays', 0, 9 * hour, 8 * hour, workDays),
    weekly('Weekday nights', -1, 17 * hour, 16 * hour, ['SU', 'MO', 'TU', 'WE', 'TH']),
    weekly('Weekend', 4, 17 * hour, 48 * hour, ['FR']),
  ],
  [{ name: 'Default Shift', day: 0, startMinute: 0, minutes: 24 * hour, recurrence: everyDay(1) }],
  [
    { name: 'Day', day: 0, startMinute: 6 * hour, minutes: 12 * hour, recurrence: everyDay(1) },
    { name: 'Night', day: 0, startMinute: 18 * hour, minutes: 12 * hour, recurrence: everyDay(1) },
  ],
]

/** Every other kind of recurrence and of end, nights of a clock change among them. */
export const unusualShifts: readonly ShiftShape[] = [
  { name: 'Every other day', day: 1, startMinute: 8 * hour, minutes: 10 * hour, recurrence: everyDay(2) },
  {
    name: 'Fortnight',
    day: 2,
    startMinute: 7 * hour + 30,
    minutes: 9 * hour,
    recurrence: { frequency: 'WEEKLY', repeatEvery: '2', onDays: ['TH', 'MO'], end: never },
  },
  {
    name: 'Business days',
    day: 0,
    startMinute: 8 * hour,
    minutes: 33 * hour,
    recurrence: { frequency: 'EVERY_WEEKDAY', end: never },
  },
  {
    name: 'Weekend days',
    day: 5,
    startMinute: 9 * hour,
    minutes: 10 * hour,
    recurrence: { frequency: 'EVERY_WEEKEND_DAY', end: never },
  },
  { name: 'Migration night', day: 341, startMinute: 22 * hour, minutes: 8 * hour, recurrence: { frequency: 'ONCE' } },
  {
    name: 'Month end',
    day: 24,
    startMinute: 0,
    minutes: 24 * hour,
    recurrence: { frequency: 'MONTHLY', on: 'DATE_OF_MONTH', dateOfMonth: 'LAST', end: never },
  },
  {
    name: 'The thirty-first',
    day: 24,
    startMinute: 20 * hour,
    minutes: 6 * hour,
    recurrence: {
      frequency: 'MONTHLY',
      on: 'DATE_OF_MONTH',
      dateOfMonth: '31',
      months: ['JAN', 'MAR', 'DEC'],
      end: never,
    },
  },
  {
    name: 'Patch day',
    day: 8,
    startMinute: 19 * hour,
    minutes: 5 * hour,
    recurrence: { frequency: 'MONTHLY', on: 'DAY_OF_WEEK', dayOfWeekClassifier: 'SECOND', dayOfWeek: 'TU', end: never },
  },
  {
    name: 'Last Friday',
    day: 4,
    startMinute: 16 * hour,
    minutes: 4 * hour,
    recurrence: { frequency: 'MONTHLY', on: 'DAY_OF_WEEK', dayOfWeekClassifier: 'LAST', dayOfWeek: 'FR', end: never },
  },
  {
    name: 'Anniversary',
    day: 340,
    startMinute: 0,
    minutes: 72 * hour,
    recurrence: { frequency: 'YEARLY', end: never },
  },
  {
    name: 'Early hours',
    day: 0,
    startMinute: 2 * hour + 30,
    minutes: hour,
    recurrence: everyDay(1),
  },
  { name: 'Holidays', day: 0, startMinute: 0, minutes: 24 * hour, recurrence: { frequency: 'HOLIDAY' } },
  {
    name: 'Hypercare',
    day: 300,
    startMinute: 12 * hour,
    minutes: 6 * hour,
    recurrence: { frequency: 'DAILY', repeatEvery: 1, end: { endBy: 'REPETITIONS', repetitions: '45' } },
  },
  {
    name: 'Peak season',
    day: 280,
    startMinute: 10 * hour,
    minutes: 14 * hour,
    recurrence: { frequency: 'WEEKLY', repeatEvery: 1, onDays: [], end: { endBy: 'DATE', date: 'peak' } },
  },
]

function weekly(
  name: string,
  day: number,
  startMinute: number,
  minutes: number,
  onDays: readonly string[],
): ShiftShape {
  return { name, day, startMinute, minutes, recurrence: { frequency: 'WEEKLY', repeatEvery: 1, onDays, end: never } }
}

function everyDay(repeatEvery: number): WireRecurrence {
  return { frequency: 'DAILY', repeatEvery, end: never }
}

/** Zone labels as instances hold them; the last few are rare. */
export const usualZones = [
  'US/Eastern',
  'US/Pacific',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Sydney',
  'America/Sao_Paulo',
] as const
export const unusualZones = [
  'US/Los Angeles',
  '(UTC-0800) US/Pacific',
  'Eastern Standard Time',
  'W. Europe Standard Time',
  'Australia/Lord_Howe',
  'GMT',
] as const

export interface ShiftTimes {
  readonly start: string
  readonly end: string
  readonly recurrence?: WireRecurrence
}

const dayMs = 86_400_000
const minuteMs = 60_000

/** The first occurrence's instants, of a shift that began some eleven months before `nowMs`. */
export function timesOf(shape: ShiftShape, zone: string, nowMs: number): ShiftTimes {
  const clock = walkClock(zone)
  const today = Math.floor(nowMs / dayMs)
  const monday = today - 329 - ((today - 329 + 3) % 7)
  const startWall = (monday + shape.day) * dayMs + shape.startMinute * minuteMs
  const instant = (wall: number): string => new Date(clock?.instantOf(wall) ?? wall).toISOString()
  const [start, end] = [instant(startWall), instant(startWall + shape.minutes * minuteMs)]
  if (shape.recurrence === null) return { start, end }
  const until = shape.recurrence.end
  if (until?.date === undefined) return { start, end, recurrence: shape.recurrence }
  const date = instant((today + 20) * dayMs + shape.startMinute * minuteMs)
  return { start, end, recurrence: { ...shape.recurrence, end: { ...until, date } } }
}

/**
 * A rotation of each kind in turn. The next handoff is two days or more after `nowMs`, so that the order of the members
 * stays what it is until then; some anchors lie whole intervals behind.
 */
export function rotationOf(
  random: Random,
  number: number,
  { zone, startMinute, nowMs }: { readonly zone: string; readonly startMinute: number; readonly nowMs: number },
): WireRotation | null {
  const clock = walkClock(zone)
  const day = Math.floor(nowMs / dayMs) + 3
  const minute = number % 11 === 7 ? startMinute + 210 : startMinute
  const nextIn = (days: number): string => {
    const wall = (day + days) * dayMs + minute * minuteMs
    return new Date(clock?.instantOf(wall) ?? wall).toISOString()
  }
  const direction = number % 3 === 2 ? 'LAST_TO_FIRST' : 'SECOND_TO_FIRST'
  const elapsed = (intervalUnit: string, interval: number, nextRotationTime: string): WireRotation => ({
    type: 'ELAPSED_TIME',
    direction,
    interval,
    intervalUnit,
    nextRotationTime,
  })
  switch (number % 8) {
    case 0:
      return elapsed('WEEKS', 1, nextIn(random.int(0, 6)))
    case 1:
      return elapsed('DAYS', 1, nextIn(0))
    case 2:
      return { type: 'COMPLETED_SHIFTS', direction, interval: 1, nextRotationTime: nextIn(random.int(0, 5)) }
    case 3:
      return elapsed('HOURS', 84, nextIn(random.int(0, 2)))
    case 4:
      return elapsed('MONTHS', 1, nextIn(random.int(0, 20)))
    case 5:
      return elapsed('WEEKS', 2, nextIn(random.int(0, 9) - 14))
    case 6:
      return { type: 'COMPLETED_SHIFTS', direction, interval: 3, nextRotationTime: nextIn(random.int(0, 9)) }
    default:
      return number % 16 === 7 ? { type: 'ALERTS', direction, interval: 1 } : null
  }
}
