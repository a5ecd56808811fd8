import { describe, expect, it } from 'vitest'
import { mapRecurrence, mapRotation, type SourceSemantics } from '../../src/mapping/index.ts'
import { ringParticipants } from '../../src/mapping/map-rotation.ts'
import type { WireRotation } from '../../src/xmatters/wire/index.ts'

const { value: daily } = mapRecurrence(
  {
    id: 's',
    start: '2026-11-02T09:00:00Z',
    end: '2026-11-02T17:00:00Z',
    recurrence: { frequency: 'DAILY' },
    exclusions: [{ start: '2026-11-21T09:00:00Z' }],
  },
  { timeZone: 'UTC' },
)
const map = (rotation: WireRotation | undefined, semantics: Partial<SourceSemantics> = {}) =>
  mapRotation(rotation, { timeZone: 'UTC', recurrence: daily, capturedAt: '2026-11-20T12:00:00Z', semantics })
const next = '2026-11-23T00:00:00Z'

describe('a rotation', () => {
  it.each([
    ['ELAPSED_TIME', 'HOURS', 'hours', 1],
    ['By elapsed time', 'day(s)', 'days', 1],
    ['TIME', 'Weeks', 'weeks', 1],
    ['time', 'MONTHLY', 'months', 1],
    ['DAILY', undefined, 'days', 1],
    ['WEEKS', undefined, 'weeks', 1],
    [undefined, 'MONTHS', 'months', 1],
    ['TIME', 'YEARS', 'months', 12],
    ['BASIC', 'DAYS', 'days', 1],
    ['Time, by event or shift', 'DAYS', 'days', 1],
    ['EVERY_HOUR_OF_DAY', undefined, 'hours', 1],
  ])('of the type %s by %s turns every %s', (type, intervalUnit, unit, times) => {
    const wire = { ...(type && { type }), ...(intervalUnit && { intervalUnit }), interval: '2', nextRotationTime: next }
    const { value, issues } = map(wire)
    expect(value.handoff).toEqual({
      kind: 'elapsed',
      anchorWall: '2026-11-23T00:00:00',
      firstIndex: 0,
      every: 2 * times,
      unit,
      midOccurrence: 'both',
    })
    expect(issues).toEqual([])
  })

  it.each([
    [{ type: 'COMPLETED_SHIFTS', interval: 1 }],
    [{ type: 'occurrence', interval: 1 }],
    [{ type: 'BASIC', intervalUnit: 'SHIFTS', interval: 1 }],
    [{ type: 'SHIFTS_BY_EVENT', intervalUnit: 'DAYS', interval: 1 }],
    [{ type: 'BASIC', intervalUnit: 'SHIFTS_BY_EVENT', interval: 1 }],
  ])('counts occurrences: %o', (wire) => {
    // The 21st is deleted; without a time of the next rotation it is the first that starts after the capture.
    expect(map(wire).value.handoff).toEqual({ kind: 'occurrences', firstStart: '2026-11-22T09:00:00Z', every: 1 })
  })

  it.each([
    [{ nextRotationTime: '2026-11-24T09:00:00Z' }, '2026-11-24T09:00:00Z'],
    [{ nextRotationTime: '2026-11-24T09:00:01Z' }, '2026-11-25T09:00:00Z'],
    // Moved on by threes: the 15th, 18th, then the 22nd, because the 21st does not count.
    [{ nextRotationTime: '2026-11-15T09:00:00Z' }, '2026-11-22T09:00:00Z'],
    [{ nextRotationTime: '2026-11-14T09:00:00Z' }, '2026-11-24T09:00:00Z'],
    [{ nextRotationTime: '2026-11-16T09:00:00Z' }, '2026-11-23T09:00:00Z'],
  ])('every three occurrences from %o begins turn 1 at %s', (wire, firstStart) => {
    const { handoff } = map({ type: 'SHIFTS', interval: 3, ...wire }).value
    expect(handoff).toEqual({ kind: 'occurrences', firstStart, every: 3 })
  })

  it('counts an occurrence that a gap of the clock swallows', () => {
    const timeZone = 'America/New_York'
    const semantics = { disambiguation: 'first-valid' } as const
    const { value: recurrence } = mapRecurrence(
      {
        id: 's',
        start: '2026-03-01T07:10:00Z',
        end: '2026-03-01T07:50:00Z',
        timezone: timeZone,
        recurrence: { frequency: 'DAILY' },
      },
      { semantics },
    )
    const wire = { type: 'SHIFTS', interval: 3, nextRotationTime: '2026-03-05T07:10:00Z' }
    const context = { timeZone, recurrence, capturedAt: '2026-03-05T12:00:00Z', semantics }
    // On the 8th neither 02:10 nor 02:50 is on the clock.
    expect(mapRotation(wire, context).value.handoff).toMatchObject({ firstStart: '2026-03-08T07:00:00Z' })
  })

  it('finds an occurrence however far away', () => {
    const { value: recurrence } = mapRecurrence(
      {
        id: 's',
        start: '2026-01-05T09:00:00Z',
        end: '2026-01-05T17:00:00Z',
        recurrence: { frequency: 'YEARLY' },
      },
      { timeZone: 'UTC' },
    )
    const wire = { type: 'SHIFTS', interval: 30, nextRotationTime: '2026-01-05T09:00:00Z' }
    const { handoff } = mapRotation(wire, { recurrence, capturedAt: '2026-06-01T00:00:00Z' }).value
    expect(handoff).toMatchObject({ firstStart: '2056-01-05T09:00:00Z' })
  })

  it('does not count an occurrence that starts at the capture itself', () => {
    const context = { timeZone: 'UTC', recurrence: daily, capturedAt: '2026-11-19T09:00:00Z' }
    const { handoff } = mapRotation({ type: 'SHIFTS', interval: 1 }, context).value
    expect(handoff).toMatchObject({ firstStart: '2026-11-20T09:00:00Z' })
  })

  it('has no turn where no occurrence is to come', () => {
    const { value: once } = mapRecurrence(
      { id: 's', start: '2026-11-02T09:00:00Z', end: '2026-11-02T17:00:00Z' },
      { timeZone: 'UTC' },
    )
    const context = { timeZone: 'UTC', recurrence: once, capturedAt: '2026-11-20T12:00:00Z' }
    expect(mapRotation({ type: 'SHIFTS', interval: 1 }, context).value.handoff).toBeNull()
  })

  it('moves a time that has passed on by whole intervals, one at the capture too', () => {
    const first = (nextRotationTime: string): unknown => {
      const { handoff } = map({ type: 'TIME', intervalUnit: 'DAYS', interval: 3, nextRotationTime }).value
      return handoff?.kind === 'elapsed' ? handoff.firstIndex : null
    }
    expect(first('2026-11-20T12:00:00Z')).toBe(1)
    expect(first('2026-11-20T12:00:01Z')).toBe(0)
    expect(first('2026-11-11T12:00:00Z')).toBe(4)
    expect(first('2026-11-30T12:00:00Z')).toBe(0)
    const months = map({ type: 'MONTHS', interval: 1, nextRotationTime: '2026-01-31T00:00:00Z' }).value.handoff
    expect(months).toMatchObject({ anchorWall: '2026-01-31T00:00:00', firstIndex: 10 })
  })

  it('counts from the first occurrence where the order is that of old', () => {
    const wire = { type: 'TIME', intervalUnit: 'DAYS', interval: 1, nextRotationTime: next }
    // From the 3rd, the first midnight after the first occurrence, it is twenty days to the next rotation.
    expect(map(wire, { memberOrder: 'base' }).value.handoff).toMatchObject({ firstIndex: -20 })
    expect(map({ type: 'SHIFTS', interval: 1 }, { memberOrder: 'base' }).value.handoff).toMatchObject({
      firstStart: '2026-11-03T09:00:00Z',
    })
    expect(map(wire, { midOccurrenceHandoff: 'split' }).value.handoff).toMatchObject({ midOccurrence: 'split' })
  })

  it.each([
    ['SECOND_TO_FIRST', 'second-to-first', 0],
    ['second to first', 'second-to-first', 0],
    ['LAST_TO_FIRST', 'last-to-first', 0],
    ['Last to first', 'last-to-first', 0],
    [undefined, 'second-to-first', 0],
    ['SIDEWAYS', 'second-to-first', 1],
  ])('in the direction %s goes %s', (word, direction, issues) => {
    const found = map({ type: 'DAYS', interval: 1, nextRotationTime: next, ...(word && { direction: word }) })
    expect(found.value.direction).toBe(direction)
    expect(found.issues.map(({ code }) => code)).toEqual(issues === 0 ? [] : ['rotation.direction'])
  })

  it.each([
    [{ type: 'ALERTS', interval: 1 }, 'rotation.by-alert rotation.type'],
    [{ intervalUnit: 'EVENTS' }, 'rotation.by-alert rotation.intervalUnit'],
    [{ type: 'LUNAR' }, 'rotation.unknown rotation.type'],
    [{ type: 'TIME', interval: 1, nextRotationTime: next }, 'rotation.unknown rotation.type'],
    [{ type: 'DAYS', interval: 0, nextRotationTime: next }, 'rotation.unknown rotation.type'],
    [{ type: 'DAYS', interval: 1.5, nextRotationTime: next }, 'rotation.unknown rotation.type'],
    [{ type: 'DAYS', interval: 10_001, nextRotationTime: next }, 'rotation.unknown rotation.type'],
    [{ type: 'DAYS', interval: 'x', nextRotationTime: next }, 'rotation.unknown rotation.type'],
    [{ type: 'DAYS', interval: 1 }, 'rotation.unknown rotation.type'],
  ])('keeps the order where it cannot be predicted: %o', (wire, found) => {
    const { value, issues } = map(wire)
    expect(value.handoff).toBeNull()
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([found])
  })

  it('turns every time where no interval is given, and says so', () => {
    const { value, issues } = map({ type: 'DAYS', nextRotationTime: next })
    expect(value.handoff).toMatchObject({ every: 1 })
    expect(issues).toMatchObject([{ code: 'rotation.interval', path: 'rotation.type' }])
    expect(map({ type: 'DAYS', interval: 10_000, nextRotationTime: next }).issues).toEqual([])
  })

  it('is none where there is nothing', () => {
    expect(map(undefined)).toEqual({ value: { handoff: null, direction: 'second-to-first' }, issues: [] })
  })

  it('moves people through the ring', () => {
    const ring = ['a', 'b', 'c'].map((key) => ({ kind: 'user', key }) as const)
    const names = (place: number, direction: 'second-to-first' | 'last-to-first'): string =>
      ringParticipants(ring, place, direction)
        .map((one) => (one.kind === 'user' ? one.key : ''))
        .join('')
    expect([0, 1, 2].map((place) => names(place, 'second-to-first'))).toEqual(['abc', 'bca', 'cab'])
    expect([0, 1, 2].map((place) => names(place, 'last-to-first'))).toEqual(['acb', 'bac', 'cba'])
  })
})
