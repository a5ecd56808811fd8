import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameJson } from '../../src/schedule/index.ts'
import { runs } from './support/runs.ts'

/** Of few values, so that two are often the same or nearly so. */
const { aValue } = fc.letrec<{ aValue: unknown; aLeaf: unknown; anObject: unknown }>((tie) => ({
  aLeaf: fc.constantFrom<unknown>(null, true, false, 0, 1, '', 'a', '1'),
  anObject: fc.dictionary(fc.constantFrom('a', 'b', 'toString'), fc.oneof(tie('aValue'), fc.constant(undefined)), {
    maxKeys: 3,
  }),
  aValue: fc.oneof({ maxDepth: 3 }, { weight: 2, arbitrary: tie('aLeaf') }, fc.array(tie('aValue'), { maxLength: 3 }), {
    weight: 2,
    arbitrary: tie('anObject'),
  }),
}))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One text for all that is the same. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    isObject(one)
      ? Object.fromEntries(
          Object.keys(one)
            .sort()
            .map((key) => [key, one[key]]),
        )
      : one,
  )

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, reversed(one)]),
  )
}

describe('isSameJson', () => {
  it('tells whether two values are written the same once their keys are sorted', () => {
    fc.assert(
      fc.property(aValue, aValue, (a, b) => {
        expect(isSameJson(a, b)).toBe(written(a) === written(b))
        expect(isSameJson([0, a, 0], [0, b, 0])).toBe(written(a) === written(b))
        expect(isSameJson([a, b], [reversed(a), b])).toBe(true)
        expect(isSameJson({ a, b }, { b: reversed(b), a })).toBe(true)
        expect(isSameJson([a], [a, b])).toBe(false)
        expect(isSameJson([a, b], [a])).toBe(false)
        expect(isSameJson({ a }, { a, b: undefined })).toBe(true)
        expect(isSameJson({ a, b: undefined }, { a })).toBe(true)
        expect(isSameJson({ a }, { b: a })).toBe(false)
        expect(isSameJson({ a }, { a, b })).toBe(false)
        expect(isSameJson([], {})).toBe(false)
      }),
      { numRuns: runs(500) },
    )
  })

  it('does not take what every object inherits for a key of one', () => {
    expect(isSameJson(JSON.parse('{"__proto__":{}}'), { b: 1 })).toBe(false)
    expect(isSameJson({ b: 1 }, JSON.parse('{"__proto__":{}}'))).toBe(false)
  })
})
