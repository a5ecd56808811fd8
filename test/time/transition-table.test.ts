import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildTransitionTable, createCounter } from '../../src/time/transition-table.ts'

const firstMs = 0
const hourMs = 3_600_000

describe('createCounter', () => {
  const instant = fc.oneof(
    fc.integer({ min: firstMs, max: Date.UTC(2700, 0, 1) }),
    // Some close together, some on the boundaries of whatever the counter divides time into.
    fc.integer({ min: 0, max: 2000 }).map((hours) => firstMs + hours * hourMs),
    fc.integer({ min: 0, max: 40 }).map((bucket) => firstMs + bucket * 2 ** 31),
  )

  it('counts what is at or below a value, as counting one by one does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(instant, { maxLength: 12 }), fc.array(instant), (list, others) => {
        const sorted = list.toSorted((a, b) => a - b)
        const count = createCounter(Float64Array.from(sorted))
        const near = sorted.flatMap((at) => [at - 1, at, at + 1])
        for (const value of [...near, ...others, firstMs - 1, -8.64e15, 8.64e15]) {
          const expected = sorted.filter((at) => at <= value).length
          expect([value, count(value)]).toEqual([value, expected])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('counts a first entry that lies just before 1970', () => {
    const count = createCounter(Float64Array.of(firstMs - 5 * hourMs, firstMs + hourMs))
    const ats = [-6, -5, -4, 0, 1, 2].map((hours) => firstMs + hours * hourMs)
    expect(ats.map(count)).toEqual([0, 1, 1, 1, 2, 2])
  })

  it('counts nothing in nothing', () => {
    expect(createCounter(new Float64Array())(Infinity)).toBe(0)
  })
})

describe('buildTransitionTable', () => {
  it('takes the written changes, then those of the rule, from its first year to the last that was asked for', () => {
    const date = { kind: 'julian' as const, seconds: 7200 }
    const changes = { start: { ...date, day: 100 }, end: { ...date, day: 200 } }
    const daylight = { name: 'BBB', offsetMs: 2 * hourMs, changes }
    const rule = { standardName: 'AAA', standardOffsetMs: hourMs, daylight }
    const at = Date.UTC(2003, 5, 1)
    const rules = {
      initialOffsetMs: 5 * hourMs,
      changes: [{ at, offsetAfterMs: hourMs }],
      rule,
      ruleFromYear: 2010,
    }
    const table = buildTransitionTable(rules, 2011)
    expect([...table.at]).toEqual([
      at,
      Date.UTC(2010, 3, 10, 1),
      Date.UTC(2010, 6, 19, 0),
      Date.UTC(2011, 3, 10, 1),
      Date.UTC(2011, 6, 19, 0),
    ])
    expect([...table.offsets].map((offset) => offset / hourMs)).toEqual([5, 1, 2, 1, 2, 1])
    // With the larger of both offsets: the wall clock has reached it in either reading.
    expect([...table.wallKeys].map((key, index) => (key - (table.at[index] ?? 0)) / hourMs)).toEqual([5, 2, 2, 2, 2])
    expect(buildTransitionTable({ ...rules, rule: null }, 2011).at).toHaveLength(1)
  })
})
