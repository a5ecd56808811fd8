import { Temporal } from 'temporal-polyfill'
import type { Recurrence } from '../../../src/model/index.ts'

/** A stretch of one offset. */
interface Stretch {
  /** Instant; the next stretch's is the end. */
  readonly from: number
  readonly offset: number
}

const known = new Map<string, readonly Stretch[]>()
const [start, end] = [Temporal.Instant.from('2017-01-01T00:00:00Z'), Temporal.Instant.from('2045-01-01T00:00:00Z')]

/** The instant that a wall clock means, all in milliseconds, by the changes of offset that Temporal knows from 2017 to 2044. */
export function toInstantMs(wallMs: number, timeZone: string, disambiguation: Recurrence['disambiguation']): number {
  const stretches = stretchesOf(timeZone)
  const shown = stretches
    .filter(({ from, offset }, at) => from <= wallMs - offset && wallMs - offset < endOf(stretches, at))
    .map(({ offset }) => wallMs - offset)
  const [first, second] = shown
  if (first !== undefined) return disambiguation === 'later' ? (second ?? first) : first
  const before = stretches.findLast(({ from, offset }) => from <= wallMs - offset)
  const after = stretches.find(({ offset }, at) => wallMs - offset < endOf(stretches, at))
  if (before === undefined || after === undefined) return Number.NaN
  if (disambiguation === 'first-valid') return after.from
  return wallMs - (disambiguation === 'earlier' ? after.offset : before.offset)
}

function endOf(stretches: readonly Stretch[], at: number): number {
  return stretches[at + 1]?.from ?? Infinity
}

function stretchesOf(timeZone: string): readonly Stretch[] {
  let stretches = known.get(timeZone)
  if (stretches === undefined) known.set(timeZone, (stretches = readStretches(timeZone)))
  return stretches
}

function readStretches(timeZone: string): Stretch[] {
  const stretches: Stretch[] = []
  let at: Temporal.ZonedDateTime | null = start.toZonedDateTimeISO(timeZone)
  while (at !== null && at.epochMilliseconds < end.epochMilliseconds) {
    stretches.push({
      from: stretches.length === 0 ? -Infinity : at.epochMilliseconds,
      offset: at.offsetNanoseconds / 1e6,
    })
    at = at.getTimeZoneTransition('next')
  }
  return stretches
}
