import { dayMs, getZone } from '../time/index.ts'
import { calendarWall } from './calendar-lines.ts'

/** Every zone that changes its clock at all has done so within this time, so a reader finds the change in force at the start. */
const lookBackMs = 400 * dayMs

/** The content lines of a VTIMEZONE that holds from `fromMs` to `toMs` and at both: each change written out, because rules may end any year. */
export function calendarZone(timeZone: string, fromMs: number, toMs: number): readonly string[] {
  const zone = getZone(timeZone)
  const firstMs = fromMs - lookBackMs
  const lines = ['BEGIN:VTIMEZONE', `TZID:${timeZone}`]
  let [change] = zone.nextTransitions(firstMs, 1)
  const base = zone.offsetMsAt(firstMs)
  const beginsInSummer = change !== undefined && change.offsetAfterMs < change.offsetBeforeMs
  lines.push(...observance(beginsInSummer ? 'DAYLIGHT' : 'STANDARD', '19700101T000000', base, base))
  while (change !== undefined && change.at <= toMs) {
    const { at, offsetBeforeMs, offsetAfterMs } = change
    const kind = offsetAfterMs > offsetBeforeMs ? 'DAYLIGHT' : 'STANDARD'
    lines.push(...observance(kind, calendarWall(at + offsetBeforeMs), offsetBeforeMs, offsetAfterMs))
    change = zone.nextTransitions(at, 1)[0]
  }
  return [...lines, 'END:VTIMEZONE']
}

function observance(kind: 'STANDARD' | 'DAYLIGHT', start: string, fromMs: number, toMs: number): readonly string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${utcOffset(fromMs)}`,
    `TZOFFSETTO:${utcOffset(toMs)}`,
    `END:${kind}`,
  ]
}

function utcOffset(offsetMs: number): string {
  const seconds = Math.abs(offsetMs) / 1000
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const text = parts.map((part) => String(part).padStart(2, '0')).join('')
  return `${offsetMs < 0 ? '-' : '+'}${text.endsWith('00') ? text.slice(0, 4) : text}`
}

/** `;TZID=Europe/London:20260105T090000`, or `:20260105T090000Z` where that wall clock happens twice: readers differ in which they take. */
export function calendarTime(epochMs: number, timeZone: string): string {
  const zone = getZone(timeZone)
  const local = zone.epochToLocal(epochMs)
  const isOnce = zone.localToEpoch(local, 'earlier') === zone.localToEpoch(local, 'later')
  const isPlain = isOnce && timeZone !== 'UTC' && timeZone !== 'Etc/UTC'
  return isPlain ? `;TZID=${timeZone}:${calendarWall(local)}` : `:${calendarWall(epochMs)}Z`
}
