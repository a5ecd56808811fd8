import type { FakeReadings } from './fake-readings.ts'

/** Wall clocks by the host's own `Intl`: nothing of the library's zone data, so that the two can be held against each other. */
export interface WalkClock {
  /** Wall-clock time as if it were UTC, in milliseconds. */
  wallAt(epochMs: number): number
  /** The instant of a wall-clock time; `compatible` is the earlier one in an overlap and in a gap moves on by its length. */
  instantOf(wallMs: number, disambiguation?: FakeReadings['disambiguation']): number
}

/** Labels of the builders that `Intl` does not know. */
const labels: Readonly<Record<string, string>> = {
  'US/Los Angeles': 'America/Los_Angeles',
  '(UTC-0800) US/Pacific': 'America/Los_Angeles',
  'Eastern Standard Time': 'America/New_York',
  'W. Europe Standard Time': 'Europe/Berlin',
  'America/New York': 'America/New_York',
}

const minuteMs = 60_000
const dayMs = 86_400_000
const step = 15 * minuteMs
const clocks = new Map<string, WalkClock | null>()

/** The clock of a zone label; `null` for a label that means nothing. */
export function walkClock(label: string): WalkClock | null {
  let clock = clocks.get(label)
  if (clock === undefined) clocks.set(label, (clock = createClock(labels[label] ?? label)))
  return clock
}

function createClock(zone: string): WalkClock | null {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return null
  }
  const offsets = new Map<number, number>()
  /** Zones change on the quarter of an hour, so that one answer holds for a whole quarter. */
  const offsetAt = (epochMs: number): number => {
    const quarter = Math.floor(epochMs / step) * step
    let offset = offsets.get(quarter)
    if (offset === undefined) offsets.set(quarter, (offset = readWall(format, quarter) - quarter))
    return offset
  }
  return {
    wallAt: (epochMs) => epochMs + offsetAt(epochMs),
    instantOf: (wallMs, disambiguation = 'compatible') => {
      const [before, after] = [offsetAt(wallMs - dayMs), offsetAt(wallMs + dayMs)]
      const [early, late] = before > after ? [wallMs - before, wallMs - after] : [wallMs - after, wallMs - before]
      const real = [early, late].filter((at) => at + offsetAt(at) === wallMs)
      if (real.length > 0) return disambiguation === 'later' ? Math.max(...real) : Math.min(...real)
      if (disambiguation === 'earlier') return early
      if (disambiguation !== 'first-valid') return late
      let change = Math.floor(early / minuteMs) * minuteMs
      while (offsetAt(change) === before) change += minuteMs
      return change
    },
  }
}

function readWall(format: Intl.DateTimeFormat, epochMs: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(epochMs)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
