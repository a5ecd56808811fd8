import { describe, expect, it } from 'vitest'
import { fitToTarget, type FoundDifference } from '../../src/mapping/index.ts'
import type { Override, Participant } from '../../src/model/index.ts'
import { anAbsence, aSnapshot, slot } from '../schedule/support/builders.ts'

const horizon = { from: '2026-11-23T00:00:00Z', to: '2026-11-30T00:00:00Z' }
const user = (id: string, overridable?: false): Participant => ({
  kind: 'user',
  key: `person:${id}`,
  ...(overridable === false && { overridable }),
})
const target = (slot: number) => ({ kind: 'rotation', scheduleKey: 'group:g', key: `shift:s/slot:${slot}` }) as const

/** At once Bo's device or Ana from one slot, Dan or Cy from the other; after ten minutes Eve. */
const slots = [
  slot(0, 'shift:s/slot:2', [user('bo', false), 'ana']),
  slot(0, 'shift:s/slot:1', ['dan', { kind: 'all', of: [user('cy')] }]),
  slot(10, 'shift:s/slot:3', ['eve']),
]
const slotKeys = slots.map(({ rotation }) => rotation.key).sort()
const away = (key: string, replacement: string | null): Override =>
  anAbsence(key, 'dan', replacement, ['2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'], {
    rotationKeys: ['shift:s/slot:1', 'shift:s/slot:9'],
  })
const teams = aSnapshot([
  { key: 'group:g', name: 'Team g', timeZone: 'Europe/Berlin', slots, overrides: [away('1', 'zoe'), away('2', null)] },
  { key: 'group:bare', name: 'Team bare' },
])
const snapshot = { ...teams, schedules: teams.schedules.slice(0, 1) }

function fit(difference: Partial<FoundDifference>, key = 'group:g') {
  const found: FoundDifference = {
    start: '2026-11-23T09:00:00Z',
    end: '2026-11-23T10:30:00Z',
    offsetMinutes: 0,
    expected: [],
    observed: [],
    cause: 'rotation.by-alert',
    ...difference,
  }
  const fitted = fitToTarget(snapshot, {}, { horizon, parity: { policies: [{ key, differences: [found] }] } })
  const schedule = fitted.snapshot.schedules.find((one) => one.key === key)
  const isNew = (one: { readonly key: string }): boolean => one.key.startsWith('parity:')
  return {
    ...fitted,
    schedule,
    overrides: schedule?.overrides.filter(isNew) ?? [],
    rotations: schedule?.rotations.filter(isNew) ?? [],
    levels: fitted.snapshot.escalationPolicies.find((one) => one.key === key)?.levels,
  }
}

const people = (...ids: readonly string[]): readonly string[] => ids.map((id) => `person:${id}`)

describe('a difference that parity found', () => {
  it('gives the places of those who are not there to those who are, both in the order of their keys', () => {
    const {
      overrides,
      rotations: added,
      ledger,
    } = fit({
      expected: people('dan', 'cy', 'bo'),
      observed: people('x', 'bo', 'w', 'v'),
    })
    const made = (replaces: string, replacement: string): Override => ({
      key: `parity:2026-11-23T09:00:00Z/0/person:${replaces}`,
      rotationKeys: ['shift:s/slot:1', 'shift:s/slot:2'],
      from: '2026-11-23T09:00:00Z',
      to: '2026-11-23T10:30:00Z',
      replaces: `person:${replaces}`,
      replacement: `person:${replacement}`,
      scope: 'group',
      renewBy: horizon.to,
    })
    expect(overrides).toEqual([made('cy', 'v'), made('dan', 'w')])
    expect(added).toEqual([
      {
        key: 'parity:2026-11-23T09:00:00Z/0/person:x',
        name: 'Team g',
        timeZone: 'UTC',
        recurrence: {
          startsAtWall: '2026-11-23T09:00:00',
          endsAtWall: '2026-11-23T10:30:00',
          rule: { kind: 'once' },
          until: { kind: 'never' },
          duration: { kind: 'wall' },
          disambiguation: 'compatible',
          exceptions: [],
        },
        participants: [user('x', false)],
        handoff: null,
      },
    ])
    expect(ledger).toEqual({
      leaves: 1,
      mapped: 0,
      approximated: 1,
      dropped: 0,
      unknown: 0,
      entries: [
        {
          code: 'fit.parity',
          outcome: 'approximated',
          entity: 'group:g',
          path: 'levels[0]',
          value: 'rotation.by-alert',
          message: expect.stringContaining('a dated change stands in until 2026-11-30T00:00:00Z') as string,
          effect: { minutes: 90, people: 5, affects: people('cy', 'dan', 'v', 'w', 'x') },
        },
      ],
    })
  })

  it('leaves a place empty where nobody is there instead', () => {
    expect(fit({ expected: people('cy') }).overrides).toMatchObject([{ replaces: 'person:cy', replacement: null }])
  })

  it('adds a duty to the level of its offset, sorted by key', () => {
    const { schedule, levels } = fit({ offsetMinutes: 10, observed: people('x') })
    const key = 'parity:2026-11-23T09:00:00Z/10/person:x'
    expect(levels?.[1]).toEqual({
      offsetMinutes: 10,
      targets: [{ kind: 'rotation', scheduleKey: 'group:g', key }, target(3)],
    })
    expect(schedule?.rotations.map((one) => one.key)).toEqual([key, ...slotKeys])
    expect(schedule).toMatchObject({ name: 'Team g', timeZone: 'Europe/Berlin' })
  })

  it('makes a level, and a schedule, where there is none', () => {
    expect(fit({ offsetMinutes: 5, observed: people('x') }).levels?.map((one) => one.offsetMinutes)).toEqual([0, 5, 10])
    const bare = fit({ observed: people('x') }, 'group:bare')
    expect(bare.schedule).toMatchObject({ key: 'group:bare', name: 'Team bare', timeZone: 'UTC', overrides: [] })
    expect(bare.schedule?.rotations).toHaveLength(1)
    expect(bare.snapshot.schedules.map(({ key }) => key)).toEqual(['group:bare', 'group:g'])
    expect(fit({ observed: people('x') }, 'group:elsewhere').snapshot).toEqual(snapshot)
  })

  it('takes the place of a replacement, but not of a fixed device, nor one at another offset', () => {
    expect(fit({ expected: people('zoe') }).overrides).toMatchObject([{ replaces: 'person:zoe' }])
    for (const [offsetMinutes, id] of [
      [0, 'bo'],
      [0, 'eve'],
      [10, 'zoe'],
      [10, 'cy'],
      [5, 'eve'],
    ] as const) {
      const {
        overrides,
        rotations: added,
        ledger,
      } = fit({ offsetMinutes, expected: people(id), observed: people('x') })
      expect(overrides, id).toEqual([])
      expect(added, id).toHaveLength(1)
      expect(ledger, id).toMatchObject({
        approximated: 0,
        dropped: 1,
        entries: [
          {
            outcome: 'dropped',
            path: `levels[${offsetMinutes}]`,
            message: expect.stringContaining('not everybody') as string,
          },
        ],
      })
    }
  })

  it.each([
    ['2026-11-22T23:00:00Z', '2026-11-23T00:00:00Z', 0],
    ['2026-11-22T23:00:00Z', '2026-11-23T00:00:01Z', 1],
    ['2026-11-29T23:59:59Z', '2026-11-30T09:00:00Z', 1],
    ['2026-11-30T00:00:00Z', '2026-11-30T09:00:00Z', 0],
  ])('from %s to %s counts only inside of the horizon', (start, end, count) => {
    expect(fit({ start, end, expected: people('cy') }).overrides).toHaveLength(count)
  })
})
