import { describe, expect, it } from 'vitest'
import type { Handoff, Recurrence } from '../../src/model/index.ts'
import { renderSchedule } from '../../src/schedule/index.ts'
import { aRotation, oneSlot } from './support/builders.ts'

type Elapsed = Extract<Handoff, { kind: 'elapsed' }>

const elapsed = (anchorWall: string, unit: Elapsed['unit'], part: Partial<Elapsed> = {}): Elapsed => ({
  kind: 'elapsed',
  anchorWall,
  firstIndex: 0,
  every: 1,
  unit,
  midOccurrence: 'both',
  ...part,
})
/** Day of each start and who holds it, such as `05 ada+bo`. */
const turns = (
  handoff: Handoff | null,
  [from, to]: readonly [string, string],
  recurrence: Partial<Recurrence> = {},
  { holders = ['ada', 'bo', 'cy'], timeZone = 'UTC' } = {},
) =>
  renderSchedule(oneSlot(aRotation({ handoff, holders, timeZone, recurrence })), 'group:ops', { from, to }).map(
    ({ start, userKeys }) => `${start.slice(8, 10)} ${userKeys.map((key) => key.slice(7)).join('+')}`,
  )
const week = ['2026-01-05T00:00:00Z', '2026-01-10T00:00:00Z'] as const

describe('turns', () => {
  it('never change without a handoff', () => {
    expect(turns(null, week)).toEqual(['05 ada', '06 ada', '07 ada', '08 ada', '09 ada'])
  })

  it('begin with the first handoff and go round', () => {
    expect(turns(elapsed('2026-01-07T00:00:00', 'days'), week)).toEqual([
      '05 ada',
      '06 ada',
      '07 bo',
      '08 cy',
      '09 ada',
    ])
  })

  it('are counted from the anchor, later by whole intervals where the first handoff is', () => {
    const handoff = elapsed('2026-01-01T00:00:00', 'days', { every: 2, firstIndex: 3 })
    expect(turns(handoff, week)).toEqual(['05 ada', '06 ada', '07 bo', '08 bo', '09 cy'])
  })

  it('change with a handoff at the very start of an occurrence, and not with one at its end', () => {
    expect(turns(elapsed('2026-01-07T09:00:00', 'weeks'), week)).toEqual([
      '05 ada',
      '06 ada',
      '07 bo',
      '08 bo',
      '09 bo',
    ])
    expect(turns(elapsed('2026-01-07T17:00:00', 'weeks'), week)).toEqual([
      '05 ada',
      '06 ada',
      '07 ada',
      '08 bo',
      '09 bo',
    ])
  })

  it('are all of one occurrence in which they change, or split it', () => {
    const handoff = elapsed('2026-01-07T12:00:00', 'weeks')
    expect(turns(handoff, week)).toEqual(['05 ada', '06 ada', '07 ada+bo', '08 bo', '09 bo'])
    expect(turns({ ...handoff, midOccurrence: 'split' }, week)).toEqual([
      '05 ada',
      '06 ada',
      '07 ada',
      '07 bo',
      '08 bo',
      '09 bo',
    ])
  })

  it('reach everybody at once where an occurrence is longer than a round', () => {
    const month = {
      startsAtWall: '2026-01-01T00:00:00',
      endsAtWall: '2030-01-01T00:00:00',
      rule: { kind: 'once' },
    } as const
    expect(turns(elapsed('2026-01-02T00:00:00', 'hours'), week, month)).toEqual(['05 ada+bo+cy'])
  })

  it('come back to the 31st after a short month', () => {
    const handoff = elapsed('2026-01-31T00:00:00', 'months')
    const daily = { startsAtWall: '2026-01-01T00:00:00', endsAtWall: '2026-01-02T00:00:00' }
    expect(
      turns(handoff, ['2026-01-30T00:00:00Z', '2026-04-30T00:00:00Z'], daily, { holders: ['ada', 'bo', 'cy', 'dan'] }),
    ).toEqual(['30 ada', '31 bo', '28 cy', '31 dan'])
  })

  it('keep the wall clock of the zone across a change of the clocks', () => {
    const handoff = elapsed('2026-03-01T09:00:00', 'weeks', { midOccurrence: 'split' })
    const around = { startsAtWall: '2026-03-01T00:00:00', endsAtWall: '2026-03-02T00:00:00' }
    const snapshot = oneSlot(
      aRotation({ handoff, holders: ['ada', 'bo'], timeZone: 'America/New_York', recurrence: around }),
    )
    const window = { from: '2026-03-01T14:00:00Z', to: '2026-03-15T14:00:00Z' }
    expect(renderSchedule(snapshot, 'group:ops', window).map(({ start }) => start)).toEqual([
      '2026-03-01T14:00:00Z',
      '2026-03-08T13:00:00Z',
      '2026-03-15T13:00:00Z',
    ])
  })

  it('give no time to a turn whose handoffs fall on one instant', () => {
    // 02:00 is skipped and becomes 03:00, which is the next handoff.
    const handoff = elapsed('2026-03-08T01:00:00', 'hours')
    const across = {
      startsAtWall: '2026-03-08T01:30:00',
      endsAtWall: '2026-03-08T03:30:00',
      rule: { kind: 'once' },
    } as const
    const holders = ['ada', 'bo', 'cy', 'dan', 'eve']
    expect(
      turns(handoff, ['2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z'], across, {
        holders,
        timeZone: 'America/New_York',
      }),
    ).toEqual(['08 bo+dan'])
  })

  it('stay the first where the interval is no interval', () => {
    expect(turns(elapsed('2026-01-01T00:00:00', 'days', { every: 0 }), week)).toHaveLength(5)
    expect(turns({ kind: 'occurrences', firstStart: '2026-01-01T00:00:00Z', every: 0 }, week)[4]).toBe('09 ada')
  })

  it('never change again where the interval outlasts any calendar', () => {
    for (const unit of ['hours', 'months'] as const) {
      expect(turns(elapsed('2026-01-07T00:00:00', unit, { every: 1e300 }), week)).toEqual([
        '05 ada',
        '06 ada',
        '07 bo',
        '08 bo',
        '09 bo',
      ])
    }
  })

  it('count occurrences from the first at or after the given start', () => {
    const handoff = (firstStart: string, every = 1): Handoff => ({ kind: 'occurrences', firstStart, every })
    expect(turns(handoff('2026-01-07T09:00:00Z'), week)).toEqual(['05 ada', '06 ada', '07 bo', '08 cy', '09 ada'])
    expect(turns(handoff('2026-01-06T09:00:01Z', 2), week)).toEqual(['05 ada', '06 ada', '07 bo', '08 bo', '09 cy'])
  })

  it('do not count excluded occurrences', () => {
    const exceptions = [{ kind: 'excluded', start: '2026-01-07T09:00:00Z' }] as const
    const handoff = { kind: 'occurrences', firstStart: '2026-01-06T09:00:00Z', every: 1 } as const
    expect(turns(handoff, week, { exceptions })).toEqual(['05 ada', '06 bo', '08 cy', '09 ada'])
    expect(turns({ ...handoff, firstStart: '2026-01-07T09:00:00Z' }, week, { exceptions })).toEqual([
      '05 ada',
      '06 ada',
      '08 bo',
      '09 cy',
    ])
  })

  it('do not count any of many excluded occurrences, in whichever order they are told', () => {
    const handoff = { kind: 'occurrences', firstStart: '2026-01-05T09:00:00Z', every: 1 } as const
    const holders = Array.from({ length: 40 }, (_, turn) => `p${turn}`)
    const dates = (from: number, to: number, step: number): string[] =>
      Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => String(from + at * step).padStart(2, '0'))
    // Every third day from the 6th to the 27th, from the last to the first.
    const away = dates(6, 28, 3).toReversed()
    const exceptions = away.map((date) => ({ kind: 'excluded', start: `2026-01-${date}T09:00:00Z` }) as const)
    expect(turns(handoff, ['2026-01-05T00:00:00Z', '2026-02-01T00:00:00Z'], { exceptions }, { holders })).toEqual(
      dates(5, 32, 1)
        .filter((date) => !away.includes(date))
        .map((date, at) => `${date} p${at + 1}`),
    )
  })

  it('go on beside each other where occurrences overlap', () => {
    const long = {
      startsAtWall: '2026-01-05T00:00:00',
      endsAtWall: '2026-01-06T12:00:00',
      until: { kind: 'count', count: 3 },
    } as const
    const handoff = { kind: 'occurrences', firstStart: '2026-01-06T00:00:00Z', every: 1 } as const
    expect(turns(handoff, week, long)).toEqual(['05 ada', '06 ada+bo', '06 bo', '07 bo+cy', '07 cy'])
  })

  it('are the same in 2089 as counted', () => {
    const handoff = elapsed('2026-01-31T00:00:00', 'months')
    const daily = { startsAtWall: '2026-01-01T00:00:00', endsAtWall: '2026-01-02T00:00:00' }
    // 63 years and a month after the anchor: handoff 758, turn 758, place 758 mod 3.
    expect(turns(handoff, ['2089-02-28T00:00:00Z', '2089-03-01T00:00:00Z'], daily)).toEqual(['28 cy'])
  })
})
