import { getOrAdd } from '../get-or-add.ts'
import { UnknownKeyError } from '../errors.ts'
import type { OnCallSnapshot, Rotation, Schedule } from '../model/index.ts'
import { parseInstant } from '../time/index.ts'
import { calendarText, calendarWall, joinCalendarLines } from './calendar-lines.ts'
import { calendarTime, calendarZone } from './calendar-zone.ts'
import { readWindow, type RenderWindow } from './render-window.ts'
import { visitSchedule } from './render-schedule.ts'
import { indexSnapshot } from './snapshot-index.ts'
import { addSpan, mapSpans, type Spans } from './spans.ts'

/** One entry of a calendar, before it is written. */
interface CalendarEvent {
  readonly id: string
  readonly rotation: Rotation
  readonly startMs: number
  readonly endMs: number
  readonly summary: string
}

/**
 * Writes the duty of a schedule, or of one user in all schedules, as an iCalendar (RFC 5545) that a person can lay over their own.
 *
 * `key` is a schedule's or a user's. The events are those of `renderSchedule`, on the wall clock of their rotation's zone; a user has
 * none from schedules whose policy is not active. `UID` is the same on every export of the same time on duty, and `DTSTAMP` is the
 * capture. A time on duty that is under way when the window begins is cut there, and that piece is an event of its own: import windows
 * that follow on each other, or let the calendar subscribe to the whole. Throws `UnknownKeyError`, and `InvalidArgumentError` for a window that is none.
 */
export function toICalendar(snapshot: OnCallSnapshot, key: string, window: RenderWindow): string {
  const { fromMs, toMs } = readWindow(window)
  const schedule = indexSnapshot(snapshot).schedules.get(key)
  const user = snapshot.users.find((one) => one.key === key)
  if (schedule === undefined && user === undefined) throw new UnknownKeyError('schedule or user', key)

  const events =
    schedule === undefined ? userEvents(snapshot, key, fromMs, toMs) : scheduleEvents(snapshot, schedule, fromMs, toMs)
  const ownZone = schedule?.timeZone ?? user?.timeZone ?? 'UTC'
  const zones = new Set(events.map(({ rotation }) => rotation.timeZone))
  // A calendar must hold something, even where nobody is on duty.
  if (events.length === 0) zones.add(ownZone)
  return joinCalendarLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//xmatters-sync//On-call schedule//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${calendarText(schedule?.name ?? user?.name ?? key)}`,
    `X-WR-TIMEZONE:${calendarText(ownZone)}`,
    ...[...zones].sort().flatMap((zone) => calendarZone(zone, fromMs, toMs)),
    ...events.flatMap((event) => eventLines(event, snapshot)),
    'END:VCALENDAR',
  ])
}

function scheduleEvents(snapshot: OnCallSnapshot, schedule: Schedule, fromMs: number, toMs: number): CalendarEvent[] {
  const names = new Map(snapshot.users.map(({ key, name }) => [key, name]))
  const events: CalendarEvent[] = []
  visitSchedule(snapshot, schedule, fromMs, toMs, (rotation, startMs, endMs, userKeys) => {
    const summary = `${userKeys.map((key) => names.get(key) ?? key).join(', ')} (${rotation.name})`
    events.push({ id: rotation.key, rotation, startMs, endMs, summary })
  })
  return events
}

function userEvents(snapshot: OnCallSnapshot, userKey: string, fromMs: number, toMs: number): CalendarEvent[] {
  const { policies } = indexSnapshot(snapshot)
  return snapshot.schedules.flatMap((schedule) => {
    if (policies.get(schedule.key)?.active === false) return []
    const held = new Map<Rotation, Spans>()
    visitSchedule(snapshot, schedule, fromMs, toMs, (rotation, startMs, endMs, userKeys) => {
      if (userKeys.includes(userKey))
        addSpan(
          getOrAdd(held, rotation, () => []),
          startMs,
          endMs,
        )
    })
    return [...held].flatMap(([rotation, spans]) => {
      const [id, summary] = [`${rotation.key}/${userKey}`, `${schedule.name}: ${rotation.name}`]
      return mapSpans(spans, (startMs, endMs) => ({ id, rotation, startMs, endMs, summary }))
    })
  })
}

function eventLines({ id, rotation, startMs, endMs, summary }: CalendarEvent, snapshot: OnCallSnapshot): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${calendarText(`${calendarWall(startMs)}Z/${id}@${snapshot.origin}`)}`,
    `DTSTAMP:${calendarWall(parseInstant(snapshot.capturedAt))}Z`,
    `DTSTART${calendarTime(startMs, rotation.timeZone)}`,
    `DTEND${calendarTime(endMs, rotation.timeZone)}`,
    `SUMMARY:${calendarText(summary)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}
