import { describe, expect, it } from 'vitest'
import type { Handoff, Rotation } from '../../src/model/index.ts'
import { handoffDistance } from '../../src/schedule/index.ts'
import { aRotation } from './support/builders.ts'

type Elapsed = Extract<Handoff, { kind: 'elapsed' }>

const weekly: Elapsed = {
  kind: 'elapsed',
  anchorWall: '2026-02-02T09:00:00',
  firstIndex: 0,
  every: 2,
  unit: 'weeks',
  midOccurrence: 'both',
}
const elapsed = (part: Partial<Elapsed> = {}): Rotation => aRotation({ handoff: { ...weekly, ...part } })
const byShift = (firstStart: string, every = 2, exceptions: Rotation['recurrence']['exceptions'] = []): Rotation =>
  aRotation({ handoff: { kind: 'occurrences', firstStart, every }, recurrence: { exceptions } })

describe('the distance between two tellings of one rotation', () => {
  it.each([
    ['hours', '2026-02-02T13:00:00', 2],
    ['days', '2026-02-08T09:00:00', 3],
    ['weeks', '2026-03-02T09:00:00', 2],
    ['months', '2026-08-02T09:00:00', 3],
    ['months', '2027-02-02T09:00:00', 6],
  ] as const)('counts intervals of two %s up to %s', (unit, anchorWall, distance) => {
    expect(handoffDistance(elapsed({ unit }), elapsed({ unit, anchorWall }))).toBe(distance)
  })

  it('counts what an anchor was moved on by', () => {
    expect(handoffDistance(elapsed({ firstIndex: 1 }), elapsed({ firstIndex: 4 }))).toBe(3)
    expect(handoffDistance(elapsed({ firstIndex: 1 }), elapsed({ anchorWall: '2026-03-02T09:00:00' }))).toBe(1)
  })

  it('is none where the handoffs do not coincide', () => {
    expect(handoffDistance(elapsed(), elapsed({ anchorWall: '2026-02-09T09:00:00' }))).toBeNull()
    expect(handoffDistance(elapsed(), elapsed({ anchorWall: '2026-03-02T10:00:00' }))).toBeNull()
    const months = elapsed({ unit: 'months' })
    expect(handoffDistance(months, elapsed({ unit: 'months', anchorWall: '2026-04-03T09:00:00' }))).toBeNull()
    expect(handoffDistance(months, elapsed({ unit: 'months', anchorWall: '2026-04-02T10:00:00' }))).toBeNull()
  })

  it('is none backwards', () => {
    expect(handoffDistance(elapsed({ anchorWall: '2026-03-02T09:00:00' }), elapsed())).toBeNull()
  })

  it.each([
    ['another interval', elapsed({ every: 4 })],
    ['another unit', elapsed({ unit: 'days' })],
    ['another way with handoffs inside of occurrences', elapsed({ midOccurrence: 'split' })],
    ['turns by occurrence', byShift('2026-02-02T09:00:00Z')],
    ['no turns at all', aRotation()],
  ])('is none to %s', (_, other) => {
    expect(handoffDistance(elapsed(), other)).toBeNull()
    expect(handoffDistance(other, elapsed())).toBeNull()
  })

  it('counts occurrences, and leaves out those that are excluded', () => {
    const first = '2026-02-02T09:00:00Z'
    expect(handoffDistance(byShift(first), byShift('2026-02-08T09:00:00Z'))).toBe(3)
    expect(handoffDistance(byShift(first), byShift('2026-02-09T09:00:00Z'))).toBeNull()
    const exclusions = [{ kind: 'excluded', start: '2026-02-04T09:00:00Z' }] as const
    expect(handoffDistance(byShift(first, 2, exclusions), byShift('2026-02-09T09:00:00Z', 2, exclusions))).toBe(3)
    expect(handoffDistance(byShift(first), byShift(first))).toBe(0)
  })
})
