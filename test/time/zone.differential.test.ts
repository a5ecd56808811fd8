import moment from 'moment-timezone'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  compareTzdb,
  type Disambiguation,
  formatInstant,
  formatWall,
  getZone,
  listTimeZones,
  nextTransitions,
} from '../../src/time/index.ts'

const probes = 15_000 * Number(process.env['XMATTERS_SYNC_RUNS'] ?? 1)
const fromMs = 0
const toMs = Date.UTC(2037, 0, 1)

/** The same numbers in every run and on every machine. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Probe {
  readonly zone: string
  readonly localMs: number
}

/** Wall times anywhere, and as many within a few hours of an offset change, where the mistakes are. */
function* randomProbes(zones: readonly string[], seed: number): Generator<Probe> {
  const random = createRandom(seed)
  const changes = new Map(
    zones.map((zone) => [zone, nextTransitions(zone, fromMs, 100).filter(({ at }) => at < toMs - 86_400_000)]),
  )
  for (let i = 0; i < probes; i++) {
    const zone = zones[Math.floor(random() * zones.length)] ?? 'UTC'
    const near = changes.get(zone) ?? []
    const change = i % 2 === 0 ? near[Math.floor(random() * near.length)] : undefined
    const anywhere = fromMs + Math.floor(random() * (toMs - fromMs))
    const localMs = change === undefined ? anywhere : change.at + change.offsetBeforeMs + (random() - 0.5) * 14_400_000
    // Half minutes, which Liberia had until then, are told as whole ones.
    if (zone === 'Africa/Monrovia' && localMs < Date.UTC(1972, 0, 8)) continue
    yield { zone, localMs: Math.floor(localMs / 60_000) * 60_000 }
  }
}

function mismatches(
  zones: readonly string[],
  seed: number,
  expected: (probe: Probe) => Record<string, number>,
): string[] {
  const found: string[] = []
  for (const probe of randomProbes(zones, seed)) {
    for (const [mode, instant] of Object.entries(expected(probe))) {
      const own = getZone(probe.zone).localToEpoch(probe.localMs, mode as Disambiguation)
      if (own !== instant) found.push(`${probe.zone} ${formatWall(probe.localMs)} ${mode}: ${formatInstant(own)}`)
    }
  }
  return found
}

describe('localToEpoch', () => {
  it('equals Temporal in every zone whose rules the host has as we do', () => {
    const different = new Set(
      compareTzdb(listTimeZones(), { from: formatInstant(fromMs), to: formatInstant(toMs) }).map(({ zone }) => zone),
    )
    const zones = listTimeZones().filter((zone) => !different.has(zone))
    expect(zones.length).toBeGreaterThan(400)
    const wrong = mismatches(zones, 1, ({ zone, localMs }) => {
      const wall = Temporal.PlainDateTime.from(formatWall(localMs))
      const at = (disambiguation: 'compatible' | 'earlier' | 'later'): number =>
        wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds
      return { compatible: at('compatible'), earlier: at('earlier'), later: at('later') }
    })
    expect(wrong).toEqual([])
  })

  it('equals moment-timezone, which has the same release, in every zone', () => {
    expect(moment.tz.dataVersion).toBe('2026f')
    const zones = listTimeZones().filter((zone) => moment.tz.zone(zone) !== null)
    expect(zones.length).toBeGreaterThan(400)
    const wrong = mismatches(zones, 2, ({ zone, localMs }) => ({
      compatible: moment.tz(formatWall(localMs), zone).valueOf(),
    }))
    expect(wrong).toEqual([])
  })
})
