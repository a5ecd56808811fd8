import { getOrAdd } from '../get-or-add.ts'
import { parseInstant } from '../time/index.ts'
import type { OnCallLevel, SnapshotImpact, Stretch } from './snapshot-impact.ts'

/** The impact in words: who is on call now, gaps, who cannot be reached, who gains and loses time, who is booked twice. */
export function impactMessages(impact: Omit<SnapshotImpact, 'messages'>, names: (key: string) => string): string[] {
  const messages: string[] = []
  const list = (keys: readonly string[]): string => joinWords(keys.map(names))
  for (const { name, now, status, reachesNobody, newGaps, uncoveredMinutes } of impact.policies) {
    const [before, after] = [onCallWords(now.before, list), onCallWords(now.after, list)]
    if (before !== after) messages.push(`${name}: on call now changes from ${before} to ${after}.`)
    if (status === 'removed') messages.push(`${name} no longer exists.`)
    else if (reachesNobody && status !== 'unchanged')
      messages.push(`${name} reaches nobody ${between([{ start: impact.from, end: impact.to }])}.`)
    else if (newGaps.length > 0) messages.push(`${name} loses cover for ${sumWords(newGaps)}: nobody is on call then.`)
    else if (uncoveredMinutes.after < uncoveredMinutes.before && status !== 'added') {
      messages.push(
        `${name} gains cover for ${durationWords(uncoveredMinutes.before - uncoveredMinutes.after)} that had none.`,
      )
    }
  }
  for (const { name, reason, policyKeys } of impact.unreachable) {
    const why = reason === 'unknown' ? 'is not among the users' : 'has no active way to be contacted'
    messages.push(`${name} is on call for ${list(policyKeys)} and ${why}.`)
  }
  for (const { name, gainedMinutes, lostMinutes, gained, lost } of impact.people) {
    if (lostMinutes > 0) messages.push(`${name} loses ${durationWords(lostMinutes)} ${between(lost)}.`)
    if (gainedMinutes > 0) messages.push(`${name} gains ${durationWords(gainedMinutes)} ${between(gained)}.`)
  }
  const booked = new Map<string, SnapshotImpact['doubleBooked'][number][]>()
  for (const one of impact.doubleBooked) {
    getOrAdd(booked, `${one.userKey} ${one.policyKeys.join(' ')}`, () => []).push(one)
  }
  for (const bookings of booked.values()) {
    const [first] = bookings
    if (first !== undefined)
      messages.push(`${first.name} is first on call for ${list(first.policyKeys)} at once for ${sumWords(bookings)}.`)
  }
  return messages
}

function onCallWords(levels: readonly OnCallLevel[], list: (keys: readonly string[]) => string): string {
  if (levels.length === 0) return 'nobody'
  return levels
    .map(
      ({ offsetMinutes, userKeys }) =>
        list(userKeys) + (offsetMinutes === 0 ? '' : ` after ${durationWords(offsetMinutes)}`),
    )
    .join(', ')
}

function between(stretches: readonly Stretch[]): string {
  return `between ${minuteWords(stretches[0]?.start ?? '')} and ${minuteWords(stretches.at(-1)?.end ?? '')} UTC`
}

function sumWords(stretches: readonly Stretch[]): string {
  const ms = stretches.reduce((sum, { start, end }) => sum + parseInstant(end) - parseInstant(start), 0)
  return `${durationWords(ms / 60_000)} ${between(stretches)}`
}

/** `2026-11-02T09:00:00Z` as `2026-11-02 09:00`. */
function minuteWords(instant: string): string {
  return instant.replace('T', ' ').replace(/:00(\.\d+)?Z$|Z$/, '')
}

/** Minutes as `16 h`, `1 h 30 min` or `45 min`; never in days, because time on call is compared in hours. */
function durationWords(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole === 0) return 'less than a minute'
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')
}

function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? 'nobody'
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
