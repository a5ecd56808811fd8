import { describe, expect, it } from 'vitest'
import { instantText } from '../../src/schedule/instant-text.ts'
import { formatInstant } from '../../src/time/index.ts'

describe('the text of an instant', () => {
  it('is the same as if it were written for the first time', () => {
    const differing: number[] = []
    // Long enough to overflow what is kept, and back again, and with every minute of the day.
    for (let number = 0; number < 115_000; number++) {
      const epochMs = Date.UTC(1969, 11, 1) + (number % 105_000) * 7 * 60_000
      if (instantText(epochMs) !== formatInstant(epochMs)) differing.push(epochMs)
    }
    for (const part of [1, 999, 1000, 59_999]) {
      for (const epochMs of [part, -part, Date.UTC(2026, 0, 5) + part]) {
        if (instantText(epochMs) !== formatInstant(epochMs)) differing.push(epochMs)
      }
    }
    expect(differing).toEqual([])
    expect(instantText(Date.UTC(2026, 10, 23, 9, 5))).toBe('2026-11-23T09:05:00Z')
  })
})
