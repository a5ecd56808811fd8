import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf } from '../../src/sync/index.ts'

describe('digestOf', () => {
  it("is the runtime's own sha-256 of the canonical JSON, whatever the length and the characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(digestOf(text)).toBe(createHash('sha256').update(JSON.stringify(text)).digest('hex'))
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same for a value with a long list, which is read piece by piece', () => {
    const long = {
      z: [],
      list: Array.from({ length: 1500 }, (_, nth) => ({ nth, text: 'ä'.repeat(50) })),
      a: undefined,
    }
    expect(digestOf(long)).toBe(createHash('sha256').update(canonicalJson(long)).digest('hex'))
    expect(digestOf([long.list])).toBe(
      createHash('sha256')
        .update(canonicalJson([long.list]))
        .digest('hex'),
    )
  })

  it('does not depend on the order of keys, nor on keys without a value', () => {
    expect(digestOf({ b: [{ d: 1, c: null }], a: undefined })).toBe(digestOf({ b: [{ c: null, d: 1 }] }))
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]))
  })
})

describe('canonicalJson', () => {
  it('is JSON for the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 1000 },
    )
  })
})
