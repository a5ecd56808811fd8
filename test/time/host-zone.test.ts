import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHostClock, hostTzdbVersion } from '../../src/time/host-clock.ts'
import { firstDifference, probeHostRules } from '../../src/time/host-zone.ts'
import type { OffsetChange } from '../../src/time/posix-transitions.ts'
import { createZone } from '../../src/time/zone.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
const fromMs = Date.UTC(2015, 0, 1)
const toMs = Date.UTC(2025, 0, 1)

interface Clock {
  readonly initialOffsetMs: number
  readonly changes: readonly OffsetChange[]
}

const offsetAt = ({ initialOffsetMs, changes }: Clock, ms: number): number =>
  changes.findLast(({ at }) => at <= ms)?.offsetAfterMs ?? initialOffsetMs
const hostOf = (clock: Clock) => (ms: number) => offsetAt(clock, ms)
const zoneOf = (clock: Clock) => createZone('Europe/Atlantis', { ...clock, rule: null, ruleFromYear: 0 })

/** Changes on whole seconds, two weeks and more apart, each to another offset. */
const clock: fc.Arbitrary<Clock> = fc
  .array(
    fc.record({
      waitSeconds: fc.integer({ min: 15 * 86_400, max: 400 * 86_400 }),
      by: fc.constantFrom(-2, -1, -0.5, 1, 3),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((steps) => {
    let [at, offset] = [fromMs, hourMs]
    const changes = steps.map(({ waitSeconds, by }) => ({
      at: (at += waitSeconds * 1000),
      offsetAfterMs: (offset += by * hourMs),
    }))
    return { initialOffsetMs: hourMs, changes: changes.filter((change) => change.at < toMs) }
  })

describe('probeHostRules', () => {
  it('finds every change of a host to the second', () => {
    fc.assert(
      fc.property(clock, (host) => {
        expect(probeHostRules(hostOf(host), fromMs, toMs)).toMatchObject(host)
      }),
    )
  })

  it('looks no further than a step beyond the window', () => {
    const late = { initialOffsetMs: 0, changes: [{ at: toMs + 15 * dayMs, offsetAfterMs: hourMs }] }
    expect(probeHostRules(hostOf(late), fromMs, toMs).changes).toEqual([])
  })
})

describe('firstDifference', () => {
  it('finds none between equal clocks', () => {
    fc.assert(
      fc.property(clock, (both) => {
        expect(firstDifference(zoneOf(both), hostOf(both), fromMs, toMs)).toBeNull()
      }),
    )
  })

  it('finds an instant of the window at which they differ where a change comes earlier, later, by another step or not at all', () => {
    const away = fc.constantFrom(-hourMs, -1000, 1000, hourMs, 20 * dayMs, null)
    fc.assert(
      fc.property(clock, fc.nat(), away, fc.constantFrom(0, hourMs), (zone, which, byMs, more) => {
        const wrong = which % Math.max(1, zone.changes.length)
        const changes = zone.changes.flatMap(({ at, offsetAfterMs }, index) => {
          if (index !== wrong) return [{ at, offsetAfterMs }]
          return byMs === null ? [] : [{ at: at + byMs, offsetAfterMs: offsetAfterMs + more }]
        })
        const host = hostOf({ ...zone, changes: changes.toSorted((a, b) => a.at - b.at) })
        const found = firstDifference(zoneOf(zone), host, fromMs, toMs)
        if (zone.changes.length === 0) return expect(found).toBeNull()
        expect(found).toBeGreaterThanOrEqual(fromMs)
        expect(found).toBeLessThan(toMs)
        expect(host(found ?? 0)).not.toBe(offsetAt(zone, found ?? 0))
      }),
    )
  })

  it('looks at the first instant of the window and up to its end, which is outside', () => {
    const plain = { initialOffsetMs: 0, changes: [] }
    const changeAt = (at: number): Clock => ({ initialOffsetMs: 0, changes: [{ at, offsetAfterMs: hourMs }] })
    const difference = (host: Clock, zone: Clock = plain) => firstDifference(zoneOf(zone), hostOf(host), fromMs, toMs)
    expect(
      difference({ initialOffsetMs: 0, changes: [...changeAt(0).changes, { at: fromMs + 1, offsetAfterMs: 0 }] }),
    ).toBe(fromMs)
    expect(difference({ initialOffsetMs: hourMs, changes: [{ at: fromMs, offsetAfterMs: 0 }] })).toBeNull()
    expect(difference(plain, changeAt(toMs))).toBeNull()
    expect(difference(plain, changeAt(toMs - 1))).toBe(toMs - 1)
    expect(difference(changeAt(toMs))).toBeNull()
    expect(firstDifference(zoneOf(plain), hostOf(changeAt(0)), fromMs, fromMs)).toBeNull()
  })
})

describe('hostTzdbVersion', () => {
  it('is what the host tells, where that is a release', () => {
    const versionOf = (process: unknown): string | null => {
      const original = Object.getOwnPropertyDescriptor(globalThis, 'process') ?? {}
      Object.defineProperty(globalThis, 'process', { configurable: true, value: process })
      try {
        return hostTzdbVersion()
      } finally {
        Object.defineProperty(globalThis, 'process', original)
      }
    }
    expect(versionOf({ versions: { tz: '2031b' } })).toBe('2031b')
    for (const tz of ['', 'unknown', 2031, null]) expect(versionOf({ versions: { tz } })).toBeNull()
    for (const process of [undefined, {}, { versions: {} }]) expect(versionOf(process)).toBeNull()
  })
})

describe('createHostClock', () => {
  it('reads the offset of an instant, to the second', () => {
    expect(createHostClock('UTC')?.(0)).toBe(0)
    expect(createHostClock('Asia/Kolkata')?.(0)).toBe(5.5 * hourMs)
    expect(createHostClock('America/Caracas')?.(Date.UTC(2010, 0, 1))).toBe(-4.5 * hourMs)
    // Liberia's clocks were 44 minutes and 30 seconds behind until 1972.
    expect(createHostClock('Africa/Monrovia')?.(0)).toBe(-(44 * 60 + 30) * 1000)
  })

  it('knows no zone by an abbreviation, nor one that is none', () => {
    for (const name of ['IST', 'EST', 'CET', '+01:00', '', 'Europe/Atlantis']) expect(createHostClock(name)).toBeNull()
  })
})
