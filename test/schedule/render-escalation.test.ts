import { describe, expect, it } from 'vitest'
import type { OnCallSnapshot } from '../../src/model/index.ts'
import {
  coverage,
  onCallAt,
  policyCoverage,
  policyReach,
  renderEscalation,
  renderSchedule,
  type RenderWindow,
} from '../../src/schedule/index.ts'
import { aRotation, aSnapshot, aUser, oneSlot, reaches, slot } from './support/builders.ts'

const day = { from: '2026-01-05T00:00:00Z', to: '2026-01-06T00:00:00Z' }
describe('renderEscalation', () => {
  it('keeps each shift its own offsets where shifts overlap', () => {
    const evening = { recurrence: { startsAtWall: '2026-01-05T16:00:00', endsAtWall: '2026-01-05T20:00:00' } }
    const snapshot = aSnapshot([
      {
        slots: [
          slot(0, 'shift:a/slot:1', ['ada']),
          slot(10, 'shift:a/slot:2', ['bo']),
          slot(25, 'shift:a/slot:3', ['cy']),
          slot(0, 'shift:b/slot:1', ['dan'], evening),
          slot(15, 'shift:b/slot:2', ['eve'], evening),
        ],
      },
    ])
    expect(renderEscalation(snapshot, 'group:ops', day)).toEqual([
      {
        start: '2026-01-05T09:00:00Z',
        end: '2026-01-05T16:00:00Z',
        levels: [reaches(0, 'ada'), reaches(10, 'bo'), reaches(25, 'cy')],
      },
      {
        start: '2026-01-05T16:00:00Z',
        end: '2026-01-05T17:00:00Z',
        levels: [reaches(0, 'ada', 'dan'), reaches(10, 'bo'), reaches(15, 'eve'), reaches(25, 'cy')],
      },
      {
        start: '2026-01-05T17:00:00Z',
        end: '2026-01-05T20:00:00Z',
        levels: [reaches(0, 'dan'), reaches(15, 'eve')],
      },
    ])
  })

  it('keeps the offsets of those who come after an empty slot', () => {
    const snapshot = aSnapshot(
      [{ slots: [slot(0, 'shift:a/slot:1', ['off']), slot(5, 'shift:a/slot:2', ['bo'])] }],
      [aUser('off', false), aUser('bo')],
    )
    expect(onCallAt(snapshot, 'group:ops', '2026-01-05T12:00:00Z')).toEqual([reaches(5, 'bo')])
  })

  it('merges occurrences that touch and clips them to the window', () => {
    const around = aRotation({ recurrence: { startsAtWall: '2026-01-05T00:00:00', endsAtWall: '2026-01-06T00:00:00' } })
    const window = { from: '2026-02-01T01:30:00Z', to: '2026-03-01T00:00:00Z' }
    expect(renderEscalation(oneSlot(around), 'group:ops', window)).toEqual([
      { start: window.from, end: window.to, levels: [reaches(0, 'ada')] },
    ])
  })

  it('names a person once where several slots of a level reach them', () => {
    const snapshot = aSnapshot([
      {
        slots: [
          slot(0, 'shift:a/slot:1', ['bo']),
          slot(0, 'shift:a/slot:2', ['bo']),
          slot(0, 'shift:b/slot:1', ['ada']),
        ],
      },
    ])
    expect(onCallAt(snapshot, 'group:ops', '2026-01-05T12:00:00Z')).toEqual([reaches(0, 'ada', 'bo')])
  })

  it('gives nothing for a policy without levels and for an inactive one', () => {
    const snapshot = aSnapshot([
      { key: 'group:empty' },
      { key: 'group:off', active: false, slots: [slot(0, 'shift:a/slot:1', ['ada'])] },
    ])
    expect(renderEscalation(snapshot, 'group:empty', day)).toEqual([])
    expect(renderEscalation(snapshot, 'group:off', day)).toEqual([])
  })

  it('finds nothing in a window that ends where it starts', () => {
    const snapshot = oneSlot(aRotation())
    const empty = { from: '2026-01-05T10:00:00Z', to: '2026-01-05T10:00:00Z' }
    expect(renderEscalation(snapshot, 'group:ops', empty)).toEqual([])
    expect(renderSchedule(snapshot, 'group:ops', empty)).toEqual([])
    expect(coverage(snapshot, empty)).toMatchObject([{ coveredMinutes: 0, gapMinutes: 0, gaps: [], load: [] }])
  })

  it('finds the same in a window, whichever was asked for before', () => {
    const snapshot = oneSlot(aRotation())
    const at = (date: number) => `2026-01-${String(date).padStart(2, '0')}T00:00:00Z`
    for (const [from, to] of [
      [5, 7],
      [5, 6],
      [5, 8],
      [6, 8],
      [7, 8],
      [7, 9],
    ] as const) {
      const days = Array.from({ length: to - from }, (_, index) => from + index)
      expect(renderEscalation(snapshot, 'group:ops', { from: at(from), to: at(to) }).map(({ start }) => start)).toEqual(
        days.map((date) => at(date).replace('T00', 'T09')),
      )
    }
  })

  it('refuses an unknown key and a window that is none', () => {
    const snapshot = oneSlot(aRotation())
    for (const render of [renderSchedule, renderEscalation, policyCoverage]) {
      expect(() => render(snapshot, 'group:none', day)).toThrow(
        expect.objectContaining({ code: 'unknown-key', key: 'group:none' }),
      )
    }
    const bad = [
      { from: day.to, to: day.from },
      { from: 'yesterday', to: day.to },
      { from: day.from, to: '2026-02-30T00:00:00Z' },
    ]
    for (const window of bad) {
      expect(() => renderEscalation(snapshot, 'group:ops', window)).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      )
    }
    expect(() => onCallAt(snapshot, 'group:ops', 'now')).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
    expect(() => onCallAt(snapshot, 'group:none', day.from)).toThrow(expect.objectContaining({ code: 'unknown-key' }))
  })

  it('counts the start in and the end out', () => {
    const snapshot = oneSlot(aRotation())
    expect(onCallAt(snapshot, 'group:ops', '2026-01-05T09:00:00Z')).toEqual([reaches(0, 'ada')])
    expect(onCallAt(snapshot, 'group:ops', '2026-01-05T08:59:59.999Z')).toEqual([])
    expect(onCallAt(snapshot, 'group:ops', '2026-01-05T17:00:00Z')).toEqual([])
  })

  it('tells seconds and milliseconds where there are some', () => {
    const window = { from: '2026-01-05T09:30:15Z', to: '2026-01-05T10:00:00.250Z' }
    expect(renderEscalation(oneSlot(aRotation()), 'group:ops', window)).toEqual([
      { start: window.from, end: window.to, levels: [reaches(0, 'ada')] },
    ])
  })

  it('keeps slots apart that differ in handoff or number of participants only', () => {
    const handoff = { kind: 'occurrences', firstStart: '2026-01-05T00:00:00Z', every: 1 } as const
    const snapshot = aSnapshot([
      {
        slots: [
          slot(0, 'shift:a/slot:1', ['ada', 'bo']),
          slot(1, 'shift:a/slot:2', ['ada', 'bo'], { handoff }),
          slot(2, 'shift:a/slot:3', ['ada', 'bo', 'cy'], { handoff }),
          slot(3, 'shift:a/slot:4', ['ada', 'bo', 'cy'], { handoff, timeZone: 'Asia/Tokyo' }),
        ],
      },
    ])
    // The second occurrence, turn 2.
    const window = { from: '2026-01-06T00:00:00Z', to: '2026-01-06T12:00:00Z' }
    expect(renderEscalation(snapshot, 'group:ops', window)).toEqual([
      { start: '2026-01-06T00:00:00Z', end: '2026-01-06T08:00:00Z', levels: [reaches(3, 'cy')] },
      {
        start: '2026-01-06T09:00:00Z',
        end: '2026-01-06T12:00:00Z',
        levels: [reaches(0, 'ada'), reaches(1, 'ada'), reaches(2, 'cy')],
      },
    ])
  })

  it('keeps 09:00 local across the change of the clocks', () => {
    const snapshot = oneSlot(aRotation({ timeZone: 'America/New_York' }))
    const window = { from: '2026-03-07T00:00:00Z', to: '2026-03-09T00:00:00Z' }
    expect(renderEscalation(snapshot, 'group:ops', window).map(({ start, end }) => [start, end])).toEqual([
      ['2026-03-07T14:00:00Z', '2026-03-07T22:00:00Z'],
      ['2026-03-08T13:00:00Z', '2026-03-08T21:00:00Z'],
    ])
  })

  it('reaches nobody through a rotation or a schedule that is not there', () => {
    const levels = [
      {
        offsetMinutes: 0,
        targets: [
          { kind: 'rotation', scheduleKey: 'group:ops', key: 'shift:gone/slot:1' },
          { kind: 'rotation', scheduleKey: 'group:gone', key: 'shift:a/slot:1' },
          { kind: 'rotation', scheduleKey: 'group:ops', key: 'shift:a/slot:1' },
        ],
      },
    ] as const
    const snapshot = aSnapshot([{ levels, slots: [slot(0, 'shift:a/slot:1', ['ada']), slot(0, 'shift:a/slot:2', [])] }])
    expect(onCallAt(snapshot, 'group:ops', '2026-01-05T12:00:00Z')).toEqual([reaches(0, 'ada')])
    expect(renderSchedule(snapshot, 'group:ops', day).map(({ rotationKey }) => rotationKey)).toEqual(['shift:a/slot:1'])
  })

  it('reaches users and policies that a level names itself', () => {
    const snapshot = aSnapshot(
      [
        {
          levels: [
            {
              offsetMinutes: 0,
              targets: [
                { kind: 'user', key: 'person:zoe' },
                { kind: 'user', key: 'person:off' },
              ],
            },
            { offsetMinutes: 20, targets: [{ kind: 'policy', key: 'group:db' }] },
          ],
        },
        { key: 'group:db', slots: [slot(0, 'shift:db/slot:1', ['ada']), slot(7, 'shift:db/slot:2', ['bo'])] },
      ],
      [aUser('zoe'), aUser('off', false)],
    )
    expect(renderEscalation(snapshot, 'group:ops', day).map(({ levels }) => levels)).toEqual([
      [reaches(0, 'zoe')],
      [reaches(0, 'zoe'), reaches(20, 'ada'), reaches(27, 'bo')],
      [reaches(0, 'zoe')],
    ])
  })
})

describe('policyReach', () => {
  /** By offset and user. */
  const spansIn = (snapshot: OnCallSnapshot, { from, to }: RenderWindow) => {
    const reach = policyReach(snapshot, 'group:ops', Date.parse(from), Date.parse(to))
    const texts = (spans: readonly number[]) => spans.map((ms) => new Date(ms).toISOString().replace('.000Z', 'Z'))
    return Object.fromEntries(
      [...reach].map(([offset, users]) => [
        offset,
        Object.fromEntries([...users].map(([key, spans]) => [key, texts(spans)])),
      ]),
    )
  }

  it('tells each person and offset by itself', () => {
    const late = { recurrence: { startsAtWall: '2026-01-05T17:00:00', endsAtWall: '2026-01-05T18:00:00' } }
    const snapshot = aSnapshot([
      {
        slots: [
          slot(5, 'shift:a/slot:2', ['ada']),
          slot(0, 'shift:a/slot:1', ['bo']),
          slot(0, 'shift:b/slot:1', ['bo'], late),
          slot(0, 'shift:b/slot:2', ['ada'], late),
        ],
      },
    ])
    const [nine, five, six] = ['2026-01-05T09:00:00Z', '2026-01-05T17:00:00Z', '2026-01-05T18:00:00Z']
    expect(spansIn(snapshot, day)).toEqual({
      0: { 'person:ada': [five, six], 'person:bo': [nine, six] },
      5: { 'person:ada': [nine, five] },
    })
  })

  it('tells each stretch', () => {
    const window = { from: '2026-01-05T12:00:00Z', to: '2026-01-08T00:00:00Z' }
    const days = [
      [window.from, '2026-01-05T17:00:00Z'],
      ['2026-01-06T09:00:00Z', '2026-01-06T17:00:00Z'],
      ['2026-01-07T09:00:00Z', '2026-01-07T17:00:00Z'],
    ]
    expect(spansIn(oneSlot(aRotation()), window)).toEqual({ 0: { 'person:ada': days.flat() } })
  })
})

describe('a crowd', () => {
  const names = Array.from({ length: 70 }, (_, number) => `p${String(number).padStart(2, '0')}`)
  /** Each person is on duty for an hour longer than the one before. */
  const crowd = (rule: { kind: 'once' } | { kind: 'yearly' }) =>
    aSnapshot([
      {
        slots: names.map((name, number) => {
          const end = new Date(Date.UTC(2026, 0, 5, 1 + number)).toISOString().slice(0, 19)
          return slot(0, `shift:${name}/slot:1`, [name], {
            recurrence: { startsAtWall: '2026-01-05T00:00:00', endsAtWall: end, rule },
          })
        }),
      },
    ])
  const expected = (year: number) =>
    names.map((_, number) => ({
      start: new Date(Date.UTC(year, 0, 5, number)).toISOString().replace('.000Z', 'Z'),
      end: new Date(Date.UTC(year, 0, 5, number + 1)).toISOString().replace('.000Z', 'Z'),
      levels: [reaches(0, ...names.slice(number))],
    }))

  it('leaves one by one', () => {
    const window = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' }
    expect(renderEscalation(crowd({ kind: 'once' }), 'group:ops', window)).toEqual(expected(2026))
  })

  it('leaves one by one in each of a thousand years', () => {
    const window = { from: '2026-01-01T00:00:00Z', to: '3026-01-01T00:00:00Z' }
    const rendered = renderEscalation(crowd({ kind: 'yearly' }), 'group:ops', window)
    expect(rendered.length).toBe(70 * 1000)
    expect(rendered.slice(0, 70)).toEqual(expected(2026))
    expect(rendered.slice(-70)).toEqual(expected(3025))
  })
})
