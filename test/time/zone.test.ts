import { describe, expect, it } from 'vitest'
import {
  formatInstant,
  getZone,
  listTimeZones,
  nextTransitions,
  parseInstant,
  parseWall,
  UnknownTimeZoneError,
} from '../../src/time/index.ts'

const changes = (zone: string, from: string, count: number): string[] =>
  nextTransitions(zone, parseInstant(from), count).map(
    ({ at, offsetBeforeMs, offsetAfterMs }) =>
      `${formatInstant(at)} ${offsetBeforeMs / 60_000} to ${offsetAfterMs / 60_000}`,
  )

describe('getZone', () => {
  it('takes every IANA name in any case and names the primary one', () => {
    expect(getZone('US/Pacific').id).toBe('America/Los_Angeles')
    expect(getZone('asia/CALCUTTA').id).toBe('Asia/Kolkata')
    expect(getZone('Etc/UTC').id).toBe('UTC')
  })

  it('gives the same clock for the same zone', () => {
    expect(getZone('Asia/Calcutta')).toBe(getZone('Asia/Kolkata'))
  })

  it.each(['Mars/Olympus_Mons', '', '__proto__', 'constructor', 'IST', 'EST6', '+05:30', 'A'.repeat(1_000_000)])(
    'refuses %.20s by code',
    (name) => {
      expect(() => getZone(name)).toThrow(UnknownTimeZoneError)
      expect(() => getZone(name)).toThrow(expect.objectContaining({ code: 'unknown-time-zone' }))
    },
  )

  it('names what it does not know, up to sixty characters of it', () => {
    expect(() => getZone('M'.repeat(60))).toThrow(`is named "${'M'.repeat(60)}";`)
    expect(() => getZone('M'.repeat(61))).toThrow(`is named "${'M'.repeat(60)}...";`)
    expect(() => getZone('Mars')).toThrow(expect.objectContaining({ zone: 'Mars' }))
  })

  it('reads Etc/GMT+5 as five hours behind', () => {
    expect(getZone('Etc/GMT+5').offsetMsAt(0)).toBe(-5 * 3_600_000)
    expect(getZone('Etc/GMT-14').epochToLocal(0)).toBe(14 * 3_600_000)
    expect(nextTransitions('Etc/GMT+5', 0, 3)).toEqual([])
  })

  it('holds 418 places, UTC and 26 fixed offsets', () => {
    expect(listTimeZones()).toHaveLength(445)
  })
})

describe('nextTransitions', () => {
  it('knows the rules of 2026: Vancouver stays on summer time', () => {
    expect(changes('America/Vancouver', '2026-01-01T00:00:00Z', 5)).toEqual(['2026-03-08T10:00:00Z -480 to -420'])
  })

  it('moves Lord Howe by half an hour', () => {
    expect(changes('Australia/Lord_Howe', '2026-01-01T00:00:00Z', 2)).toEqual([
      '2026-04-04T15:00:00Z 660 to 630',
      '2026-10-03T15:30:00Z 630 to 660',
    ])
  })

  it('moves Dublin, whose rule calls winter the odd time out', () => {
    expect(changes('Europe/Dublin', '2050-01-01T00:00:00Z', 2)).toEqual([
      '2050-03-27T01:00:00Z 0 to 60',
      '2050-10-30T01:00:00Z 60 to 0',
    ])
  })

  it('moves Troll by two hours', () => {
    expect(changes('Antarctica/Troll', '2026-01-01T00:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00Z 0 to 120',
      '2026-10-25T01:00:00Z 120 to 0',
    ])
  })

  it('changes Nuuk at an hour before midnight of the day its rule names', () => {
    expect(changes('America/Nuuk', '2041-01-01T00:00:00Z', 2)).toEqual([
      '2041-03-31T01:00:00Z -120 to -60',
      '2041-10-27T01:00:00Z -60 to -120',
    ])
  })

  it('changes Easter Island together with Santiago', () => {
    const at = (zone: string): number[] =>
      nextTransitions(zone, parseInstant('2060-01-01T00:00:00Z'), 6).map((c) => c.at)
    expect(at('Pacific/Easter')).toEqual(at('America/Santiago'))
    expect(formatInstant(at('America/Santiago')[0] ?? 0)).toBe('2060-04-04T03:00:00Z')
  })

  it('changes Gaza after the fiftieth hour of a Thursday', () => {
    expect(changes('Asia/Gaza', '2090-01-01T00:00:00Z', 2)).toEqual([
      '2090-03-25T00:00:00Z 120 to 180',
      '2090-10-27T23:00:00Z 180 to 120',
    ])
  })

  it('skips a day in Samoa', () => {
    expect(changes('Pacific/Apia', '2011-12-01T00:00:00Z', 1)).toEqual(['2011-12-30T10:00:00Z -600 to 840'])
    const zone = getZone('Pacific/Apia')
    expect(formatInstant(zone.localToEpoch(parseWall('2011-12-30T12:00'), 'compatible'))).toBe('2011-12-30T22:00:00Z')
    expect(formatInstant(zone.localToEpoch(parseWall('2011-12-30T12:00'), 'first-valid'))).toBe('2011-12-30T10:00:00Z')
  })

  it('names as many as one asks for', () => {
    const all = nextTransitions('America/New_York', Date.UTC(2000, 0, 1), 5000)
    expect(all).toHaveLength(5000)
    expect(formatInstant(all.at(-1)?.at ?? 0)).toBe('4499-11-01T06:00:00Z')
    expect(nextTransitions('Asia/Tokyo', 0, 5000)).toEqual([])
    expect(nextTransitions('America/Caracas', 0, 5000)).toHaveLength(2)
  })

  it('goes on beyond 2100, and beyond every table', () => {
    expect(changes('Europe/London', '2100-06-01T00:00:00Z', 2)).toEqual([
      '2100-10-31T01:00:00Z 60 to 0',
      '2101-03-27T01:00:00Z 0 to 60',
    ])
    expect(changes('America/New_York', '9999-01-01T00:00:00Z', 1)).toEqual(['9999-03-14T07:00:00Z -300 to -240'])
    const zone = getZone('America/New_York')
    expect(formatInstant(zone.localToEpoch(parseWall('9999-07-01T09:00')))).toBe('9999-07-01T13:00:00Z')
    expect(formatInstant(zone.localToEpoch(parseWall('9999-03-14T02:30'), 'first-valid'))).toBe('9999-03-14T07:00:00Z')
  })
})
