import { getOrAdd } from '../get-or-add.ts'
import { UnknownKeyError } from '../errors.ts'
import type { OnCallSnapshot, Rotation, Schedule, User } from '../model/index.ts'
import { parseInstant } from '../time/index.ts'
import { calendarText, calendarWall, joinCalendarLines } from './calendar-lines.ts'
import { calendarTime, calendarZone } from './calendar-zone.ts'
import { readWindow, type RenderWindow } from './render-window.ts'
import { visitSchedule } from './render-schedule.ts'
import { indexSnapshot, type SnapshotIndex } from './snapshot-index.ts'
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
  const index = indexSnapshot(snapshot)
  const schedule = index.schedules.get(key)
  const user = snapshot.users.find((one) => one.key === key)
  if (schedule === undefined && user === undefined) throw new UnknownKeyError('schedule or user', key)

  const events =
    schedule === undefined ? userEvents(index, key, fromMs, toMs) : scheduleEvents(index, schedule, fromMs, toMs)
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

function scheduleEvents(index: SnapshotIndex, schedule: Schedule, fromMs: number, toMs: number): CalendarEvent[] {
  const nameOf = userNames(index.snapshot.users)
  const rotations = new Map(schedule.rotations.map((rotation) => [rotation.key, rotation]))
  const events: CalendarEvent[] = []
  visitSchedule(index, schedule, fromMs, toMs, (rotationKey, startMs, endMs, userKeys) => {
    const rotation = rotations.get(rotationKey)
    if (rotation === undefined) return
    const summary = `${userKeys.map(nameOf).join(', ')} (${rotation.name})`
    events.push({ id: rotationKey, rotation, startMs, endMs, summary })
  })
  return events
}

function userEvents(index: SnapshotIndex, userKey: string, fromMs: number, toMs: number): CalendarEvent[] {
  const events: CalendarEvent[] = []
  for (const schedule of index.snapshot.schedules) {
    if (index.policies.get(schedule.key)?.active === false) continue
    const held = new Map<string, Spans>()
    visitSchedule(index, schedule, fromMs, toMs, (rotationKey, startMs, endMs, userKeys) => {
      if (!userKeys.includes(userKey)) return
      addSpan(
        getOrAdd(held, rotationKey, () => []),
        startMs,
        endMs,
      )
    })
    for (const rotation of schedule.rotations) {
      const [id, summary] = [`${rotation.key}/${userKey}`, `${schedule.name}: ${rotation.name}`]
      const spans = held.get(rotation.key) ?? []
      events.push(...mapSpans(spans, (startMs, endMs) => ({ id, rotation, startMs, endMs, summary })))
    }
  }
  return events
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

function userNames(users: readonly User[]): (key: string) => string {
  const names = new Map(users.map(({ key, name }) => [key, name]))
  return (key) => names.get(key) ?? key
}
