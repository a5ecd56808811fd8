import { describe, expect, it } from 'vitest'
import type { EscalationPolicy, Schedule, UserGroup } from '../../src/model/index.ts'
import { listReferences, mapReferences } from '../../src/sync/index.ts'

const mark = (kind: string, reference: string): string => `${kind}(${reference})`

describe('mapReferences', () => {
  it('translates the members of a group as sets, and not its own key', () => {
    const group = {
      key: 'group:1',
      memberKeys: ['b', 'a'],
      memberGroupKeys: ['g'],
      supervisorKeys: ['s'],
    } as unknown as UserGroup
    expect(mapReferences('userGroup', group, mark)).toEqual({
      key: 'group:1',
      memberKeys: ['user(a)', 'user(b)'],
      memberGroupKeys: ['userGroup(g)'],
      supervisorKeys: ['user(s)'],
    })
  })

  it('translates participants at any depth and overrides, and not the keys of rotations', () => {
    const schedule = {
      key: 'group:1',
      rotations: [
        {
          key: 'r',
          participants: [
            {
              kind: 'all',
              of: [
                { kind: 'user', key: 'u' },
                { kind: 'all', of: [{ kind: 'policy', key: 'group:1' }] },
              ],
            },
            { kind: 'nobody' },
          ],
        },
      ],
      overrides: [
        { key: 'o', rotationKeys: ['r'], replaces: 'u', replacement: 'v' },
        { key: 'p', rotationKeys: ['r'], replaces: 'u', replacement: null },
      ],
    } as unknown as Schedule
    expect(mapReferences('schedule', schedule, mark)).toEqual({
      key: 'group:1',
      rotations: [
        {
          key: 'r',
          participants: [
            {
              kind: 'all',
              of: [
                { kind: 'user', key: 'user(u)' },
                { kind: 'all', of: [{ kind: 'policy', key: 'escalationPolicy(group:1)' }] },
              ],
            },
            { kind: 'nobody' },
          ],
        },
      ],
      overrides: [
        { key: 'o', rotationKeys: ['r'], replaces: 'user(u)', replacement: 'user(v)' },
        { key: 'p', rotationKeys: ['r'], replaces: 'user(u)', replacement: null },
      ],
    })
  })

  it('tells the three things with one key apart by where they are named', () => {
    const policy = {
      key: 'group:1',
      ownerGroupKey: 'group:1',
      levels: [
        {
          offsetMinutes: 0,
          targets: [
            { kind: 'rotation', scheduleKey: 'group:1', key: 'r' },
            { kind: 'policy', key: 'group:1' },
            { kind: 'user', key: 'u' },
          ],
        },
      ],
      repeat: [{ rotationKeys: ['r'], delayMinutes: 5, repetitions: null }],
    } as unknown as EscalationPolicy
    expect(listReferences('escalationPolicy', policy)).toEqual([
      { kind: 'userGroup', reference: 'group:1' },
      { kind: 'schedule', reference: 'group:1' },
      { kind: 'escalationPolicy', reference: 'group:1' },
      { kind: 'user', reference: 'u' },
    ])
    expect(mapReferences('escalationPolicy', policy, mark).repeat).toEqual(policy.repeat)
  })
})
