import { describe, expect, it } from 'vitest'
import type { Schedule, User, UserGroup } from '../../../src/model/index.ts'
import type { SyncPlan } from '../../../src/sync/index.ts'
import { actionsOf, anEntry, aRecord, conflictsOf, planOf, skippedOf } from '../support/plan-of.ts'
import { aPhone, aPolicy, aRota, aTeam, aUser } from '../support/items.ts'

const ana = aUser('person:ana', { name: 'Ana' })
const bo = aUser('person:bo', { name: 'Bo', email: null })
const everywhere = {
  users: [ana],
  userGroups: [
    aTeam('group:1', { memberKeys: [ana.key], supervisorKeys: [ana.key] }),
    aTeam('group:2', { memberKeys: [ana.key] }),
  ],
  schedules: [
    aRota('group:1', [ana.key, 'person:bo'], {
      overrides: [
        {
          key: 'absence:1',
          rotationKeys: [],
          from: '2026-12-24T00:00:00Z',
          to: '2026-12-25T00:00:00Z',
          replaces: ana.key,
          replacement: null,
          scope: 'all',
        },
        {
          key: 'absence:2',
          rotationKeys: [],
          from: '2026-12-24T00:00:00Z',
          to: '2026-12-25T00:00:00Z',
          replaces: 'person:bo',
          replacement: ana.key,
          scope: 'all',
        },
      ],
    }),
  ],
  escalationPolicies: [
    aPolicy('group:1'),
    aPolicy('group:2', { levels: [{ offsetMinutes: 0, targets: [{ kind: 'user', key: ana.key }] }] }),
  ],
} as const
const target = { users: [aRecord('b', bo)] }
const baseline = [anEntry('user', 'b', bo)]

describe('a user that matches nobody', () => {
  it('is created', () => {
    expect(actionsOf(planOf({ source: { users: [ana] } }))).toEqual(['user:person:ana:create'])
  })

  it('is invited where the option selects them, they have an address and the adapter can', () => {
    const source = { users: [ana, bo] }
    expect(actionsOf(planOf({ source, options: { invite: 'unmatched' } }))).toEqual([
      'user:person:ana:invite',
      'user:person:bo:create',
    ])
    expect(actionsOf(planOf({ source, options: { invite: ({ name }) => name !== 'Ana' } }))).toEqual([
      'user:person:ana:create',
      'user:person:bo:create',
    ])
    expect(actionsOf(planOf({ source, options: { invite: 'unmatched' }, capabilities: { invite: false } }))).toEqual([
      'user:person:ana:create',
      'user:person:bo:create',
    ])
  })

  it('is a conflict where users cannot be created, that names the policies and schedules that are weaker for it', () => {
    const plan = planOf({
      source: { ...everywhere, users: [ana, bo] },
      target,
      baseline,
      capabilities: { users: 'existing-only' },
    })
    expect(plan.conflicts).toMatchObject([{ id: 'user:person:ana:user-not-found', affects: ['group:1', 'group:2'] }])
    const value = (id: string): unknown => plan.changes.find((change) => change.id === id)?.value
    expect(value('userGroup:group:1:create')).toMatchObject({ memberKeys: [], supervisorKeys: [] })
    expect(value('schedule:group:1:create')).toMatchObject({
      rotations: [{ participants: [{ kind: 'nobody' }, { kind: 'user', key: 'person:bo' }] }],
      overrides: [{ key: 'absence:2', replacement: null }],
    })
    expect(value('escalationPolicy:group:2:create')).toMatchObject({ levels: [{ offsetMinutes: 0, targets: [] }] })
  })

  it('does not weaken a group that they are only a member of', () => {
    const source = { users: [ana], userGroups: [aTeam('group:1', { memberKeys: [ana.key] })] }
    const plan = planOf({ source, capabilities: { users: 'existing-only' } })
    expect(plan.conflicts).toMatchObject([{ affects: [] }])
  })

  it('takes their places as soon as they are there', () => {
    const source = { users: [ana], userGroups: [aTeam('group:1', { memberKeys: [ana.key] })] }
    const plan = planOf({
      source,
      target: { users: [aRecord('a', ana, { link: null })], userGroups: [aRecord('g', aTeam('group:1'))] },
      baseline: [anEntry('userGroup', 'g', aTeam('group:1'))],
      capabilities: { users: 'existing-only' },
    })
    expect(plan.conflicts).toEqual([])
    expect(plan.changes).toMatchObject([
      { id: 'user:person:ana:link' },
      { id: 'userGroup:group:1:update', value: { memberKeys: [ana.key] } },
    ])
  })

  it('is waited for by what refers to them, where they are invited', () => {
    const plan = planOf({
      source: { ...everywhere, users: [ana, bo] },
      target,
      baseline,
      options: { invite: 'unmatched' },
    })
    expect(
      plan.changes.filter(({ dependsOn }) => dependsOn.includes('user:person:ana:invite')).map(({ id }) => id),
    ).toEqual([
      'userGroup:group:1:create',
      'userGroup:group:2:create',
      'schedule:group:1:create',
      'escalationPolicy:group:2:create',
    ])
  })

  it('gets the rest of their details by the run that finds the record of the invitation', () => {
    const source = { users: [{ ...ana, givenName: 'Ana', timeZone: 'Europe/London' }] }
    const first = planOf({ source, options: { invite: 'unmatched' } })
    const { baseline: remembered } = first.changes[0]!
    for (const strategy of ['merge', 'preserve-local-changes'] as const) {
      const second = planOf({
        source,
        target: { users: [aRecord('a', ana, { link: null, status: 'invited' })] },
        baseline: [anEntry('user', 'a', remembered as User)],
        options: { invite: 'unmatched', strategy },
      })
      expect(second.changes).toMatchObject([
        { action: 'update', targetId: 'a', value: { givenName: 'Ana', timeZone: 'Europe/London' } },
      ])
    }
  })
})

describe('somebody who was invited and leaves before the link came about', () => {
  it.each(['preserve-local-changes', 'merge', 'manual'] as const)(
    'leaves the groups and rings too, with %s',
    (strategy) => {
      const team = aTeam('group:1', { memberKeys: [ana.key] })
      const rota = aRota('group:1', [ana.key, bo.key])
      const plan = planOf({
        source: { users: [bo], userGroups: [aTeam('group:1')], schedules: [aRota('group:1', [bo.key])] },
        target: {
          users: [aRecord('a', ana, { link: null, status: 'invited' }), aRecord('b', bo)],
          userGroups: [aRecord('g', { ...team, memberKeys: ['a'] })],
          schedules: [aRecord('s', aRota('group:1', ['a', 'b']))],
        },
        baseline: [
          anEntry('user', 'a', ana),
          anEntry('user', 'b', bo),
          anEntry('userGroup', 'g', team),
          anEntry('schedule', 's', rota),
        ],
        options: { strategy },
      })
      expect([plan.conflicts, plan.drift]).toEqual([[], []])
      const [group, schedule] = plan.changes.map(({ value }) => value as Partial<UserGroup & Schedule>)
      expect(group?.memberKeys).toEqual([])
      expect(schedule?.rotations?.[0]?.participants).toEqual([{ kind: 'user', key: bo.key }])
    },
  )
})

describe('a conflict over what a policy needs', () => {
  const nesting = (key: string, inner: string) =>
    aPolicy(key, { levels: [{ offsetMinutes: 15, targets: [{ kind: 'policy', key: inner }] }] })
  const heldBy = (key: string, policy: string) => {
    const [rotation] = aRota(key, []).rotations
    return aRota(key, [], { rotations: [{ ...rotation!, participants: [{ kind: 'policy', key: policy }] }] })
  }
  const source = {
    users: [bo],
    userGroups: ['group:1', 'group:2', 'group:3', 'group:4'].map((key) => aTeam(key)),
    schedules: [aRota('group:1', [bo.key], { name: 'Ops rota' }), heldBy('group:4', 'group:3')],
    escalationPolicies: [
      aPolicy('group:1', { levels: [...aPolicy('group:1').levels, { offsetMinutes: 30, targets: [] }] }),
      nesting('group:2', 'group:1'),
      nesting('group:3', 'group:2'),
      aPolicy('group:4'),
    ],
  }
  const foreign = { link: { origin: 'elsewhere', key: 'x' } }
  const policies = (plan: SyncPlan) => actionsOf(plan).filter((id) => id.startsWith('escalationPolicy'))

  const silent = (plan: SyncPlan) => plan.skipped.filter(({ code }) => code === 'alerts-nobody')

  it('names every policy that is weaker for it, and the one whose level it empties', () => {
    const taken = { schedules: [aRecord('s', aRota('x', [], { name: 'Ops rota' }), foreign)] }
    const plan = planOf({ source, target: taken })
    expect(plan.conflicts).toMatchObject([
      { id: 'schedule:group:1:duplicate-schedule', affects: ['group:1', 'group:2', 'group:3', 'group:4'] },
    ])
    expect(policies(plan).length).toBe(4)
    expect(plan.skipped).toMatchObject([
      {
        entity: 'escalationPolicy',
        key: 'group:1',
        targetId: null,
        code: 'alerts-nobody',
        reason: 'It alerts nobody after 0 min, because the target does not get "Ops rota".',
      },
    ])
  })

  it('names the policy that it keeps back with its group', () => {
    const taken = { userGroups: [aRecord('g', aTeam('x', { name: 'group:1' }), foreign)] }
    const plan = planOf({ source, target: taken })
    expect(plan.conflicts).toMatchObject([
      { id: 'userGroup:group:1:name-collision', affects: ['group:1', 'group:2', 'group:3', 'group:4'] },
    ])
    expect(skippedOf(plan)).toEqual(['escalationPolicy:group:1:needs-owner', 'escalationPolicy:group:2:alerts-nobody'])
  })

  it('names it again in the next run, when the policy is in the target', () => {
    const taken = { schedules: [aRecord('s', aRota('x', [], { name: 'Ops rota' }), foreign)] }
    const emptied = aPolicy('group:1', { levels: [{ offsetMinutes: 0, targets: [] }] })
    const inTarget = { ...taken, userGroups: [aRecord('group:1', aTeam('group:1'))] }
    const plan = planOf({
      source: { ...source, escalationPolicies: [aPolicy('group:1')] },
      target: { ...inTarget, escalationPolicies: [aRecord('p', emptied)] },
      baseline: [anEntry('escalationPolicy', 'p', emptied)],
    })
    expect(plan.unchanged.escalationPolicy).toBe(1)
    expect(silent(plan)).toMatchObject([{ key: 'group:1', targetId: 'p' }])
  })

  it('says nothing of a level that the target fills itself, or that mentions others too', () => {
    const taken = {
      schedules: [aRecord('s', aRota('x', [], { name: 'Ops rota' }), foreign)],
      users: [aRecord('b', bo)],
    }
    const byBo = { kind: 'user', key: bo.key } as const
    const { targets } = aPolicy('group:1').levels[0]!
    const both = aPolicy('group:1', { levels: [{ offsetMinutes: 0, targets: [...targets, byBo] }] })
    const own = aPolicy('group:1', { levels: [{ offsetMinutes: 0, targets: [{ kind: 'user', key: 'b' }] }] })
    expect(silent(planOf({ source: { ...source, escalationPolicies: [both] }, target: taken }))).toEqual([])
    const plan = planOf({
      source: { ...source, escalationPolicies: [aPolicy('group:1')] },
      target: { ...taken, userGroups: [aRecord('group:1', aTeam('group:1'))], escalationPolicies: [aRecord('p', own)] },
      options: { strategy: 'preserve-local-changes' },
    })
    expect(silent(plan)).toEqual([])
  })
})

describe('what the target or the options leave out', () => {
  it('is listed where the target does not keep the kind', () => {
    const plan = planOf({ source: { ...everywhere, users: [ana, bo] }, capabilities: { entities: ['user'] } })
    expect(actionsOf(plan)).toEqual(['user:person:ana:create', 'user:person:bo:create'])
    expect(new Set(plan.skipped.map(({ code }) => code))).toEqual(new Set(['entity-not-kept']))
    expect(plan.skipped.length).toBe(5)
  })

  it('is neither written nor taken away where contact details are not planned', () => {
    const source = { users: [{ ...ana, contactMethods: [aPhone('1')] }] }
    const options = { contactDetails: false, strategy: 'overwrite-with-source' } as const
    expect(planOf({ source, options }).changes).toMatchObject([{ action: 'create', value: { contactMethods: [] } }])
    const own = { ...ana, name: 'Other', contactMethods: [aPhone('own')] }
    const plan = planOf({
      source,
      target: { users: [aRecord('a', own)] },
      baseline: [anEntry('user', 'a', ana)],
      options,
    })
    expect(plan.changes).toMatchObject([
      { action: 'update', value: { name: 'Ana', contactMethods: own.contactMethods } },
    ])
  })

  it('is said where the snapshot refers to what it does not have', () => {
    const plan = planOf({
      source: {
        userGroups: [aTeam('group:1', { memberKeys: ['person:nobody'], memberGroupKeys: ['group:none'] })],
        schedules: [aRota('group:1', ['person:nobody'])],
      },
    })
    expect(conflictsOf(plan)).toEqual(['user:person:nobody:user-not-found'])
    expect(skippedOf(plan)).toEqual(['userGroup:group:none:missing-reference'])
    expect(plan.changes).toMatchObject([{ value: { memberKeys: [], memberGroupKeys: [] } }, {}])
  })
})
