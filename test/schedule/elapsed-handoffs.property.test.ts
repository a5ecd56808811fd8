import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Handoff } from '../../src/model/index.ts'
import { elapsedHandoffs } from '../../src/schedule/elapsed-handoffs.ts'
import { handoffDistance } from '../../src/schedule/index.ts'
import { getZone } from '../../src/time/index.ts'
import { aRotation } from './support/builders.ts'
import { runs } from './support/runs.ts'
import { toInstantMs } from './support/wall-instants.ts'
import { handoffWallMs } from './support/walk-rotation.ts'
import { zonesThatAgree } from './support/zones-that-agree.ts'

type Elapsed = Extract<Handoff, { kind: 'elapsed' }>

const zones = zonesThatAgree(
  ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'],
  '2020-01-01T00:00:00Z',
  '2044-01-01T00:00:00Z',
)
const hourMs = 3_600_000
const hoursOf = { hours: 1, days: 24, weeks: 168, months: 730 }
/** Ends of months and hours that are skipped or repeated come up often. */
const anAnchor = fc
  .record({
    month: fc.constantFrom('2024-01', '2024-03', '2025-10', '2025-12', '2026-01'),
    day: fc.constantFrom('01', '08', '28', '30', '31'),
    clock: fc.constantFrom('00:00:00', '01:30:00', '02:30:00', '09:00:00'),
  })
  .map(({ month, day, clock }) => `${month}-${day}T${clock}`)
const aHandoff: fc.Arbitrary<Elapsed> = fc.record({
  kind: fc.constant('elapsed'),
  anchorWall: anAnchor,
  firstIndex: fc.nat(3),
  every: fc.integer({ min: 1, max: 4 }),
  unit: fc.constantFrom('hours', 'days', 'weeks', 'months'),
  midOccurrence: fc.constant('both'),
})

describe('handoffs by time', () => {
  it('are counted as one counts them, in any order', () => {
    const aCase = fc.record({
      handoff: aHandoff,
      timeZone: fc.constantFrom(...zones),
      disambiguation: fc.constantFrom(
        'compatible' as const,
        'earlier' as const,
        'later' as const,
        'first-valid' as const,
      ),
      asked: fc.array(fc.record({ number: fc.nat(45), byHours: fc.constantFrom(-30, -1, 0, 0, 1, 30) }), {
        minLength: 1,
      }),
    })
    fc.assert(
      fc.property(aCase, ({ handoff, timeZone, disambiguation, asked }) => {
        const [counted, followed] = [1, 2].map(() => elapsedHandoffs(handoff, getZone(timeZone), disambiguation))
        const instants = Array.from({ length: 120 }, (_, at) =>
          toInstantMs(handoffWallMs(handoff, at + 1), timeZone, disambiguation),
        )
        for (const { number, byHours } of asked) {
          const at = (instants[number] ?? 0) + byHours * hourMs
          expect(counted?.countBy(at)).toBe(instants.filter((one) => one <= at).length)
          expect(followed?.nextAfter(at)).toBe(instants.find((one) => one > at))
        }
      }),
      { numRuns: runs(150) },
    )
  })

  it('are as far apart in two tellings as the numbers of those that coincide', () => {
    const aCase = aHandoff.chain((earlier) =>
      fc.record({
        earlier: fc.constant(earlier),
        // Often moved on by whole intervals, now and then by something else.
        later: fc
          .record({
            steps: fc.integer({ min: -2, max: 14 }),
            byHours: fc.constantFrom(0, 0, 0, 1, 24, hoursOf[earlier.unit] * earlier.every),
            firstIndex: fc.nat(3),
          })
          .map(({ steps, byHours, firstIndex }): Elapsed => {
            const anchorMs = handoffWallMs({ ...earlier, firstIndex: 0 }, 1 + steps) + byHours * hourMs
            return { ...earlier, firstIndex, anchorWall: new Date(anchorMs).toISOString().slice(0, 19) }
          }),
      }),
    )
    fc.assert(
      fc.property(aCase, ({ earlier, later }) => {
        const wallsOf = (handoff: Elapsed, count: number): number[] =>
          Array.from({ length: count }, (_, at) => handoffWallMs(handoff, at + 1))
        // Five years of months, so that every one of them is looked at.
        const [ofEarlier, ofLater] = [wallsOf(earlier, 120), wallsOf(later, 60)]
        const distances = [...ofEarlier.keys()].slice(0, 60)
        const found = distances.find((distance) => ofLater.every((wall, at) => wall === ofEarlier[distance + at]))
        expect(handoffDistance(aRotation({ handoff: earlier }), aRotation({ handoff: later }))).toBe(found ?? null)
      }),
      { numRuns: runs(200) },
    )
  })
})
