import { dayMs, formatInstant } from '../time/index.ts'

/** Texts of the days met so far, because a rendering names the same days over and over. */
const dayTexts = new Map<number, string>()
const dayTextsKept = 20_000
const clockTexts: readonly string[] = Array.from({ length: 1440 }, (_, minute) => {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'))
  return `${hours}:${minutes}:00Z`
})

/** `formatInstant`, several times as fast for whole minutes. */
export function instantText(epochMs: number): string {
  const day = Math.floor(epochMs / dayMs)
  const clock = clockTexts[(epochMs - day * dayMs) / 60_000]
  return clock === undefined ? formatInstant(epochMs) : dayText(day) + clock
}

function dayText(day: number): string {
  let text = dayTexts.get(day)
  if (text === undefined) {
    if (dayTexts.size >= dayTextsKept) dayTexts.clear()
    text = formatInstant(day * dayMs).slice(0, -'00:00:00Z'.length)
    dayTexts.set(day, text)
  }
  return text
}
