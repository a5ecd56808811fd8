import { dayMs, formatInstant } from '../time/index.ts'

/** Texts of the instants met so far, by day and minute of the day, because a rendering names the same ones over and over. */
const days = new Map<number, Day>()
/** So that even texts for every minute of these days stay within tens of megabytes. */
const daysKept = 500
const clockTexts: readonly string[] = Array.from({ length: 1440 }, (_, minute) => {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'))
  return `${hours}:${minutes}:00Z`
})

interface Day {
  /** `2026-11-23T`. */
  readonly text: string
  readonly byMinute: Map<number, string>
}

/** `formatInstant`, several times as fast for whole minutes. */
export function instantText(epochMs: number): string {
  const number = Math.floor(epochMs / dayMs)
  const minute = (epochMs - number * dayMs) / 60_000
  const clock = clockTexts[minute]
  if (clock === undefined) return formatInstant(epochMs)
  const day = days.get(number) ?? openDay(number)
  let text = day.byMinute.get(minute)
  if (text === undefined) day.byMinute.set(minute, (text = day.text + clock))
  return text
}

function openDay(number: number): Day {
  if (days.size >= daysKept) days.clear()
  const day = { text: formatInstant(number * dayMs).slice(0, -'00:00:00Z'.length), byMinute: new Map<number, string>() }
  days.set(number, day)
  return day
}
