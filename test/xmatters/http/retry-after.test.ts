import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '../../../src/xmatters/http/retry-after.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const read = (value: string, date?: string): number | null =>
  readRetryAfter(new Headers({ 'retry-after': value, ...(date === undefined ? {} : { date }) }), now)

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['7', 7000],
    ['1.5', 1500],
    [' 30 ', 30_000],
    ['Mon, 23 Nov 2026 12:00:09 GMT', 9000],
    ['Monday, 23-Nov-26 12:00:09 GMT', 9000],
    ['Mon Nov 23 12:00:09 2026', 9000],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
  ])('%s is %d ms', (value, expected) => {
    expect(read(value)).toBe(expected)
  })

  it.each(['', 'soon', '-1', '1e3', '2026-11-23T12:00:09Z', 'Mon, 45 Foo 2026', '99999999999'])(
    '%j says nothing',
    (value) => {
      expect(read(value)).toBeNull()
    },
  )

  it('is counted from the clock of the server that names a date', () => {
    expect(read('Mon, 23 Nov 2026 09:00:05 GMT', 'Mon, 23 Nov 2026 09:00:00 GMT')).toBe(5000)
  })
})
