import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatWall, getZone, listTimeZones, nextTransitions, wallToEpochMs } from '../../src/time/index.ts'

const firstMs = Date.UTC(2000, 0, 1)
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
      { numRuns: 20_000 },
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
      { numRuns: 20_000 },
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
      { numRuns: 5_000 },
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
