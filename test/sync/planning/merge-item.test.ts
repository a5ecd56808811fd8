import { describe, expect, it } from 'vitest'
import type { ContactMethod, EscalationPolicy, Schedule, User, UserGroup } from '../../../src/model/index.ts'
import {
  type Conflict,
  parsePlan,
  type Strategy,
  type StrategyOptions,
  type SyncPlan,
} from '../../../src/sync/index.ts'
import { actionsOf, anEntry, aRecord, conflictsOf, planOf } from '../support/plan-of.ts'
import { aPhone, aPolicy, aRota, aTeam, aUser, origin } from '../support/items.ts'

const key = 'person:1'
const user = (part: Partial<User>): User => aUser(key, part)

/** The plan for one user as the three sides have them; `null` is no baseline. */
const ofUser = (
  base: Partial<User> | null,
  source: Partial<User>,
  target: Partial<User>,
  strategy: Strategy | StrategyOptions = 'merge',
): SyncPlan =>
  planOf({
    source: { users: [user(source)] },
    target: { users: [aRecord('u', user(target))] },
    ...(base ? { baseline: [anEntry('user', 'u', user(base))] } : {}),
    options: { strategy },
  })

const ofTeam = (
  base: Partial<UserGroup> | null,
  source: Partial<UserGroup>,
  target: Partial<UserGroup>,
  strategy: Strategy = 'merge',
): SyncPlan =>
  planOf({
    source: { userGroups: [aTeam('group:1', source)] },
    target: { userGroups: [aRecord('g', aTeam('group:1', target))] },
    ...(base ? { baseline: [anEntry('userGroup', 'g', aTeam('group:1', base))] } : {}),
    options: { strategy },
  })

const valueIn = ({ changes }: SyncPlan): unknown => changes[0]?.value

describe('the table, row by row', () => {
  const rows = [
    [
      'source changed alone',
      { name: 'B' },
      { name: 'S' },
      { name: 'B' },
      ['S', 'S', 'S', 'S'],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
    [
      'target changed alone',
      { name: 'B' },
      { name: 'B' },
      { name: 'T' },
      ['B', 'T', 'T', 'T'],
      [0, 0, 0, 0],
      [0, 0, 0, 1],
    ],
    [
      'both, to the same',
      { name: 'B' },
      { name: 'S' },
      { name: 'S' },
      ['S', 'S', 'S', 'S'],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
    [
      'both, to different values',
      { name: 'B' },
      { name: 'S' },
      { name: 'T' },
      ['S', 'T', 'T', 'T'],
      [0, 0, 1, 1],
      [0, 0, 0, 0],
    ],
    ['different, no baseline', null, { name: 'S' }, { name: 'T' }, ['S', 'T', 'T', 'T'], [0, 0, 1, 1], [0, 0, 0, 0]],
  ] as const
  const strategies = ['overwrite-with-source', 'preserve-local-changes', 'merge', 'manual'] as const
  it.each(rows)('%s', (_row, base, source, target, names, conflicts, drift) => {
    for (const [nth, strategy] of strategies.entries()) {
      const plan = ofUser(base, source, target, strategy)
      expect((valueIn(plan) as User | undefined)?.name ?? target.name).toBe(names[nth])
      expect([strategy, plan.conflicts.length, plan.drift.length]).toEqual([strategy, conflicts[nth], drift[nth]])
    }
  })

  it('records what both changed to the same, and moves no baseline for what the target keeps', () => {
    expect(ofUser({ name: 'B' }, { name: 'S' }, { name: 'S' }).agreed).toMatchObject([{ value: { name: 'S' } }])
    expect(ofUser({ name: 'B' }, { name: 'B' }, { name: 'T' }).agreed).toBeUndefined()
    expect(ofUser({ name: 'B' }, { name: 'S' }, { name: 'T' }, 'preserve-local-changes').agreed).toBeUndefined()
    const mixed = ofUser({ name: 'B', givenName: 'b' }, { name: 'B', givenName: 's' }, { name: 'T', givenName: 'b' })
    expect(mixed.changes).toMatchObject([
      { value: { name: 'T', givenName: 's' }, baseline: { name: 'B', givenName: 's' } },
    ])
  })

  it('says in each place who won', () => {
    const plan = ofUser(
      { name: 'B', givenName: 'b', familyName: 'b', email: 'b@x.org' },
      { name: 'S', givenName: 'b', familyName: 's', email: 's@x.org' },
      { name: 'B', givenName: 't', familyName: 's', email: 't@x.org' },
    )
    expect(plan.changes[0]?.fields).toEqual([
      { path: 'name', base: 'B', source: 'S', target: 'B', winner: 'source' },
      { path: 'email', base: 'b@x.org', source: 's@x.org', target: 't@x.org', winner: 'unresolved' },
      { path: 'givenName', base: 'b', source: 'b', target: 't', winner: 'target' },
      { path: 'familyName', base: 'b', source: 's', target: 's', winner: 'agreed' },
    ])
  })
})

describe('strategies', () => {
  it('are chosen by field, then by entity, then by default', () => {
    const made = (strategy: StrategyOptions) =>
      conflictsOf(ofUser({ name: 'B' }, { name: 'S' }, { name: 'T' }, strategy)).length
    expect(made({ default: 'merge' })).toBe(1)
    expect(made({ default: 'merge', user: 'overwrite-with-source' })).toBe(0)
    expect(made({ default: 'merge', userGroup: 'overwrite-with-source' })).toBe(1)
    expect(made({ default: 'overwrite-with-source', user: 'overwrite-with-source', fields: { name: 'merge' } })).toBe(1)
    expect(made({ default: 'merge', fields: { 'user.name': 'overwrite-with-source', name: 'merge' } })).toBe(0)
    expect(made({ default: 'merge', fields: { 'userGroup.name': 'overwrite-with-source' } })).toBe(1)
  })

  it('may be a function, asked only where nothing else decides', () => {
    const asked: Conflict[] = []
    const answer = (conflict: Conflict): 'source' => {
      asked.push(conflict)
      return 'source'
    }
    expect(valueIn(ofUser({ name: 'B' }, { name: 'S' }, { name: 'T' }, answer))).toMatchObject({ name: 'S' })
    expect(asked).toMatchObject([
      { kind: 'both-changed', path: 'name', base: 'B', source: 'S', target: 'T', targetId: 'u' },
    ])
    ofUser({ name: 'B' }, { name: 'S' }, { name: 'B' }, answer)
    ofUser({ name: 'B' }, { name: 'B' }, { name: 'T' }, answer)
    expect(asked.length).toBe(1)
  })

  it('are refused when there is no such', () => {
    expect(() => ofUser({}, {}, {}, 'overwrite' as never)).toThrow(/no strategy "overwrite"/)
    expect(() => ofUser({}, {}, {}, { default: 'merge', fields: { name: 'keep' as never } })).toThrow(
      /strategy.fields.name/,
    )
  })
})

describe('equal however written', () => {
  it('are zones, instants, wall-clock times and addresses', () => {
    const rota = (zone: string, from: string, wall: string): Schedule =>
      aRota('group:1', [], {
        timeZone: zone,
        rotations: aRota('group:1', []).rotations.map((rotation) => ({
          ...rotation,
          timeZone: zone,
          recurrence: {
            ...rotation.recurrence,
            startsAtWall: wall,
            rule: { kind: 'weekly', every: 1, weekStart: 'SU', days: from.endsWith('Z') ? ['MO', 'TU'] : ['TU', 'MO'] },
          },
        })),
        overrides: [
          {
            key: 'absence:1',
            rotationKeys: ['a', 'b'],
            from,
            to: from,
            replaces: 'person:1',
            replacement: null,
            scope: 'all',
          },
        ],
      })
    const target = rota('America/New_York', '2026-12-24T09:00:00+01:00', '2026-01-05T09:00')
    const plan = planOf({
      source: {
        users: [user({ email: 'Ana@Example.org' })],
        schedules: [rota('US/Eastern', '2026-12-24T08:00:00Z', '2026-01-05T09:00:00')],
      },
      target: {
        users: [aRecord('u', user({ email: 'ana@example.org' }))],
        schedules: [
          aRecord('s', {
            ...target,
            overrides: target.overrides.map((one) => ({ ...one, replaces: 'u', rotationKeys: ['b', 'a'] })),
          }),
        ],
      },
      options: { strategy: 'overwrite-with-source' },
    })
    expect(plan.changes).toEqual([])
    expect(plan.unchanged).toMatchObject({ user: 1, schedule: 1 })
  })

  it('are not texts that only look like that, nor zones that nobody knows', () => {
    expect(
      actionsOf(
        ofUser({ name: 'US/Eastern' }, { name: 'US/Eastern' }, { name: 'America/New_York' }, 'overwrite-with-source'),
      ),
    ).toHaveLength(1)
    expect(
      actionsOf(ofUser({}, { timeZone: 'Mars/One' }, { timeZone: 'Mars/Two' }, 'overwrite-with-source')),
    ).toHaveLength(1)
  })

  it('are not different zones: those are a conflict of their own kind', () => {
    const plan = ofUser(null, { timeZone: 'Europe/London' }, { timeZone: 'Europe/Lisbon' })
    expect(plan.conflicts).toMatchObject([{ kind: 'time-zone-mismatch', path: 'timeZone' }])
    expect(ofUser(null, { timeZone: 'Europe/London' }, { timeZone: null }).conflicts).toMatchObject([
      { kind: 'no-baseline' },
    ])
  })
})

describe('what there is and what there is not', () => {
  it('takes null for a value, and an absent key for no part of it', () => {
    expect(valueIn(ofUser({ email: 'a@x.org' }, { email: null }, { email: 'a@x.org' }))).toMatchObject({ email: null })
    const { email: _, ...without } = user({})
    const plan = planOf({
      source: { users: [without as User] },
      target: { users: [aRecord('u', user({ email: 'own@x.org' }))] },
      baseline: [anEntry('user', 'u', user({ email: 'old@x.org' }))],
      options: { strategy: 'overwrite-with-source' },
    })
    expect(plan.changes).toEqual([])
  })

  it('takes zero, false and the empty text for values', () => {
    expect(
      valueIn(ofUser({ active: true, name: 'A' }, { active: false, name: '' }, { active: true, name: 'A' })),
    ).toMatchObject({ active: false, name: '' })
  })

  it('leaves alone what only the target’s value has', () => {
    const own = { ...user({ name: 'B' }), color: 'red' } as User
    const plan = planOf({
      source: { users: [user({ name: 'S' })] },
      target: { users: [aRecord('u', own)] },
      options: { strategy: 'overwrite-with-source' },
    })
    expect(valueIn(plan)).toMatchObject({ color: 'red', name: 'S' })
  })

  it('plans with values that lack any of their fields, on either side', () => {
    const whole = {
      users: [user({})],
      userGroups: [aTeam('group:1', { memberKeys: [key] })],
      schedules: [aRota('group:1', [key])],
      escalationPolicies: [aPolicy('group:1')],
    } as const
    for (const [list, items] of Object.entries(whole)) {
      for (const field of Object.keys(items[0]).filter((name) => name !== 'key')) {
        const bare = Object.fromEntries(Object.entries(items[0]).filter(([name]) => name !== field))
        const strategy = 'overwrite-with-source'
        const options = { strategy, removal: 'remove' } as const
        const broken = { ...whole, [list]: [bare] }
        const created = planOf({
          source: { ...broken, userGroups: whole.userGroups, ...(list === 'userGroups' ? broken : {}) },
          options,
        })
        expect(created.changes.length).toBeGreaterThanOrEqual(3)
        const record = aRecord('g', bare as never)
        const plan = planOf({
          source: whole,
          target: { [list]: [{ ...record, link: { origin, key: items[0].key } }] },
          options,
        })
        // A list without elements is no other than one that is not there.
        const isEmpty = String(items[0][field as never]) === '' && Array.isArray(items[0][field as never])
        const written = plan.changes
          .find(({ targetId }) => targetId === 'g')
          ?.fields.map(({ path }) => path.split('[')[0])
        if (!isEmpty) expect(written).toContain(field)
        const kept = planOf({ source: broken, target: { [list]: [aRecord('g', items[0])] }, options })
        const touched = kept.changes.find(({ targetId }) => targetId === 'g')
        expect(touched?.fields.map(({ path }) => path.split('[')[0]) ?? []).not.toContain(field)
        expect(parsePlan(JSON.stringify(kept))).toEqual(kept)
      }
    }
  })

  it('writes a field that the target lacks', () => {
    const { site: _, ...bare } = aTeam('group:1')
    const plan = planOf({
      source: { userGroups: [aTeam('group:1', { site: 'Berlin' })] },
      target: { userGroups: [aRecord('g', bare as UserGroup)] },
      options: { strategy: 'overwrite-with-source' },
    })
    expect(plan.changes).toMatchObject([
      { fields: [{ path: 'site', source: 'Berlin', winner: 'source' }], value: { site: 'Berlin' } },
    ])
  })
})

describe('sets', () => {
  it('are merged element by element', () => {
    const plan = ofTeam(
      { ownedServices: ['a', 'b', 'c'] },
      { ownedServices: ['a', 'b', 'd'] },
      { ownedServices: ['a', 'c', 'e'] },
    )
    expect(valueIn(plan)).toMatchObject({ ownedServices: ['a', 'd', 'e'] })
    expect(plan.conflicts).toEqual([])
    expect(plan.changes[0]).toMatchObject({ baseline: { ownedServices: ['a', 'b', 'd'] } })
  })

  it('ask about every element that only one side has, where there is no baseline, and go on asking', () => {
    const source = { name: 'S', ownedServices: ['a', 'b'] }
    const first = ofTeam(null, source, { name: 'S', ownedServices: ['b', 'c'] })
    const open = ['userGroup:group:1:no-baseline:ownedServices[a]', 'userGroup:group:1:no-baseline:ownedServices[c]']
    expect(conflictsOf(first)).toEqual(open)
    const entry = first.agreed![0]!
    expect(entry.value).toMatchObject({ ownedServices: ['b'], undecided: ['ownedServices[a]', 'ownedServices[c]'] })
    const again = planOf({
      source: { userGroups: [aTeam('group:1', { ...source, ownedServices: ['a', 'b', 'd'] })] },
      target: { userGroups: [aRecord('g', aTeam('group:1', { name: 'S', ownedServices: ['b', 'c'] }))] },
      baseline: [entry],
      options: { strategy: 'merge' },
    })
    expect(conflictsOf(again)).toEqual(open)
    // What came since is no matter of what is open.
    expect(valueIn(again)).toMatchObject({ ownedServices: ['b', 'c', 'd'] })
  })

  it('stop asking once both sides are the same', () => {
    const entry = ofTeam(null, { ownedServices: ['a'] }, { ownedServices: [] }).agreed![0]!
    const settled = planOf({
      source: { userGroups: [aTeam('group:1', { ownedServices: ['a'] })] },
      target: { userGroups: [aRecord('g', aTeam('group:1', { ownedServices: ['a'] }))] },
      baseline: [entry],
      options: { strategy: 'merge' },
    })
    expect(settled).toMatchObject({ conflicts: [], changes: [] })
    expect(settled.agreed?.[0]?.value).toEqual(aTeam('group:1', { ownedServices: ['a'] }))
  })

  it('do not care for their order', () => {
    expect(ofTeam(null, { ownedServices: ['b', 'a'] }, { ownedServices: ['a', 'b'] }).changes).toEqual([])
  })
})

describe('lists of things with keys', () => {
  const methods = (...contactMethods: readonly ContactMethod[]): Partial<User> => ({ contactMethods })

  it('are merged by key, and then by field', () => {
    const plan = ofUser(
      methods(aPhone('1'), aPhone('2')),
      methods(aPhone('1', { label: 'Work' }), aPhone('2'), aPhone('3')),
      methods(aPhone('1', { delayMinutes: 5 }), aPhone('4')),
    )
    expect(plan.conflicts).toEqual([])
    expect(valueIn(plan)).toMatchObject({
      contactMethods: [aPhone('1', { label: 'Work', delayMinutes: 5 }), aPhone('3'), aPhone('4')],
    })
    expect(plan.changes[0]?.fields.map(({ path, winner }) => [path, winner])).toEqual([
      ['contactMethods[device:1].label', 'source'],
      ['contactMethods[device:1].delayMinutes', 'target'],
      ['contactMethods[device:2]', 'target'],
      ['contactMethods[device:3]', 'source'],
      ['contactMethods[device:4]', 'target'],
    ])
  })

  it('ask where one side changed what the other took away', () => {
    const taken = ofUser(methods(aPhone('1')), methods(), methods(aPhone('1', { label: 'Mine' })))
    expect(conflictsOf(taken)).toEqual(['user:person:1:both-changed:contactMethods[device:1]'])
    const dropped = ofUser(methods(aPhone('1')), methods(aPhone('1', { label: 'New' })), methods())
    expect(conflictsOf(dropped)).toEqual(['user:person:1:both-changed:contactMethods[device:1]'])
  })

  it('have the order that the source gives them by number, and else that of their keys', () => {
    const plan = ofUser(methods(), methods(aPhone('3'), aPhone('1', { order: 2 }), aPhone('2')), methods())
    const keys = (valueIn(plan) as User).contactMethods.map((method) => method.key)
    expect(keys).toEqual(['device:2', 'device:3', 'device:1'])
  })
})

describe('lists whose order is their meaning', () => {
  const levels = (...keys: readonly string[]): Partial<EscalationPolicy> => ({
    levels: keys.map((one, nth) => ({ offsetMinutes: nth * 5, targets: [{ kind: 'user', key: one }] })),
  })
  const ofPolicy = (base: readonly string[], source: readonly string[], target: readonly string[]): SyncPlan =>
    planOf({
      source: {
        users: ['a', 'b', 'c'].map((one) => aUser(one)),
        userGroups: [aTeam('group:1')],
        escalationPolicies: [aPolicy('group:1', levels(...source))],
      },
      target: {
        users: ['a', 'b', 'c'].map((one) => aRecord(one, aUser(one))),
        userGroups: [aRecord('group:1', aTeam('group:1'))],
        escalationPolicies: [aRecord('p', aPolicy('group:1', levels(...target)))],
      },
      baseline: [
        ...['a', 'b', 'c'].map((one) => anEntry('user', one, aUser(one))),
        anEntry('userGroup', 'group:1', aTeam('group:1')),
        anEntry('escalationPolicy', 'p', aPolicy('group:1', levels(...base))),
      ],
      options: { strategy: 'merge' },
    })

  it('are one field', () => {
    expect(ofPolicy(['a'], ['a', 'b'], ['a']).changes).toMatchObject([
      { fields: [{ path: 'levels', winner: 'source' }] },
    ])
    expect(ofPolicy(['a'], ['a'], ['b', 'a'])).toMatchObject({ changes: [], conflicts: [] })
    expect(conflictsOf(ofPolicy(['a'], ['a', 'b'], ['a', 'c']))).toEqual([
      'escalationPolicy:group:1:both-changed:levels',
    ])
  })
})
