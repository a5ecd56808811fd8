import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recurrence } from '../../src/model/index.ts'
import { renderEscalation, renderSchedule, rotationOccurrenceTimes } from '../../src/schedule/index.ts'
import { getZone, listTimeZones } from '../../src/time/index.ts'
import { aRotation, aSnapshot, oneSlot } from './support/builders.ts'
import { runs } from './support/runs.ts'

const window = { from: '2020-01-01T00:00:00Z', to: '2041-01-01T00:00:00Z' }
const [fromMs, toMs] = [Date.parse(window.from), Date.parse(window.to)]
const zones = listTimeZones()
/** One zone for each sequence of offsets in the window, and with a little room around it. */
const differentZones = [
  ...new Map(
    zones.map((id) => {
      const before = fromMs - 60 * 86_400_000
      const changes = getZone(id).nextTransitions(before, 100)
      return [JSON.stringify([getZone(id).offsetMsAt(before), changes.filter(({ at }) => at <= toMs)]), id]
    }),
  ).values(),
]
const clocks = ['00:00', '00:30', '01:00', '02:00', '02:30', '03:00', '23:30'] as const
const disambiguations = ['compatible', 'earlier', 'later', 'first-valid'] as const

const daily = (clock: string, until: string, disambiguation: Recurrence['disambiguation']): Partial<Recurrence> => ({
  startsAtWall: `2019-12-01T${clock}:00`,
  endsAtWall: `2019-12-${until > clock ? '01' : '02'}T${until}:00`,
  disambiguation,
})

describe('duty around the clock', () => {
  it.each(disambiguations)('has no gap and no overlap in any zone from 2020 to 2040, with %s', (disambiguation) => {
    for (const timeZone of differentZones) {
      for (const clock of clocks) {
        const rotation = aRotation({ timeZone, recurrence: daily(clock, clock, disambiguation) })
        const { length, starts, ends } = rotationOccurrenceTimes(rotation, fromMs, toMs)
        const broken = starts.subarray(1, length).findIndex((start, at) => start !== ends[at])
        const isWhole = (starts[0] ?? toMs) <= fromMs && (ends[length - 1] ?? fromMs) >= toMs
        expect({ timeZone, clock, broken, isWhole }).toEqual({ timeZone, clock, broken: -1, isWhole: true })
      }
    }
  })

  it('has no gap and no overlap between two who take turns', () => {
    const aCase = fc.record({
      timeZone: fc.constantFrom(...zones),
      clock: fc.constantFrom(...clocks),
      disambiguation: fc.constantFrom(...disambiguations),
    })
    fc.assert(
      fc.property(aCase, ({ timeZone, clock, disambiguation }) => {
        const handoff = { kind: 'occurrences', firstStart: '2020-01-01T00:00:00Z', every: 1 } as const
        const recurrence = daily(clock, clock, disambiguation)
        const rotation = aRotation({ timeZone, recurrence, handoff, holders: ['ada', 'bo'] })
        const rendered = renderSchedule(oneSlot(rotation), 'group:ops', window)
        expect(rendered.length).toBeGreaterThan(7600)
        expect([rendered[0]?.start, rendered.at(-1)?.end]).toEqual([window.from, window.to])
        for (const [index, { start, userKeys }] of rendered.entries()) {
          if (userKeys.length !== 1 || (index > 0 && rendered[index - 1]?.end !== start)) {
            expect.fail(`${timeZone} ${clock} ${disambiguation}: gap or overlap at ${start}`)
          }
        }
      }),
      { numRuns: runs(10) },
    )
  })

  it('has no gap and no overlap between three shifts of a day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.constantFrom(...disambiguations), (timeZone, disambiguation) => {
        const times = ['02:30', '10:00', '18:00']
        const slots = times.map((clock, index) => ({
          offset: 0,
          rotation: aRotation({
            key: `shift:${index}/slot:1`,
            holders: [`person-${index}`],
            timeZone,
            recurrence: daily(clock, times[(index + 1) % 3] ?? '', disambiguation),
          }),
        }))
        const rendered = renderEscalation(aSnapshot([{ slots }]), 'group:ops', window)
        expect(rendered.every(({ levels }) => levels[0]?.userKeys.length === 1)).toBe(true)
        expect(rendered.slice(1).filter(({ start }, index) => rendered[index]?.end !== start)).toEqual([])
        expect([rendered[0]?.start, rendered.at(-1)?.end]).toEqual([window.from, window.to])
      }),
      { numRuns: runs(10) },
    )
  })
})
