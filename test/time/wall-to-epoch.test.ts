import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Disambiguation, formatInstant, wallToEpochMs, WallTimeError } from '../../src/time/index.ts'

interface DstCase {
  readonly zone: string
  readonly local: string
  readonly kind: 'plain' | 'gap' | 'overlap'
  readonly utc?: string
  readonly compatible?: string
  readonly earlier?: string
  readonly later?: string
  readonly firstValid?: string
}

const data = process.env['XMATTERS_SYNC_DATA'] ?? ''
const casesPath = `${data}/timezones/dst-cases.jsonl`

describe('wallToEpochMs', () => {
  const instant = (wall: string, zone: string, disambiguation?: Disambiguation): string =>
    formatInstant(wallToEpochMs(wall, zone, disambiguation === undefined ? {} : { disambiguation }))

  it('keeps 09:00 in New York across the March change', () => {
    expect(instant('2026-03-07T09:00', 'America/New_York')).toBe('2026-03-07T14:00:00Z')
    expect(instant('2026-03-08T09:00', 'America/New_York')).toBe('2026-03-08T13:00:00Z')
  })

  it('reads a skipped time in five ways', () => {
    const skipped = (disambiguation?: Disambiguation) => instant('2026-03-08T02:30', 'America/New_York', disambiguation)
    expect(skipped()).toBe('2026-03-08T07:30:00Z')
    expect(skipped('compatible')).toBe('2026-03-08T07:30:00Z')
    expect(skipped('later')).toBe('2026-03-08T07:30:00Z')
    expect(skipped('earlier')).toBe('2026-03-08T06:30:00Z')
    expect(skipped('first-valid')).toBe('2026-03-08T07:00:00Z')
    expect(() => skipped('reject')).toThrow(expect.objectContaining({ code: 'nonexistent-wall-time' }))
    expect(() => skipped('reject')).toThrow('2026-03-08T02:30:00 is skipped in America/New_York.')
  })

  it('refuses what is no disambiguation, no zone or no wall-clock time', () => {
    const invalid = expect.objectContaining({ code: 'invalid-argument' })
    expect(() => instant('2026-03-07T09:00', 'America/New_York', 'sooner' as never)).toThrow(invalid)
    expect(() => instant('2026-03-07T09:00', 'America/New_York', 'sooner' as never)).toThrow(/compatible, earlier/)
    expect(() => instant('9 am', 'America/New_York')).toThrow('Expected a wall-clock time such as')
    for (const zone of [null, undefined, 5]) {
      expect(() => instant('2026-03-07T09:00', zone as never)).toThrow(
        expect.objectContaining({ code: 'unknown-time-zone' }),
      )
    }
  })

  it('reads a repeated time in five ways', () => {
    const repeated = (disambiguation?: Disambiguation) =>
      instant('2026-11-01T01:30', 'America/New_York', disambiguation)
    expect(repeated()).toBe('2026-11-01T05:30:00Z')
    expect(repeated('compatible')).toBe('2026-11-01T05:30:00Z')
    expect(repeated('earlier')).toBe('2026-11-01T05:30:00Z')
    expect(repeated('first-valid')).toBe('2026-11-01T05:30:00Z')
    expect(repeated('later')).toBe('2026-11-01T06:30:00Z')
    expect(() => repeated('reject')).toThrow(WallTimeError)
    expect(() => repeated('reject')).toThrow(expect.objectContaining({ code: 'ambiguous-wall-time' }))
    expect(() => repeated('reject')).toThrow('2026-11-01T01:30:00 happens twice in America/New_York.')
  })

  it.skipIf(!existsSync(casesPath))('agrees with every recorded case (needs XMATTERS_SYNC_DATA)', () => {
    const cases: DstCase[] = readFileSync(casesPath, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(cases.length).toBeGreaterThan(800)
    for (const { zone, local, kind, utc, compatible, earlier, later, firstValid } of cases) {
      const expected =
        kind === 'plain' ? [utc, utc, utc, utc] : [compatible, earlier, later, kind === 'gap' ? firstValid : earlier]
      const modes = ['compatible', 'earlier', 'later', 'first-valid'] as const
      expect([zone, local, ...modes.map((mode) => instant(local, zone, mode))]).toEqual([zone, local, ...expected])
      if (kind === 'plain') expect(instant(local, zone, 'reject')).toBe(utc)
      else expect(() => instant(local, zone, 'reject')).toThrow(WallTimeError)
    }
  })
})
