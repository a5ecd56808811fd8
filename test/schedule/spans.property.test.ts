import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addSpan,
  intersectSpans,
  invertSpans,
  joinSpans,
  lengthMs,
  settleSpans,
  type Spans,
  subtractSpans,
  uniteSpans,
} from '../../src/schedule/spans.ts'
import { runs } from './support/runs.ts'

const [least, most] = [-20, 40]
const everyUnit = Array.from({ length: most - least }, (_, index) => least + index)
const aStretch = fc
  .tuple(fc.integer({ min: least, max: most - 1 }), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]): [number, number] => [start, Math.min(start + length, most)])
/** In any order, overlapping or not. */
const anyStretches = fc.array(aStretch, { maxLength: 7 })

const unitsOf = (spans: Spans): Set<number> =>
  new Set(
    everyUnit.filter((unit) => spans.some((start, at) => at % 2 === 0 && start <= unit && unit < (spans[at + 1] ?? 0))),
  )

/** The settled spans of the units that pass. */
const spansWhere = (isOn: (unit: number) => boolean): Spans => {
  const edges = [...everyUnit, most].filter((unit) => {
    const [before, now] = [unit > least && isOn(unit - 1), unit < most && isOn(unit)]
    return before !== now
  })
  return edges
}
const settledOf = (spans: Spans): Spans => {
  const units = unitsOf(spans)
  return spansWhere((unit) => units.has(unit))
}
const settled = anyStretches.map((stretches) => settledOf(stretches.flat()))
const rounds = { numRuns: runs(150) }

describe('spans', () => {
  it('grow by a stretch that begins in the last one or where it ends', () => {
    const added = (spans: Spans, start: number, end: number): Spans => {
      addSpan(spans, start, end)
      return spans
    }
    expect(added([], 0, 2)).toEqual([0, 2])
    expect(added([0, 5], 5, 7)).toEqual([0, 7])
    expect(added([0, 5], 0, 7)).toEqual([0, 7])
    expect(added([0, 5], 1, 3)).toEqual([0, 5])
    expect(added([0, 5], 6, 7)).toEqual([0, 5, 6, 7])
    expect(added([3, 5], 2, 4)).toEqual([3, 5, 2, 4])
  })

  it('settle to the same time, ascending, without two that touch', () => {
    fc.assert(
      fc.property(anyStretches, (stretches) => {
        const spans: Spans = []
        for (const [start, end] of stretches) addSpan(spans, start, end)
        expect(unitsOf(spans)).toEqual(unitsOf(stretches.flat()))
        expect(settleSpans(spans)).toEqual(settledOf(stretches.flat()))
        expect(settleSpans(stretches.flat())).toEqual(settledOf(stretches.flat()))
      }),
      rounds,
    )
    const spans = [0, 2, 3, 4]
    expect(settleSpans(spans)).toBe(spans)
    expect(settleSpans([0, 2, 2, 4])).toEqual([0, 4])
  })

  it('unite, join, intersect, subtract and measure as units of time do', () => {
    fc.assert(
      fc.property(settled, settled, settled, (a, b, c) => {
        const [inA, inB, inC] = [unitsOf(a), unitsOf(b), unitsOf(c)]
        expect(uniteSpans([])).toEqual([])
        expect(uniteSpans([a])).toEqual(a)
        expect(uniteSpans([a, b, c])).toEqual(spansWhere((unit) => inA.has(unit) || inB.has(unit) || inC.has(unit)))
        expect(joinSpans(a, b)).toEqual(spansWhere((unit) => inA.has(unit) || inB.has(unit)))
        expect(intersectSpans(a, b)).toEqual(spansWhere((unit) => inA.has(unit) && inB.has(unit)))
        expect(subtractSpans(a, b)).toEqual(spansWhere((unit) => inA.has(unit) && !inB.has(unit)))
        expect(lengthMs(a)).toBe(inA.size)
      }),
      rounds,
    )
  })

  it('leave the rest of a window free', () => {
    fc.assert(
      fc.property(settled, aStretch, (spans, [from, to]) => {
        const inside = intersectSpans(spans, [from, to])
        const busy = unitsOf(spans)
        expect(invertSpans(inside, from, to)).toEqual(
          spansWhere((unit) => from <= unit && unit < to && !busy.has(unit)),
        )
      }),
      rounds,
    )
  })
})
