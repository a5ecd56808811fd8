import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleDays } from '../../src/schedule/rule-days.ts'
import { anyRule } from './support/random-snapshot.ts'
import { runs } from './support/runs.ts'
import { isGiven } from './support/walk-occurrences.ts'

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000
const aFirstDay = fc.oneof(
  fc.constantFrom(...['1899-12-31', '2000-02-29', '2023-03-01', '2024-02-29', '2027-01-30', '2096-02-28'].map(dayOf)),
  fc.integer({ min: dayOf('1890-01-01'), max: dayOf('2110-01-01') }),
)
/** No rule that fires at all takes longer: 29 February around 1900. */
const dayCount = 9 * 366

describe('the dates of a rule', () => {
  it('are those that each day by itself is asked for, in any order', () => {
    fc.assert(
      fc.property(anyRule, aFirstDay, fc.nat(400), (rule, firstDay, skipped) => {
        const days = ruleDays(rule, firstDay)
        const given: number[] = []
        const misnumbered: number[] = []
        for (let day = firstDay - 40; day < firstDay + dayCount; day++) {
          const isOne = day >= firstDay && isGiven(rule, day, firstDay)
          if ((isOne || day % 97 === 0) && days.indexFrom(day) !== given.length) misnumbered.push(day)
          if (isOne) given.push(day)
        }
        expect(misnumbered).toEqual([])
        expect(days.size).toBe(given.length === 0 ? 0 : rule.kind === 'once' ? 1 : Infinity)
        const places = [...given.keys()]
        expect(places.map((index) => days.dayAt(index))).toEqual(given)
        expect(places.toReversed().map((index) => days.dayAt(index))).toEqual(given.toReversed())
        const column = new Float64Array(given.length)
        const filled = given.slice(skipped)
        days.fill(skipped, filled.length, column)
        expect([...column]).toEqual([...filled, ...Array<number>(given.length - filled.length).fill(0)])
      }),
      { numRuns: runs(150) },
    )
  })
})
