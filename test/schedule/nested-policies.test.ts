import { describe, expect, it } from 'vitest'
import { onCallAt, renderEscalation } from '../../src/schedule/index.ts'
import { aSnapshot, anAbsence, type Holder, reaches, slot } from './support/builders.ts'

const day = { from: '2026-01-05T00:00:00Z', to: '2026-01-06T00:00:00Z' }

describe('nested policies', () => {
  const policy = (key: string): Holder => ({ kind: 'policy', key })

  it('adds the offsets of the inner policy to those of the slot, while the slot is on duty', () => {
    const inner = { recurrence: { startsAtWall: '2026-01-05T12:00:00', endsAtWall: '2026-01-05T23:00:00' } }
    const snapshot = aSnapshot([
      { slots: [slot(10, 'shift:a/slot:1', [policy('group:db')])] },
      {
        key: 'group:db',
        slots: [slot(0, 'shift:db/slot:1', ['ada'], inner), slot(5, 'shift:db/slot:2', ['bo'], inner)],
      },
    ])
    expect(renderEscalation(snapshot, 'group:ops', day)).toEqual([
      { start: '2026-01-05T12:00:00Z', end: '2026-01-05T17:00:00Z', levels: [reaches(10, 'ada'), reaches(15, 'bo')] },
    ])
  })

  it('follows each occurrence of the inner policy during one long duty of the slot, and the other way round', () => {
    const around = { recurrence: { startsAtWall: '2026-01-05T00:00:00', endsAtWall: '2026-01-06T00:00:00' } }
    const days = { from: '2026-01-05T00:00:00Z', to: '2026-01-08T00:00:00Z' }
    const long = slot(0, 'shift:long/slot:1', [policy('group:short')], around)
    const short = slot(0, 'shift:short/slot:1', ['ada'])
    const longInside = slot(0, 'shift:inside/slot:1', ['bo'], around)
    const snapshot = aSnapshot([
      { slots: [long] },
      { key: 'group:short', slots: [short] },
      { key: 'group:outer', slots: [slot(0, 'shift:outer/slot:1', [policy('group:long')])] },
      { key: 'group:long', slots: [longInside] },
    ])
    for (const [key, who] of [
      ['group:ops', 'ada'],
      ['group:outer', 'bo'],
    ] as const) {
      expect(renderEscalation(snapshot, key, days)).toEqual(
        ['05', '06', '07'].map((date) => ({
          start: `2026-01-${date}T09:00:00Z`,
          end: `2026-01-${date}T17:00:00Z`,
          levels: [reaches(0, who)],
        })),
      )
    }
  })

  it('reaches nobody through an inactive or missing inner policy', () => {
    const snapshot = aSnapshot([
      {
        slots: [
          slot(0, 'shift:a/slot:1', [policy('group:off')]),
          slot(5, 'shift:a/slot:2', [policy('group:gone')]),
          slot(9, 'shift:a/slot:3', ['bo']),
        ],
      },
      { key: 'group:off', active: false, slots: [slot(0, 'shift:off/slot:1', ['ada'])] },
    ])
    expect(onCallAt(snapshot, 'group:ops', '2026-01-05T12:00:00Z')).toEqual([reaches(9, 'bo')])
  })

  it('cuts a circle where a group comes up again on its own path, and nowhere else', () => {
    const snapshot = aSnapshot([
      { key: 'group:a', slots: [slot(0, 'shift:a/slot:1', ['ada']), slot(10, 'shift:a/slot:2', [policy('group:b')])] },
      { key: 'group:b', slots: [slot(0, 'shift:b/slot:1', ['bo']), slot(3, 'shift:b/slot:2', [policy('group:c')])] },
      {
        key: 'group:c',
        slots: [
          slot(0, 'shift:c/slot:1', ['cy']),
          slot(1, 'shift:c/slot:2', [policy('group:a')]),
          slot(2, 'shift:c/slot:3', [policy('group:b')]),
        ],
      },
    ])
    const at = (key: string) => onCallAt(snapshot, key, '2026-01-05T12:00:00Z')
    expect(at('group:a')).toEqual([reaches(0, 'ada'), reaches(10, 'bo'), reaches(13, 'cy')])
    expect(at('group:b')).toEqual([reaches(0, 'bo'), reaches(3, 'cy'), reaches(4, 'ada')])
    expect(at('group:c')).toEqual([reaches(0, 'cy'), reaches(1, 'ada'), reaches(2, 'bo'), reaches(11, 'bo')])
  })

  it('gives the same whatever was asked before', () => {
    const teams = [
      {
        key: 'group:a',
        slots: [
          slot(0, 'shift:a/slot:1', ['ada']),
          slot(10, 'shift:a/slot:2', [policy('group:b')]),
          slot(30, 'shift:a/slot:3', [policy('group:c')]),
        ],
      },
      { key: 'group:b', slots: [slot(0, 'shift:b/slot:1', ['bo']), slot(3, 'shift:b/slot:2', [policy('group:c')])] },
      { key: 'group:c', slots: [slot(0, 'shift:c/slot:1', ['cy']), slot(2, 'shift:c/slot:2', [policy('group:b')])] },
    ]
    expect(onCallAt(aSnapshot(teams), 'group:a', '2026-01-05T12:00:00Z')).toEqual([
      reaches(0, 'ada'),
      reaches(10, 'bo'),
      reaches(13, 'cy'),
      reaches(30, 'cy'),
      reaches(32, 'bo'),
    ])
  })

  it('reaches all of several participants together', () => {
    const all: Holder = {
      kind: 'all',
      of: [
        { kind: 'user', key: 'person:cy' },
        { kind: 'user', key: 'person:bo' },
        { kind: 'policy', key: 'group:db' },
        { kind: 'nobody' },
      ],
    }
    const snapshot = aSnapshot([
      { slots: [slot(5, 'shift:a/slot:1', [all])] },
      { key: 'group:db', slots: [slot(0, 'shift:db/slot:1', ['ada']), slot(4, 'shift:db/slot:2', ['eve'])] },
    ])
    expect(onCallAt(snapshot, 'group:ops', '2026-01-05T12:00:00Z')).toEqual([
      reaches(5, 'ada', 'bo', 'cy'),
      reaches(9, 'eve'),
    ])
  })

  it('leaves slots of a nested group alone when somebody is away from the parent group only', () => {
    const absence = anAbsence('1', 'ada', null, [day.from, day.to], {
      scope: 'group',
      rotationKeys: ['shift:a/slot:1'],
    })
    const snapshot = aSnapshot([
      {
        slots: [slot(0, 'shift:a/slot:1', ['ada']), slot(5, 'shift:a/slot:2', [policy('group:db')])],
        overrides: [absence],
      },
      { key: 'group:db', slots: [slot(0, 'shift:db/slot:1', ['ada'])] },
    ])
    expect(onCallAt(snapshot, 'group:ops', '2026-01-05T12:00:00Z')).toEqual([reaches(5, 'ada')])
  })

  it('goes once round a large circle', () => {
    const keys = Array.from({ length: 300 }, (_, number) => `group:${number}`)
    const snapshot = aSnapshot(
      keys.map((key, number) => ({
        key,
        slots: [
          slot(0, `shift:${number}/slot:1`, [`p${number}`]),
          slot(1, `shift:${number}/slot:2`, [policy(keys[(number + 1) % keys.length] ?? '')]),
        ],
      })),
    )
    expect(onCallAt(snapshot, 'group:7', '2026-01-05T12:00:00Z')).toEqual(
      keys.map((_, number) => reaches(number, `p${(number + 7) % keys.length}`)),
    )
  })
})
