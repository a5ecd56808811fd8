import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilFromDays, dayMs, daysFromCivil, daysInMonth, isLeapYear, weekdayOfDays } from '../../src/time/index.ts'

describe('civil dates', () => {
  it('counts days from 1970', () => {
    expect(daysFromCivil(1970, 1, 1)).toBe(0)
    expect(daysFromCivil(1969, 12, 31)).toBe(-1)
    expect(daysFromCivil(2000, 2, 29)).toBe(11_016)
  })

  it('agrees with the platform on every day of eight centuries, both ways', () => {
    const last = daysFromCivil(2400, 1, 1)
    for (let days = daysFromCivil(1600, 1, 1); days < last; days++) {
      const date = new Date(days * dayMs)
      const { year, month, day } = civilFromDays(days)
      const same = year === date.getUTCFullYear() && month === date.getUTCMonth() + 1 && day === date.getUTCDate()
      if (!same || daysFromCivil(year, month, day) !== days || weekdayOfDays(days) !== date.getUTCDay()) {
        expect.fail(`day ${days} came out as ${year}-${month}-${day}`)
      }
    }
  })

  it('agrees with the platform long ago and far ahead, with months that count on into other years', () => {
    const year = fc.integer({ min: -1990, max: 9999 })
    fc.assert(
      fc.property(year, fc.integer({ min: -30, max: 40 }), fc.integer({ min: 1, max: 31 }), (inYear, month, day) => {
        const date = new Date(0)
        const daysOf = (...fields: [number, number, number]): number => date.setUTCFullYear(...fields) / dayMs
        expect(daysInMonth(inYear, month)).toBe(daysOf(inYear, month, 1) - daysOf(inYear, month - 1, 1))
        const days = daysOf(inYear, month - 1, day)
        expect(daysFromCivil(inYear, month, day)).toBe(days)
        const fields = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
        expect(civilFromDays(days)).toEqual(fields)
        expect(weekdayOfDays(days)).toBe(date.getUTCDay())
      }),
      { numRuns: 1000 },
    )
  })

  it('carries months into other years', () => {
    expect(daysFromCivil(2026, 14, 1)).toBe(daysFromCivil(2027, 2, 1))
    expect(daysFromCivil(2026, 0, 1)).toBe(daysFromCivil(2025, 12, 1))
    expect(daysFromCivil(2026, -12, 1)).toBe(daysFromCivil(2024, 12, 1))
  })

  it('knows leap years and the length of months', () => {
    expect([1900, 2000, 2023, 2024, 2100].filter(isLeapYear)).toEqual([2000, 2024])
    expect([1, 2, 4, 12].map((month) => daysInMonth(2024, month))).toEqual([31, 29, 30, 31])
    expect(daysInMonth(2026, 14)).toBe(28)
  })
})
