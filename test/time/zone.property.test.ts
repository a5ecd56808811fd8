import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatWall, getZone, listTimeZones, nextTransitions, wallToEpochMs } from '../../src/time/index.ts'
import { parsePosixRule } from '../../src/time/posix-rule.ts'
import { posixTransitions } from '../../src/time/posix-transitions.ts'
import { currentZoneSource } from '../../src/time/zone-registry.ts'

const firstMs = 0
const zones = listTimeZones()
const zone = fc.constantFrom(...zones)
const instantMs = fc.integer({ min: firstMs, max: Date.UTC(2300, 0, 1) })

describe('every zone', () => {
  it('has its offset changes in an order that one search can use, by instant and by wall clock', () => {
    for (const id of zones) {
      let previous = { at: -Infinity, key: -Infinity }
      for (const { at, offsetBeforeMs, offsetAfterMs } of nextTransitions(id, firstMs - 1, 300)) {
        const key = at + Math.max(offsetBeforeMs, offsetAfterMs)
        if (!(at > previous.at && key > previous.key && offsetBeforeMs !== offsetAfterMs)) expect.fail(`${id} at ${at}`)
        previous = { at, key }
      }
    }
  })

  it('joins its changes: the offset after one is the offset before the next', () => {
    for (const id of zones) {
      const changes = nextTransitions(id, firstMs, 300)
      expect(changes.slice(1).map((change) => change.offsetBeforeMs)).toEqual(
        changes.slice(0, -1).map((change) => change.offsetAfterMs),
      )
    }
  })

  it('keeps an instant through its wall clock and back, by one of the two readings', () => {
    fc.assert(
      fc.property(zone, instantMs, (id, at) => {
        const clock = getZone(id)
        const local = clock.epochToLocal(at)
        expect([clock.localToEpoch(local, 'earlier'), clock.localToEpoch(local, 'later')]).toContain(at)
      }),
      { numRuns: 5_000 },
    )
  })

  it('never turns the order of two wall times round by more than the overlap between them', () => {
    fc.assert(
      fc.property(zone, instantMs, fc.integer({ min: 0, max: 86_400_000 }), (id, local, later) => {
        const clock = getZone(id)
        const gained = clock.localToEpoch(local + later) - clock.localToEpoch(local)
        expect(gained).toBeGreaterThanOrEqual(later - 86_400_000)
        expect(clock.localToEpoch(local, 'earlier')).toBeLessThanOrEqual(clock.localToEpoch(local, 'later'))
        const firstValid = clock.localToEpoch(local, 'first-valid')
        expect(firstValid).toBeGreaterThanOrEqual(clock.localToEpoch(local, 'earlier'))
        expect(firstValid).toBeLessThanOrEqual(clock.localToEpoch(local, 'later'))
      }),
      { numRuns: 5_000 },
    )
  })

  it('repeats after 400 years, where only its rule holds', () => {
    const cycleMs = 146_097 * 86_400_000
    fc.assert(
      fc.property(zone, fc.integer({ min: Date.UTC(2101, 0, 1), max: Date.UTC(2500, 0, 1) }), (id, local) => {
        const clock = getZone(id)
        expect(clock.localToEpoch(local + cycleMs)).toBe(clock.localToEpoch(local) + cycleMs)
        expect(clock.offsetMsAt(local + 3 * cycleMs)).toBe(clock.offsetMsAt(local))
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads the text of a wall time as its number', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), (id, local) => {
        expect(wallToEpochMs(formatWall(local), id)).toBe(getZone(id).localToEpoch(local))
      }),
    )
  })
})

describe('every zone with summer time', () => {
  const source = currentZoneSource()
  const rules = zones.flatMap((id) => {
    const rule = parsePosixRule(source.ruleText(id) ?? '')
    const clock = source.findDataZone(id)
    return clock === null || rule === null || rule.daylight?.changes == null ? [] : [{ clock, rule }]
  })
  const hourMs = 3_600_000
  /** Ordinary years, and those where tables end. */
  const year = fc.oneof(fc.integer({ min: 2101, max: 9999 }), fc.constantFrom(2101, 2599, 2600, 2601, 2700, 3000, 3001))

  it('keeps its rule for ever, by instant and by wall clock', () => {
    expect(rules.length).toBeGreaterThan(100)
    const awayMs = fc.oneof(
      fc.integer({ min: -4 * hourMs, max: 4 * hourMs }),
      fc.constantFrom(-1, 0, 1, -hourMs, hourMs),
    )
    fc.assert(
      fc.property(fc.constantFrom(...rules), year, fc.nat({ max: 1 }), awayMs, ({ clock, rule }, of, which, away) => {
        const changes = [of - 1, of, of + 1].flatMap((each) => posixTransitions(rule, each))
        const near = changes[2 + which]?.at ?? 0
        const offsetAt = (ms: number): number => changes.findLast(({ at }) => at <= ms)?.offsetAfterMs ?? Number.NaN
        expect(clock.offsetMsAt(near + away)).toBe(offsetAt(near + away))

        const [before, after] = [offsetAt(near - 1), offsetAt(near)]
        const local = near + before + away
        const instants = [local - before, local - after].toSorted((a, b) => a - b)
        const readings = instants.filter((ms) => ms + offsetAt(ms) === local)
        const [first = 0, last = 0] = readings.length > 0 ? [readings.at(0), readings.at(-1)] : instants
        expect(clock.localToEpoch(local, 'earlier')).toBe(first)
        expect(clock.localToEpoch(local, 'later')).toBe(last)
        expect(clock.localToEpoch(local)).toBe(readings.length > 0 ? first : last)
        expect(clock.localToEpoch(local, 'first-valid')).toBe(readings.length > 0 ? first : near)
        const strict = () => clock.localToEpoch(local, 'reject')
        if (readings.length > 0 && first === last) expect(strict()).toBe(first)
        else expect(strict).toThrow(readings.length > 0 ? 'happens twice' : 'is skipped')
      }),
      { numRuns: 1_000 },
    )
  })

  it('names its next changes in order, from before the last year of a table to beyond it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), year, fc.integer({ min: 0, max: 6 }), ({ clock, rule }, of, count) => {
        const all = [-1, 0, 1, 2, 3, 4].flatMap((more) => posixTransitions(rule, of + more))
        const from = all[2]
        if (from === undefined) return expect.fail('no change')
        for (const fromMs of [from.at - 1, from.at, from.at + 1]) {
          const expected = all.filter(({ at }) => at > fromMs).slice(0, count)
          const found = clock.nextTransitions(fromMs, count)
          expect(found.map(({ at, offsetAfterMs }) => ({ at, offsetAfterMs }))).toEqual(expected)
          for (const { at, offsetBeforeMs } of found) expect(offsetBeforeMs).toBe(clock.offsetMsAt(at - 1))
        }
      }),
      { numRuns: 500 },
    )
  })
})
