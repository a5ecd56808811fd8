import { describe, expect, it } from 'vitest'
import { formatInstant, formatWall, parseInstant, parseWall } from '../../src/time/index.ts'

describe('parseInstant', () => {
  it.each([
    ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z'],
    ['2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00Z'],
    ['2026-11-23T09:00:00.5Z', '2026-11-23T09:00:00.500Z'],
    ['2026-11-23T09:00:00.123456789Z', '2026-11-23T09:00:00.123Z'],
    ['2026-11-23T09:00Z', '2026-11-23T09:00:00Z'],
    ['2026-11-23t09:00:00z', '2026-11-23T09:00:00Z'],
    ['2026-11-23T09:00:00+05:30', '2026-11-23T03:30:00Z'],
    ['2026-11-23T09:00:00.000-0800', '2026-11-23T17:00:00Z'],
    ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00Z'],
  ])('reads %s', (text, instant) => {
    expect(formatInstant(parseInstant(text))).toBe(instant)
  })

  it.each([
    '',
    'now',
    '2026-11-23',
    '2026-11-23T09:00:00',
    '2026-11-23 09:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T09:60:00Z',
    '2026-11-23T09:00:00+24:00',
    '2026-11-23T09:00:00+05:60',
    '2026-11-23T09:00:00Z\u0000',
    '20261123T090000Z',
    `2026-11-23T09:00:00.${'0'.repeat(1_000_000)}Z`,
  ])('refuses %.40s and names it', (text) => {
    expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
    expect(() => parseInstant(text)).toThrow(JSON.stringify(text.slice(0, 20)).slice(1, -1))
  })

  it.each([undefined, null, 5, new Date(0), {}])('refuses %s, which is no text', (value) => {
    expect(() => parseInstant(value as never)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
    expect(() => parseWall(value as never)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  })
})

describe('parseWall', () => {
  it.each([
    ['2026-03-08T02:30', '2026-03-08T02:30:00'],
    ['2026-03-08 02:30', '2026-03-08T02:30:00'],
    ['2026-03-08T02:30:15', '2026-03-08T02:30:15'],
    ['2026-03-08T02:30:15.25', '2026-03-08T02:30:15.250'],
    ['2024-02-29T23:59:59', '2024-02-29T23:59:59'],
    ['0001-01-01T00:00', '0001-01-01T00:00:00'],
  ])('reads %s', (text, wall) => {
    expect(formatWall(parseWall(text))).toBe(wall)
  })

  it.each([
    '',
    '2026-03-08',
    '2026-03-08T02',
    '2026-03-08T02:30Z',
    '2026-03-08T02:30:00Z',
    '2026-03-08T02:30:00+01:00',
    '2026-03-08T02:30:',
    '2026-03-08T02:30:0',
    '2026-03-08T02:30:60',
    '2026-03-08T02:60',
    '2026-03-08T24:00',
    '2026-02-30T00:00',
    '2026-00-10T00:00',
    '2026-03-00T00:00',
    '2026-3-8T02:30:00',
    '20x6-03-08T02:30',
    '2026-03-08T-1:30',
    ' 2026-03-08T02:30',
  ])('refuses %s', (text) => {
    expect(() => parseWall(text)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  })
})

describe('formatInstant', () => {
  it('refuses what no calendar has', () => {
    for (const ms of [Number.NaN, Infinity, 9e15]) expect(() => formatInstant(ms)).toThrow('no time')
  })
})
