import { describe, expect, it } from 'vitest'
import type { EscalationPolicy, Schedule, UserGroup } from '../../src/model/index.ts'
import { listReferences, mapReferences } from '../../src/sync/index.ts'
import { editReferences } from '../../src/sync/references.ts'

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

  it('leaves alone what a value does not have, or has as null', () => {
    const policy = { key: 'group:1', ownerGroupKey: null, levels: null } as unknown as EscalationPolicy
    expect(mapReferences('escalationPolicy', policy, mark)).toEqual(policy)
    expect(mapReferences('userGroup', { key: 'group:1' } as UserGroup, mark)).toEqual({ key: 'group:1' })
    expect(mapReferences('schedule', { key: 'group:1' } as Schedule, mark)).toEqual({ key: 'group:1' })
  })
})

describe('editReferences', () => {
  const without =
    (...gone: readonly string[]) =>
    (_kind: string, reference: string): string | null =>
      gone.includes(reference) ? null : reference

  it('gives back the same object where nothing changes', () => {
    const group = { key: 'group:1', memberKeys: ['a', 'b'], memberGroupKeys: [], supervisorKeys: [] } as never
    expect(editReferences('userGroup', group, without('c'))).toBe(group)
  })

  it('leaves out members, and no field that the group does not have', () => {
    const group = { key: 'group:1', memberGroupKeys: ['g', 'h'], supervisorKeys: [] } as never
    const edited = editReferences('userGroup', group, without('g'))
    expect(Object.entries(edited)).toEqual(Object.entries({ ...(group as object), memberGroupKeys: ['h'] }))
  })

  it('gives turns to nobody, and takes those away who hold one together with others', () => {
    const user = (key: string) => ({ kind: 'user', key })
    const schedule = {
      rotations: [{ participants: [user('a'), user('b'), { kind: 'all', of: [user('a'), user('b')] }] }],
      overrides: [
        { replaces: 'a', replacement: 'b' },
        { replaces: 'b', replacement: 'a' },
      ],
    } as never
    expect(editReferences('schedule', schedule, without('a'))).toEqual({
      rotations: [{ participants: [{ kind: 'nobody' }, user('b'), { kind: 'all', of: [user('b')] }] }],
      overrides: [{ replaces: 'b', replacement: null }],
    })
  })

  it('asks for nobody who stands in where nobody is away', () => {
    const asked: string[] = []
    const schedule = { rotations: [], overrides: [{ replaces: 'a', replacement: 'b' }] } as never
    editReferences('schedule', schedule, (_kind, reference) => {
      asked.push(reference)
      return null
    })
    expect(asked).toEqual(['a'])
  })

  it('leaves out targets, and the owner that has to go', () => {
    const targets = [
      { kind: 'rotation', scheduleKey: 's', key: 'r' },
      { kind: 'policy', key: 'p' },
      { kind: 'user', key: 'u' },
    ]
    const policy = { ownerGroupKey: 'g', levels: [{ offsetMinutes: 0, targets }] } as never
    const edited = editReferences('escalationPolicy', policy, without('g', 's', 'u'))
    expect(Object.entries(edited)).toEqual([
      ['levels', [{ offsetMinutes: 0, targets: [{ kind: 'policy', key: 'p' }] }]],
    ])
  })
})
