import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleSpans, type Spans } from '../../src/schedule/spans.ts'
import { sweep } from '../../src/schedule/sweep.ts'
import { runs } from './support/runs.ts'

const aStretch = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
const aLane = fc
  .array(aStretch, { maxLength: 6 })
  .map((stretches) => settleSpans(stretches.flatMap(([start, length]) => [start, start + length])))

const swept = (lanes: readonly Spans[]): string[] => {
  const told: string[] = []
  sweep(
    lanes,
    (on) => on.join(),
    (start, end, on) => told.push(`${start}-${end} ${on}`),
  )
  return told
}

/** Asks each unit of time which lanes are on. */
const walked = (lanes: readonly Spans[]): string[] => {
  const isOn = (spans: Spans, time: number): boolean =>
    spans.some((start, at) => at % 2 === 0 && start <= time && time < (spans[at + 1] ?? 0))
  const told: { start: number; end: number; on: string }[] = []
  for (let time = 0; time < 60; time++) {
    const on = [...lanes.keys()].filter((lane) => isOn(lanes[lane] ?? [], time)).join()
    const last = told.at(-1)
    if (last?.end === time && last.on === on) last.end++
    else if (on !== '') told.push({ start: time, end: time + 1, on })
  }
  return told.map(({ start, end, on }) => `${start}-${end} ${on}`)
}

describe('sweep', () => {
  it.each([
    ['a few', 0, 8],
    ['as many as a mask holds', 29, 33],
    ['many', 60, 70],
  ])('tells what is on in between for %s lanes', (_, minLength, maxLength) => {
    fc.assert(
      fc.property(fc.array(aLane, { minLength, maxLength }), (lanes) => {
        expect(swept(lanes)).toEqual(walked(lanes))
      }),
      { numRuns: runs(100) },
    )
  })

  it('describes equal lanes once', () => {
    let count = 0
    sweep(
      [
        [0, 1, 2, 3, 4, 5],
        [2, 3, 6, 7],
      ],
      () => count++,
      () => {},
    )
    expect(count).toBe(3)
  })
})
