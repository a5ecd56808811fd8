import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OnCallSnapshot } from '../../src/model/index.ts'
import { type EscalationInterval, onCallAt, renderEscalation, renderSchedule } from '../../src/schedule/index.ts'
import { type MinuteWalk, walkMinutes } from './support/minute-walk.ts'
import { aRandomSnapshot } from './support/random-snapshot.ts'
import { runs } from './support/runs.ts'
import { instantMs } from './support/walk-occurrences.ts'
import { stepMs } from './support/walk-rotation.ts'
import { zonesThatAgree } from './support/zones-that-agree.ts'

const zones = zonesThatAgree(
  [
    'UTC',
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'America/Santiago',
    'Asia/Kolkata',
    'Pacific/Chatham',
    'Africa/Cairo',
  ],
  '2023-01-01T00:00:00Z',
  '2029-01-01T00:00:00Z',
)

/** Around changes of the clocks, ends of months and 29 February. */
const windowStarts = [
  '2026-03-04T00:00:00Z',
  '2026-03-25T10:00:00Z',
  '2026-04-01T00:00:00Z',
  '2026-10-22T00:00:00Z',
  '2026-10-28T12:00:00Z',
  '2026-01-28T00:00:00Z',
  '2026-02-24T00:00:00Z',
  '2028-02-26T00:00:00Z',
]
const windowMs = 7 * 86_400_000
const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')

const aCase = fc
  .constantFrom(...windowStarts)
  .chain((from) => fc.record({ from: fc.constant(from), snapshot: aRandomSnapshot(instantMs(from), zones) }))

/** Walks the window step by step and joins equal steps. */
function walk<T>(
  fromMs: number,
  toMs: number,
  at: (ms: number) => readonly T[],
): { start: string; end: string; what: readonly T[] }[] {
  const intervals: { start: number; end: number; what: readonly T[]; text: string }[] = []
  for (let ms = fromMs; ms < toMs; ms += stepMs) {
    const what = at(ms)
    if (what.length === 0) continue
    const text = what.join()
    const last = intervals.at(-1)
    if (last?.end === ms && last.text === text) last.end = ms + stepMs
    else intervals.push({ start: ms, end: ms + stepMs, what, text })
  }
  return intervals.map(({ start, end, what }) => ({ start: instant(start), end: instant(end), what }))
}

const pairs = ({ levels }: Pick<EscalationInterval, 'levels'>): string[] =>
  levels.flatMap(({ offsetMinutes, userKeys }) => userKeys.map((user) => `${offsetMinutes} ${user}`)).sort()

function expectAsWalked(snapshot: OnCallSnapshot, from: string, oracle: MinuteWalk): void {
  const fromMs = instantMs(from)
  const window = { from, to: instant(fromMs + windowMs) }
  for (const { key } of snapshot.escalationPolicies) {
    const rendered = renderEscalation(snapshot, key, window)
    expect(rendered.map(({ start, end, levels }) => ({ start, end, what: pairs({ levels }) }))).toEqual(
      walk(fromMs, fromMs + windowMs, (ms) => oracle.reachedAt(key, ms)),
    )
    for (const { levels } of rendered) {
      expect(levels.map(({ offsetMinutes }) => offsetMinutes)).toEqual(
        [...new Set(levels.map(({ offsetMinutes }) => offsetMinutes))].sort((a, b) => a - b),
      )
      for (const { userKeys } of levels) expect(userKeys).toEqual([...new Set(userKeys)].sort())
    }
  }
  for (const { key, rotations } of snapshot.schedules) {
    const rendered = renderSchedule(snapshot, key, window)
    const walked = rotations.flatMap((rotation) =>
      walk(fromMs, fromMs + windowMs, (ms) => oracle.holdersAt(key, rotation.key, ms)).map(
        ({ start, end, what: userKeys }) => ({ rotationKey: rotation.key, start, end, userKeys }),
      ),
    )
    expect(rendered).toEqual(walked)
  }
}

describe('rendering', () => {
  it('agrees with a walk through the window, quarter of an hour by quarter of an hour', () => {
    fc.assert(
      fc.property(aCase, ({ from, snapshot }) => {
        expectAsWalked(snapshot, from, walkMinutes(snapshot, instantMs(from) + windowMs))
      }),
      { numRuns: runs(120) },
    )
  })

  it('gives for a window what it gives for its two parts, joined', () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 1, max: 671 }), ({ from, snapshot }, cut) => {
        const fromMs = instantMs(from)
        const [middle, to] = [instant(fromMs + cut * stepMs), instant(fromMs + windowMs)]
        for (const { key } of snapshot.escalationPolicies) {
          const [first, second] = [
            renderEscalation(snapshot, key, { from, to: middle }),
            renderEscalation(snapshot, key, { from: middle, to }),
          ]
          const [last, next] = [first.at(-1), second[0]]
          const goesOn = last && next && last.end === next.start && pairs(last).join() === pairs(next).join()
          const joined = goesOn
            ? [...first.slice(0, -1), { ...next, start: last.start }, ...second.slice(1)]
            : [...first, ...second]
          expect(renderEscalation(snapshot, key, { from, to })).toEqual(joined)
        }
      }),
      { numRuns: runs(200) },
    )
  })

  it('says at each instant what the interval around it says', () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 0, max: 671 }), ({ from, snapshot }, step) => {
        const at = instant(instantMs(from) + step * stepMs)
        const window = { from, to: instant(instantMs(from) + windowMs) }
        for (const { key } of snapshot.escalationPolicies) {
          const around = renderEscalation(snapshot, key, window).find(
            ({ start, end }) => instantMs(start) <= instantMs(at) && instantMs(at) < instantMs(end),
          )
          expect(onCallAt(snapshot, key, at)).toEqual(around?.levels ?? [])
        }
      }),
      { numRuns: runs(100) },
    )
  })
})
