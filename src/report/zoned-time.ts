import { dayMs, formatWall, getZone, parseInstant, type Zone } from '../time/index.ts'

const weekdays = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** The clock of a zone, or UTC's where the zone has no rules here. */
export function clockOf(timeZone: string): Zone {
  try {
    return getZone(timeZone)
  } catch {
    return getZone('Etc/UTC')
  }
}

/** `Mon 2 Nov 09:00`, in the zone. Built on the library's own zone rules, so the machine's zone and locale do not matter. */
export function zonedText(instant: string, zone: Zone): string {
  return wallText(zone.epochToLocal(parseInstant(instant)))
}

/** `Mon 2 Nov 09:00` for a wall clock. */
export function wallText(localMs: number): string {
  return `${dayText(localMs)} ${formatWall(localMs).slice(11, 16)}`
}

/** `Mon 2 Nov` for a wall clock. */
export function dayText(localMs: number): string {
  const [, month = '1', day = '1'] = formatWall(localMs).slice(0, 10).split('-')
  return `${weekdays[modulo(Math.floor(localMs / dayMs), 7)] ?? ''} ${Number(day)} ${months[Number(month) - 1] ?? ''}`
}

/** `+01:00`. */
export function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000
  const [hours, rest] = [Math.floor(minutes / 60), Math.floor(minutes % 60)]
  return `${offsetMs < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
