import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWallCursor } from '../../src/schedule/wall-cursor.ts'
import { getZone } from '../../src/time/index.ts'
import { runs } from './support/runs.ts'

const zones = [
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kolkata',
  'Antarctica/Troll',
]
const hourMs = 3_600_000

/** Wall clocks around the changes of a zone's offset, and anywhere else between 1990 and 2200. */
const aWall = (timeZone: string): fc.Arbitrary<number> => {
  const anyTime = fc
    .integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2200, 0, 1) / 60_000 })
    .map((minute) => minute * 60_000)
  const changes = getZone(timeZone).nextTransitions(Date.UTC(1999, 0, 1), 260)
  const edges = changes.flatMap(({ at, offsetBeforeMs, offsetAfterMs }) => [at + offsetBeforeMs, at + offsetAfterMs])
  const tableEdges = [Date.UTC(2000, 0, 1), Date.UTC(2000, 0, 1) + getZone(timeZone).offsetMsAt(Date.UTC(2000, 0, 1))]
  const nearEdge = fc
    .tuple(fc.constantFrom(...edges, ...tableEdges), fc.constantFrom(-hourMs, -60_000, -1, 0, 1, 60_000, hourMs))
    .map(([edge, by]) => edge + by)
  return fc.oneof(anyTime, { weight: 3, arbitrary: nearEdge })
}

describe('a wall cursor', () => {
  it('means what the zone means, in any order and by columns', () => {
    const aCase = fc.constantFrom(...zones).chain((timeZone) =>
      fc.record({
        timeZone: fc.constant(timeZone),
        disambiguation: fc.constantFrom(
          'compatible' as const,
          'earlier' as const,
          'later' as const,
          'first-valid' as const,
        ),
        walls: fc.array(aWall(timeZone), { minLength: 1, maxLength: 40 }),
        isAscending: fc.boolean(),
        length: fc.nat(40),
      }),
    )
    fc.assert(
      fc.property(aCase, ({ timeZone, disambiguation, walls, isAscending, length }) => {
        const zone = getZone(timeZone)
        const asked = isAscending ? walls.toSorted((a, b) => a - b) : walls
        const expected = asked.map((wall) => zone.localToEpoch(wall, disambiguation))
        const cursor = createWallCursor(zone, disambiguation)
        expect(asked.map((wall) => cursor.toInstant(wall))).toEqual(expected)
        const column = Float64Array.from(asked)
        cursor.convert(column, Math.min(length, asked.length))
        expect([...column]).toEqual([...expected.slice(0, length), ...asked.slice(length)])
      }),
      { numRuns: runs(150) },
    )
  })
})
