import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mapRotation, type SourceSemantics } from '../../src/mapping/index.ts'
import type { Handoff, Recurrence } from '../../src/model/index.ts'
import { walkClock } from '../../src/testing/fake/walk-clock.ts'
import { runs } from '../schedule/support/runs.ts'
import { walkOccurrences } from '../schedule/support/walk-occurrences.ts'
import { zonesThatAgree } from '../schedule/support/zones-that-agree.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const firstMs = Date.parse('2026-01-30T09:00:00Z')
const zones = zonesThatAgree(
  ['UTC', 'America/New_York', 'Europe/London'],
  '2020-01-01T00:00:00Z',
  '2035-01-01T00:00:00Z',
)

const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 19)
const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')
const readings = {
  memberOrder: fc.constantFrom<SourceSemantics['memberOrder'][]>('current', 'current', 'base'),
  disambiguation: fc.constantFrom<SourceSemantics['disambiguation'][]>('compatible', 'earlier', 'later'),
}

const rule = fc.oneof(
  fc.record({ kind: fc.constant('daily' as const), every: fc.integer({ min: 1, max: 3 }) }),
  fc.constant<Recurrence['rule']>({ kind: 'weekly', every: 2, days: ['MO', 'SA'], weekStart: 'SU' }),
  fc.constant<Recurrence['rule']>({ kind: 'monthly-by-date', date: 31, months: [], missingDate: 'skip' }),
  fc.constantFrom<Recurrence['rule'][]>({ kind: 'yearly' }, { kind: 'once' }, { kind: 'never' }),
)
/** Days from the first occurrence, at its time of day or not. */
const moment = fc
  .tuple(fc.integer({ min: -20, max: 90 }), fc.constantFrom(0, 0, 0, 1, -1, 90))
  .map(([days, minutes]) => firstMs + days * dayMs + minutes * minuteMs)

it('begins turn 1 with the occurrence that a list of all of them gives', () => {
  fc.assert(
    fc.property(
      fc.record({
        zone: fc.constantFrom(...zones),
        rule,
        until: fc.oneof(
          fc.constant<Recurrence['until']>({ kind: 'never' }),
          fc.record({ kind: fc.constant('count' as const), count: fc.nat(40) }),
        ),
        excluded: fc.array(fc.nat(60), { maxLength: 20 }),
        every: fc.integer({ min: 1, max: 5 }),
        next: fc.option(moment),
        captured: moment,
        ...readings,
      }),
      ({ zone, rule, until, excluded, every, next, captured, memberOrder, disambiguation }) => {
        const clock = walkClock(zone)!
        const at = (wallMs: number): number => clock.instantOf(wallMs, disambiguation)
        const recurrence: Recurrence = {
          startsAtWall: wall(firstMs),
          endsAtWall: wall(firstMs + 30 * hourMs),
          rule,
          until,
          duration: { kind: 'wall' },
          disambiguation,
          exceptions: excluded.map((days) => ({ kind: 'excluded', start: instant(at(firstMs + days * dayMs)) })),
        }
        const capturedMs = at(captured)
        const nextMs = next === null ? null : at(next)
        const { value } = mapRotation(
          { type: 'SHIFTS', interval: every, ...(nextMs !== null && { nextRotationTime: instant(nextMs) }) },
          { timeZone: zone, recurrence, capturedAt: instant(capturedMs), semantics: { memberOrder, disambiguation } },
        )

        const untilMs = firstMs + (rule.kind === 'yearly' ? 12 : rule.kind === 'monthly-by-date' ? 3 : 1) * 366 * dayMs
        const starts = walkOccurrences(recurrence, zone, untilMs).flatMap((one) => (one.excluded ? [] : [one.start]))
        const isBase = memberOrder === 'base'
        const afterMs = isBase ? at(firstMs) : capturedMs
        const anchor = nextMs === null ? -1 : starts.findIndex((start) => start >= nextMs)
        // Where no occurrence is at or after the next rotation, each one is as good as any.
        const isTurn = (number: number): boolean => anchor < 0 || (number - anchor) % every === 0
        const isTooEarly = (number: number): boolean => !isBase && number < anchor
        const first = starts.find((start, number) => start > afterMs && isTurn(number) && !isTooEarly(number))
        const found = value.handoff?.kind === 'occurrences' ? value.handoff.firstStart : null
        expect(found).toBe(first === undefined ? null : instant(first))
      },
    ),
    { numRuns: runs(300) },
  )
})

const units = {
  hours: ['HOURS', 1],
  days: ['DAYS', 1],
  weeks: ['WEEKS', 1],
  months: ['MONTHS', 1],
  years: ['YEARS', 12],
} as const

/** A wall-clock time so many calendar months later, on the last day of a month that is too short. */
function monthsLater(wallMs: number, months: number): number {
  const date = new Date(wallMs)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()]
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(day, length)) + (wallMs % dayMs)
}

it('hands over first where stepping from the next rotation, one interval after the other, comes to lie after the capture', () => {
  fc.assert(
    fc.property(
      fc.record({
        zone: fc.constantFrom(...zones),
        unit: fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])),
        every: fc.integer({ min: 1, max: 40 }),
        next: moment,
        /** How many intervals the capture is after the next rotation, and how many minutes more. */
        steps: fc.integer({ min: -4, max: 12 }),
        off: fc.constantFrom(0, 0, 1, -1, 100, -5000),
        ...readings,
      }),
      ({ zone, unit, every, next, steps, off, memberOrder, disambiguation }) => {
        const clock = walkClock(zone)!
        const [word, times] = units[unit]
        const stepMs = { hours: hourMs, days: dayMs, weeks: 7 * dayMs, months: 0, years: 0 }[unit]
        const at = (number: number): number =>
          clock.instantOf(
            stepMs > 0 ? next + number * every * stepMs : monthsLater(next, number * every * times),
            disambiguation,
          )
        const startWall = clock.wallAt(at(steps)) + off * minuteMs
        const startMs = clock.instantOf(startWall, disambiguation)
        const recurrence: Recurrence = {
          startsAtWall: wall(startWall),
          endsAtWall: wall(startWall + hourMs),
          rule: { kind: 'once' },
          until: { kind: 'never' },
          duration: { kind: 'wall' },
          disambiguation,
          exceptions: [],
        }
        const nextRotationTime = instant(clock.instantOf(next))
        const { value } = mapRotation(
          { type: 'TIME', interval: every, intervalUnit: word, nextRotationTime },
          {
            timeZone: zone,
            recurrence,
            capturedAt: instant(memberOrder === 'base' ? firstMs : startMs),
            semantics: { memberOrder, disambiguation },
          },
        )

        let number = memberOrder === 'current' ? 0 : steps - (unit === 'hours' ? 90 : 6)
        while (at(number) <= startMs) number++
        expect(value.handoff).toEqual<Handoff>({
          kind: 'elapsed',
          anchorWall: wall(next),
          firstIndex: number,
          every: every * times,
          unit: unit === 'years' ? 'months' : unit,
          midOccurrence: 'both',
        })
      },
    ),
    { numRuns: runs(300) },
  )
})
