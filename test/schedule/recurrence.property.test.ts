import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { OnCallSnapshot, RecurrenceRule, Weekday } from '../../src/model/index.ts'
import { renderEscalation, rotationOccurrences, rotationOccurrenceTimes } from '../../src/schedule/index.ts'
import { aRotation } from './support/builders.ts'
import { aRandomRotation, aRandomSnapshot } from './support/random-snapshot.ts'
import { runs } from './support/runs.ts'
import { instantMs, walkOccurrences } from './support/walk-occurrences.ts'
import { zonesThatAgree } from './support/zones-that-agree.ts'

const zones = zonesThatAgree(
  ['UTC', 'America/New_York', 'Europe/Paris', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Tehran'],
  '2019-01-01T00:00:00Z',
  '2035-01-01T00:00:00Z',
)
const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const
const anEvery = fc.integer({ min: 1, max: 6 })

/** Rules, and the same for rrule-temporal, at 09:00, where no zone of the list changes its clocks. */
const aPair = fc.oneof(
  anEvery.map((every) => ({
    rule: { kind: 'daily', every } as RecurrenceRule,
    peer: { freq: 'DAILY', interval: every } as const,
  })),
  fc
    .record({
      every: anEvery,
      days: fc.uniqueArray(fc.constantFrom<Weekday>(...weekdays), { minLength: 1 }),
      weekStart: fc.constantFrom<Weekday>(...weekdays),
    })
    .map(({ every, days, weekStart }) => ({
      rule: { kind: 'weekly', every, days, weekStart } as RecurrenceRule,
      peer: { freq: 'WEEKLY', interval: every, byDay: days, wkst: weekStart } as const,
    })),
  fc.integer({ min: 1, max: 31 }).map((date) => ({
    rule: { kind: 'monthly-by-date', date, months: [], missingDate: 'skip' } as RecurrenceRule,
    peer: { freq: 'MONTHLY', byMonthDay: [date] } as const,
  })),
  fc
    .record({ ordinal: fc.constantFrom(1, 2, 3, 4, 'last'), day: fc.constantFrom<Weekday>(...weekdays) })
    .map(({ ordinal, day }) => ({
      rule: { kind: 'monthly-by-weekday', ordinal, day, months: [] } as RecurrenceRule,
      peer: { freq: 'MONTHLY', byDay: [`${ordinal === 'last' ? -1 : ordinal}${day}`] },
    })),
)

describe('recurrence', () => {
  it('agrees with rrule-temporal', () => {
    const aCase = fc.record({
      pair: aPair,
      timeZone: fc.constantFrom(...zones),
      start: fc.date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
    })
    fc.assert(
      fc.property(aCase, ({ pair, timeZone, start }) => {
        const date = start.toISOString().slice(0, 10)
        const rotation = aRotation({
          timeZone,
          recurrence: {
            startsAtWall: `${date}T09:00:00`,
            endsAtWall: `${date}T17:00:00`,
            rule: pair.rule,
            until: { kind: 'count', count: 30 },
          },
        })
        const ours = rotationOccurrences(rotation, { from: '2020-01-01T00:00:00Z', to: '2060-01-01T00:00:00Z' })
        const peer = new RRuleTemporal({
          ...pair.peer,
          byDay: 'byDay' in pair.peer ? [...pair.peer.byDay] : undefined,
          byMonthDay: 'byMonthDay' in pair.peer ? [...pair.peer.byMonthDay] : undefined,
          count: 30,
          dtstart: Temporal.ZonedDateTime.from(`${date}T09:00[${timeZone}]`),
        } as ConstructorParameters<typeof RRuleTemporal>[0])
        const theirs = peer.all().map((one) => instant(Temporal.Instant.from(one.toString()).epochMilliseconds))
        // It puts the first date in even where the rule does not give it.
        const from = theirs[0] === ours[0]?.start ? 0 : 1
        expect(ours.slice(0, 29).map(({ start }) => start)).toEqual(theirs.slice(from, from + 29))
      }),
      { numRuns: runs(60) },
    )
  })

  it('numbers occurrences as one counts them, wherever the window is', () => {
    const fromMs = instantMs('2026-03-01T00:00:00Z')
    const aCase = aRandomRotation('shift:a/slot:1', fromMs, zones).chain((rotation) =>
      fc.record({
        rotation: fc.constant(rotation),
        day: fc.integer({ min: -30, max: 700 }),
        days: fc.integer({ min: 1, max: 60 }),
      }),
    )
    fc.assert(
      fc.property(aCase, ({ rotation, day, days }) => {
        const [from, to] = [fromMs + day * 86_400_000, fromMs + (day + days) * 86_400_000]
        const walked = walkOccurrences(rotation.recurrence, rotation.timeZone, to + 10 * 86_400_000)
          .map(({ start, end, excluded }, index) => ({ start, end, excluded, index }))
          .filter(({ start, end, excluded }) => !excluded && start < end && start < to && end > from)
        const { length, starts, ends, indices } = rotationOccurrenceTimes(rotation, from, to)
        const computed = Array.from({ length }, (_, at) => ({ start: starts[at], end: ends[at], index: indices[at] }))
        computed.sort((a, b) => (a.index ?? 0) - (b.index ?? 0))
        expect(computed).toEqual(walked.map(({ start, end, index }) => ({ start, end, index })))
      }),
      { numRuns: runs(150) },
    )
  })

  it('moves with the whole snapshot by whole weeks, where no month matters', () => {
    const from = '2026-03-04T00:00:00Z'
    const shifted = (text: string, weeks: number): string => {
      const ms = Date.parse(text.endsWith('Z') ? text : `${text}Z`) + weeks * 7 * 86_400_000
      return text.endsWith('Z') ? instant(ms) : instant(ms).slice(0, -1)
    }
    const shift = <T>(value: T, weeks: number): T =>
      JSON.parse(JSON.stringify(value), (_, one: unknown) =>
        typeof one === 'string' && /^\d{4}-\d\d-\d\dT/.test(one) ? shifted(one, weeks) : one,
      ) as T
    const withoutMonths = (snapshot: OnCallSnapshot): OnCallSnapshot =>
      JSON.parse(JSON.stringify(snapshot), (key, one: unknown) => {
        const kind = typeof one === 'object' && one !== null && 'kind' in one ? one.kind : null
        if (key === 'rule' && (kind === 'yearly' || String(kind).startsWith('monthly')))
          return { kind: 'daily', every: 2 }
        return one === 'months' ? 'weeks' : one
      }) as OnCallSnapshot
    const to = shifted(from, 1)
    fc.assert(
      fc.property(
        aRandomSnapshot(instantMs(from), ['UTC']).map(withoutMonths),
        fc.integer({ min: -200, max: 1500 }),
        (snapshot, weeks) => {
          const moved = shift(snapshot, weeks)
          for (const { key } of snapshot.escalationPolicies) {
            const window = { from: shifted(from, weeks), to: shifted(to, weeks) }
            expect(renderEscalation(moved, key, window)).toEqual(
              shift(renderEscalation(snapshot, key, { from, to }), weeks),
            )
          }
        },
      ),
      { numRuns: runs(60) },
    )
  })
})
