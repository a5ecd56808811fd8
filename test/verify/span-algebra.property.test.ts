import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSpans, sharedMs, spansMs } from '../../src/verify/duty.ts'
import { subtractSpans, unionSpans } from '../../src/verify/span-algebra.ts'

const someSpans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
  .map((pairs) => pairs.flatMap(([start, length]) => [start, start + length]))

const points = (spans: readonly number[]) => {
  const set = new Set<number>()
  for (let i = 0; i < spans.length; i += 2) for (let ms = spans[i] ?? 0; ms < (spans[i + 1] ?? 0); ms++) set.add(ms)
  return set
}

describe('spans', () => {
  it('behave like sets of instants', () => {
    fc.assert(
      fc.property(someSpans, someSpans, (first, second) => {
        const [a, b] = [mergeSpans(first), mergeSpans(second)]
        expect(points(a)).toEqual(points(first))
        expect(spansMs(a)).toBe(points(first).size)
        expect(sharedMs(a, b)).toBe([...points(first)].filter((ms) => points(second).has(ms)).length)
        expect(points(subtractSpans(a, b))).toEqual(new Set([...points(first)].filter((ms) => !points(second).has(ms))))
        expect(points(unionSpans([first, second]))).toEqual(points([...a, ...b]))
        for (let i = 2; i < a.length; i += 2) expect(a[i]).toBeGreaterThan(a[i - 1] ?? 0)
      }),
    )
  })
})
