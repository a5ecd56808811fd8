import { describe, expect, it } from 'vitest'
import { SyncPlanner } from '../../../src/sync/index.ts'
import { actionsOf, anEntry, aRecord, conflictsOf, planOf, skippedOf } from '../support/plan-of.ts'
import { aPolicy, aRota, aTeam, aUser } from '../support/items.ts'

const ana = aUser('person:ana', { name: 'Ana', email: 'Ana@Example.org' })
const unlinked = { link: null } as const
const elsewhere = { link: { origin: 'pagerduty:acme', key: 'P1' } } as const

describe('matching', () => {
  it('knows an item by its link, whatever it is called now', () => {
    const plan = planOf({
      source: { userGroups: [aTeam('group:1', { name: 'Payments EU' })] },
      target: {
        userGroups: [aRecord('g1', aTeam('group:1', { name: 'Payments' })), aRecord('g2', aTeam('x'), unlinked)],
      },
      baseline: [anEntry('userGroup', 'g1', aTeam('group:1', { name: 'Payments' }))],
    })
    expect(plan.changes).toMatchObject([
      { action: 'update', targetId: 'g1', fields: [{ path: 'name', winner: 'source' }] },
    ])
    expect(plan.conflicts).toEqual([])
  })

  it('links users by address without regard to case, and others by name', () => {
    const plan = planOf({
      source: { users: [ana], userGroups: [aTeam('group:1', { name: 'Payments' })] },
      target: {
        users: [aRecord('u1', { ...ana, key: '', email: 'ana@example.org' }, unlinked)],
        userGroups: [aRecord('g1', aTeam('x', { name: 'Payments' }), unlinked)],
      },
    })
    expect(plan.changes).toMatchObject([
      { id: 'user:person:ana:link', targetId: 'u1', reason: 'It has the same e-mail address.' },
      { id: 'userGroup:group:1:link', targetId: 'g1', reason: 'It has the same name.' },
    ])
  })

  it('does not take a user for another because of the name', () => {
    const plan = planOf({
      source: { users: [ana] },
      target: { users: [aRecord('u1', { ...ana, email: 'ana.lima@example.org' }, unlinked)] },
    })
    expect(actionsOf(plan)).toEqual(['user:person:ana:create'])
  })

  it('follows the pair that a person decided, also to a record whose item is gone', () => {
    const manual = [{ entity: 'user', key: ana.key, targetId: 'u2' }] as const
    const plan = planOf({
      source: { users: [ana] },
      target: {
        users: [aRecord('u1', { ...ana, key: '' }, unlinked), aRecord('u2', aUser('person:old'), {})],
      },
      options: { match: { manual }, strategy: 'overwrite-with-source' },
    })
    expect(plan.changes).toMatchObject([{ action: 'update', targetId: 'u2', key: ana.key }])
  })

  it('refuses pairs that contradict each other', () => {
    const pair = (key: string, targetId: string) => ({ entity: 'user' as const, key, targetId })
    const withPairs =
      (...manual: ReturnType<typeof pair>[]) =>
      () =>
        new SyncPlanner({ match: { manual } })
    expect(withPairs(pair('a', '1'), pair('a', '2'))).toThrow(/twice/)
    expect(withPairs(pair('a', '1'), pair('b', '1'))).toThrow(/twice/)
    expect(withPairs(pair('a', '1'), pair('a', '1'))).not.toThrow()
  })
})

describe('what cannot be told is a conflict, never a guess', () => {
  it.each([
    [
      'two candidates by name',
      {
        source: { userGroups: [aTeam('group:1', { name: 'P' })] },
        target: {
          userGroups: [
            aRecord('a', aTeam('x', { name: 'P' }), unlinked),
            aRecord('b', aTeam('y', { name: 'P' }), unlinked),
          ],
        },
      },
      [{ kind: 'ambiguous-match', candidates: ['a', 'b'] }],
    ],
    [
      'one candidate that two want',
      {
        source: { userGroups: [aTeam('group:1', { name: 'P' }), aTeam('group:2', { name: 'P' })] },
        target: { userGroups: [aRecord('a', aTeam('x', { name: 'P' }), unlinked)] },
      },
      [
        { kind: 'ambiguous-match', key: 'group:1', candidates: ['a'] },
        { kind: 'ambiguous-match', key: 'group:2', candidates: ['a'] },
      ],
    ],
    [
      'an address twice in the target',
      {
        source: { users: [ana] },
        target: {
          users: [aRecord('a', ana, unlinked), aRecord('b', { ...ana, key: 'z', email: 'ANA@example.org' }, unlinked)],
        },
      },
      [{ kind: 'ambiguous-match', candidates: ['a', 'b'] }],
    ],
    [
      'an address twice in the source',
      { source: { users: [ana, { ...ana, key: 'person:twin' }] } },
      [
        { kind: 'ambiguous-match', key: 'person:ana', candidates: [] },
        { kind: 'ambiguous-match', key: 'person:twin', candidates: [] },
      ],
    ],
    [
      'an address that another user of the source has in the target',
      {
        source: { users: [ana, { ...aUser('person:2'), email: ana.email }] },
        target: { users: [aRecord('a', { ...aUser('person:2'), email: ana.email })] },
        baseline: [anEntry('user', 'a', { ...aUser('person:2'), email: ana.email })],
      },
      [{ kind: 'ambiguous-match', key: 'person:ana', candidates: ['a'] }],
    ],
    [
      'two records linked to one item',
      { source: { users: [ana] }, target: { users: [aRecord('a', ana), aRecord('b', ana)] } },
      [{ kind: 'ambiguous-match', candidates: ['a', 'b'] }],
    ],
    [
      'two records linked to an item that is gone',
      { target: { users: [aRecord('a', ana), aRecord('b', ana)] }, options: { removal: 'remove' } },
      [{ kind: 'ambiguous-match', candidates: ['a', 'b'] }],
    ],
    [
      'a user group named like what another import brought',
      {
        source: { userGroups: [aTeam('group:1', { name: 'P' })] },
        target: { userGroups: [aRecord('a', aTeam('x', { name: 'P' }), elsewhere)] },
      },
      [{ kind: 'name-collision', candidates: ['a'] }],
    ],
    [
      'a schedule named like what another import brought',
      {
        source: { schedules: [aRota('group:1', [], { name: 'P' })] },
        target: { schedules: [aRecord('a', aRota('x', [], { name: 'P' }), elsewhere)] },
      },
      [{ kind: 'duplicate-schedule', candidates: ['a'] }],
    ],
    [
      'a user group named like one whose item is gone',
      {
        source: { userGroups: [aTeam('group:1', { name: 'P' })] },
        target: { userGroups: [aRecord('a', aTeam('group:0', { name: 'P' }))] },
      },
      [{ kind: 'name-collision', candidates: ['a'] }],
    ],
    [
      'a record that was there at the last sync and is gone',
      { source: { users: [ana] }, baseline: [anEntry('user', 'a', ana)] },
      [{ kind: 'removed-in-target', candidates: [] }],
    ],
    [
      'a pair with a record that is not there',
      {
        source: { users: [ana] },
        options: { match: { manual: [{ entity: 'user', key: ana.key, targetId: 'nowhere' }] } },
      },
      [{ kind: 'removed-in-target' }],
    ],
    [
      'a pair with a record that is another item’s',
      {
        source: { users: [ana, aUser('person:2')] },
        target: { users: [aRecord('a', aUser('person:2'))] },
        options: { match: { manual: [{ entity: 'user', key: ana.key, targetId: 'a' }] } },
      },
      [{ kind: 'ambiguous-match', candidates: ['a'] }],
    ],
    [
      'a pair that contradicts a link',
      {
        source: { users: [ana] },
        target: { users: [aRecord('a', ana), aRecord('b', aUser('x'), unlinked)] },
        options: { match: { manual: [{ entity: 'user', key: ana.key, targetId: 'b' }] } },
      },
      [{ kind: 'ambiguous-match', candidates: ['a', 'b'] }],
    ],
  ] as const)('%s', (_what, made, conflicts) => {
    const plan = planOf(made)
    expect(plan.conflicts).toMatchObject(conflicts)
    for (const { key, message, wayOut } of plan.conflicts) {
      expect(actionsOf(plan).filter((id) => id.includes(key))).toEqual([])
      expect(message.length * wayOut.length).toBeGreaterThan(0)
    }
  })

  it('unless a pair says which of two linked records is meant', () => {
    const plan = planOf({
      source: { users: [ana] },
      target: { users: [aRecord('a', ana), aRecord('b', ana)] },
      options: { match: { manual: [{ entity: 'user', key: ana.key, targetId: 'b' }] } },
    })
    expect(plan).toMatchObject({ conflicts: [], changes: [], agreed: [{ targetId: 'b' }] })
  })

  it.each(['overwrite-with-source', 'merge'] as const)(
    'nor is a rename to what something else is called, with %s',
    (strategy) => {
      const before = {
        userGroup: aTeam('group:1', { name: 'P' }),
        schedule: aRota('group:1', [], { name: 'P' }),
        user: ana,
      }
      const named = { name: 'Q', email: 'q@example.org' }
      const other = {
        user: aUser('x', named),
        userGroup: aTeam('x', { name: 'Q' }),
        schedule: aRota('x', [], { name: 'Q' }),
      }
      const plan = planOf({
        source: {
          users: [{ ...ana, email: 'Q@example.org', name: 'New' }],
          userGroups: [{ ...before.userGroup, name: 'Q', description: 'New' }],
          schedules: [{ ...before.schedule, name: 'Q' }],
        },
        target: {
          users: [aRecord('u', ana), aRecord('u2', other.user, unlinked)],
          userGroups: [aRecord('g', before.userGroup), aRecord('g2', other.userGroup, elsewhere)],
          schedules: [aRecord('s', before.schedule), aRecord('s2', other.schedule, unlinked)],
        },
        baseline: [
          anEntry('user', 'u', ana),
          anEntry('userGroup', 'g', before.userGroup),
          anEntry('schedule', 's', before.schedule),
        ],
        options: { strategy },
      })
      expect(plan.conflicts).toMatchObject([
        { kind: 'name-collision', path: 'email', candidates: ['u2'] },
        { kind: 'name-collision', path: 'name', candidates: ['g2'] },
        { kind: 'duplicate-schedule', path: 'name', candidates: ['s2'] },
      ])
      // The rest of the item goes ahead.
      expect(plan.changes).toMatchObject([
        { id: 'user:person:ana:update', value: { name: 'New', email: ana.email } },
        { id: 'userGroup:group:1:update', value: { name: 'P', description: 'New' } },
      ])
    },
  )

  it('nor is a name free because an incomplete export lacks its item', () => {
    const made = (complete: boolean) =>
      planOf({
        source: { userGroups: [aTeam('group:1', { name: 'P' })] },
        scope: { complete },
        target: { userGroups: [aRecord('a', aTeam('group:0', { name: 'P' }))] },
        baseline: [anEntry('userGroup', 'a', aTeam('group:0', { name: 'P' }))],
        options: { removal: 'remove' },
      })
    expect(conflictsOf(made(false))).toEqual(['userGroup:group:1:name-collision'])
    expect(actionsOf(made(true))).toEqual(['userGroup:group:1:create', 'userGroup:group:0:remove'])
  })

  it('but items of the source may change names among themselves', () => {
    const [first, second] = [aTeam('group:1', { name: 'P' }), aTeam('group:2', { name: 'Q' })]
    const plan = planOf({
      source: {
        userGroups: [
          { ...first, name: 'Q' },
          { ...second, name: 'P' },
        ],
      },
      target: { userGroups: [aRecord('a', first), aRecord('b', second)] },
      baseline: [anEntry('userGroup', 'a', first), anEntry('userGroup', 'b', second)],
    })
    expect(plan).toMatchObject({ conflicts: [], changes: [{ value: { name: 'Q' } }, { value: { name: 'P' } }] })
  })

  it('by strategy, where a record is gone that was there at the last sync', () => {
    const made = (strategy: 'overwrite-with-source' | 'preserve-local-changes' | 'merge') =>
      planOf({ source: { users: [ana] }, baseline: [anEntry('user', 'a', ana)], options: { strategy } })
    expect(actionsOf(made('overwrite-with-source'))).toEqual(['user:person:ana:create'])
    expect(skippedOf(made('preserve-local-changes'))).toEqual(['user:person:ana:removed-in-target'])
    expect(conflictsOf(made('merge'))).toEqual(['user:person:ana:removed-in-target'])
  })

  it('names two groups alike where the source does, and nothing of the target is in the way', () => {
    const groups = [aTeam('group:1', { name: 'P' }), aTeam('group:2', { name: 'P' })]
    expect(actionsOf(planOf({ source: { userGroups: groups } }))).toEqual([
      'userGroup:group:1:create',
      'userGroup:group:2:create',
    ])
  })
})

describe('a record that took the place of one that is gone', () => {
  const [before, after] = [aRecord('old', ana), aRecord('new', { ...ana, key: '', name: 'Edited' }, unlinked)]
  const team = aTeam('group:1', { memberKeys: [ana.key], name: 'T' })

  it('has no baseline: what was agreed was about the other', () => {
    const plan = planOf({
      source: { users: [ana] },
      target: { users: [after] },
      baseline: [anEntry('user', before.id, ana)],
      options: { strategy: 'merge' },
    })
    expect(plan.conflicts).toMatchObject([{ kind: 'no-baseline', path: 'name' }])
  })

  it('is what references to the old one lead to from now on', () => {
    const made = (strategy: 'merge' | 'overwrite-with-source', users: readonly (typeof after)[]) =>
      planOf({
        source: { users: [ana], userGroups: [team] },
        target: { users, userGroups: [aRecord('g', { ...team, memberKeys: ['old'] })] },
        baseline: [anEntry('user', 'old', ana), anEntry('userGroup', 'g', team)],
        options: { strategy },
      })
    const fields = [{ path: 'memberKeys', source: [ana.key], target: ['target:old'], winner: 'source' }]
    expect(made('merge', [after]).changes).toMatchObject([
      { action: 'link' },
      { id: 'userGroup:group:1:update', fields },
    ])
    expect(made('overwrite-with-source', []).changes).toMatchObject([
      { action: 'create' },
      { id: 'userGroup:group:1:update', fields, dependsOn: ['user:person:ana:create'] },
    ])
    // Where nobody takes the place, the reference stays as it is.
    expect(made('merge', []).changes).toEqual([])
  })
})

describe('what is not ours', () => {
  it('is not mentioned, whatever the strategy and the removal', () => {
    const local = aTeam('x', { name: 'Ours alone', memberKeys: ['gone'] })
    const plan = planOf({
      target: { userGroups: [aRecord('a', local, unlinked), aRecord('b', local, elsewhere)] },
      options: { strategy: 'overwrite-with-source', removal: 'remove' },
    })
    expect(plan).toMatchObject({ changes: [], conflicts: [], drift: [], skipped: [] })
  })

  it('leads references to a user whom another import brought, and leaves the user alone', () => {
    const plan = planOf({
      source: { users: [ana], userGroups: [aTeam('group:1', { memberKeys: [ana.key] })] },
      target: { users: [aRecord('a', { ...ana, name: 'Other' }, elsewhere)] },
    })
    expect(plan.skipped).toMatchObject([{ key: ana.key, targetId: 'a', code: 'linked-elsewhere' }])
    expect(plan.changes).toMatchObject([{ action: 'create', value: { memberKeys: [ana.key] }, dependsOn: [] }])
  })

  it.each(['external', 'built-in'] as const)('is left as it is when it is %s, with the reason', (managedBy) => {
    const made = (name: string) =>
      planOf({
        source: { userGroups: [aTeam('group:1', { name: 'P', description: name })] },
        target: { userGroups: [aRecord('a', aTeam('x', { name: 'P' }), { ...unlinked, managedBy })] },
        options: { strategy: 'overwrite-with-source' },
      })
    expect(made('differs')).toMatchObject({ changes: [], conflicts: [], skipped: [{ code: managedBy, targetId: 'a' }] })
    expect(made('')).toMatchObject({
      changes: [],
      skipped: [],
      unchanged: { userGroup: 1 },
      agreed: [{ targetId: 'a' }],
    })
  })

  it('takes no name for another that only looks like a field of every object', () => {
    const plan = planOf({
      source: {
        userGroups: [
          aTeam('__proto__', { name: 'constructor', ownerOf: 1 } as never),
          aTeam('toString', { name: '__proto__' }),
        ],
      },
      target: { userGroups: [aRecord('hasOwnProperty', aTeam('x', { name: '__proto__' }), unlinked)] },
    })
    expect(actionsOf(plan)).toEqual(['userGroup:__proto__:create', 'userGroup:toString:link'])
  })
})

it('keeps policies whose owner cannot be told, and creates the others', () => {
  const plan = planOf({
    source: {
      userGroups: [aTeam('group:1', { name: 'P' }), aTeam('group:2')],
      escalationPolicies: [
        aPolicy('group:1', { levels: [] }),
        aPolicy('group:2', { levels: [{ offsetMinutes: 0, targets: [{ kind: 'policy', key: 'group:1' }] }] }),
      ],
    },
    target: { userGroups: [aRecord('a', aTeam('x', { name: 'P' }), elsewhere)] },
  })
  expect(skippedOf(plan)).toEqual(['escalationPolicy:group:1:needs-owner', 'escalationPolicy:group:2:alerts-nobody'])
  expect(plan.changes.find(({ id }) => id === 'escalationPolicy:group:2:create')?.value).toMatchObject({
    levels: [{ targets: [] }],
  })
})
