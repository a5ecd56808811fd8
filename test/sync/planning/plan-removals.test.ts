import { describe, expect, it } from 'vitest'
import type { EscalationPolicy } from '../../../src/model/index.ts'
import type { Strategy, TargetSnapshot } from '../../../src/sync/index.ts'
import { actionsOf, anEntry, aRecord, type Case, conflictsOf, planOf, skippedOf } from '../support/plan-of.ts'
import { aPolicy, aRota, aTeam, aUser } from '../support/items.ts'

const ana = aUser('person:ana')
const gone: Case = {
  target: { users: [aRecord('u', ana)] },
  baseline: [anEntry('user', 'u', ana)],
  options: { removal: 'remove', limits: { emptySource: true } },
}
const edited: Case = { ...gone, target: { users: [aRecord('u', { ...ana, name: 'Edited here' })] } }

describe('an item that the source has no more', () => {
  it.each([
    ['keep', [], ['user:person:ana:removed-in-source']],
    ['disable', ['user:person:ana:disable'], []],
    ['remove', ['user:person:ana:remove'], []],
  ] as const)('with removal %s', (removal, changes, skipped) => {
    const plan = planOf({ ...gone, options: { removal } })
    expect(actionsOf(plan)).toEqual(changes)
    expect(skippedOf(plan)).toEqual(skipped)
  })

  it('is kept by default', () => {
    expect(actionsOf(planOf({ ...gone, options: {} }))).toEqual([])
  })

  it.each([
    ['the export was not complete', { ...gone, scope: { complete: false } }, 'incomplete-export'],
    ['it is outside of the selection', { ...gone, scope: { selected: ['group:1'] } }, 'outside-selection'],
    [
      'it is managed elsewhere',
      { ...gone, target: { users: [aRecord('u', ana, { managedBy: 'external' })] } },
      'external',
    ],
    ['it is built in', { ...gone, target: { users: [aRecord('u', ana, { managedBy: 'built-in' })] } }, 'built-in'],
    [
      'the target cannot disable',
      { ...gone, options: { removal: 'disable' }, capabilities: { disable: false } },
      'disable-unsupported',
    ],
  ] as const)('stays when %s', (_why, made, code) => {
    const plan = planOf(made)
    expect(plan.changes).toEqual([])
    expect(skippedOf(plan)).toEqual([`user:person:ana:${code}`])
  })

  it('goes when it is inside the selection', () => {
    const plan = planOf({
      source: { userGroups: [aTeam('group:1')] },
      scope: { selected: ['group:1'] },
      target: {
        userGroups: [aRecord('g', aTeam('group:1'))],
        schedules: [aRecord('s', aRota('group:1', [])), aRecord('t', aRota('group:2', []))],
      },
      baseline: [anEntry('schedule', 's', aRota('group:1', [])), anEntry('schedule', 't', aRota('group:2', []))],
      options: { removal: 'remove' },
    })
    expect(actionsOf(plan)).toEqual(['schedule:group:1:remove'])
    expect(skippedOf(plan)).toEqual(['schedule:group:2:outside-selection'])
  })

  it('is not disabled twice', () => {
    const target = { users: [aRecord('u', ana, { status: 'disabled' as const })] }
    expect(planOf({ ...gone, target, options: { removal: 'disable' } })).toMatchObject({ changes: [], skipped: [] })
  })

  it.each<[Strategy | 'no baseline', readonly string[], readonly string[], readonly string[]]>([
    ['overwrite-with-source', ['user:person:ana:remove'], [], []],
    ['preserve-local-changes', [], [], ['user:person:ana:edited-in-target']],
    ['merge', [], ['user:person:ana:removed-in-source'], []],
    ['manual', [], ['user:person:ana:removed-in-source'], []],
    [() => 'source', ['user:person:ana:remove'], [], []],
    [() => 'target', [], [], ['user:person:ana:edited-in-target']],
    [() => 'unresolved', [], ['user:person:ana:removed-in-source'], []],
  ])('and that was edited in the target is left to the strategy %s', (strategy, changes, conflicts, skipped) => {
    for (const made of [edited, { ...gone, baseline: [] }]) {
      const plan = planOf({ ...made, options: { removal: 'remove', strategy: strategy as Strategy } })
      expect([actionsOf(plan), conflictsOf(plan), skippedOf(plan)]).toEqual([changes, conflicts, skipped])
    }
  })

  it('is told apart from one that was never linked', () => {
    const target = { users: [aRecord('u', ana, { link: null })] }
    expect(planOf({ ...gone, target, baseline: [] })).toMatchObject({ changes: [], conflicts: [], skipped: [] })
  })

  it('and is disabled is said to be, when the source has it again', () => {
    const target = { users: [aRecord('u', ana, { status: 'disabled' as const })] }
    const plan = planOf({ ...gone, source: { users: [ana] }, target })
    expect(plan.changes).toEqual([])
    expect(skippedOf(plan)).toEqual(['user:person:ana:disabled'])
  })
})

describe('the order of removals', () => {
  const team = aTeam('group:1', { memberKeys: ['person:ana'] })
  const inTarget: TargetSnapshot = {
    users: [aRecord('u', ana)],
    userGroups: [aRecord('g', { ...team, memberKeys: ['u'] })],
    schedules: [aRecord('s', aRota('group:1', ['u']))],
    escalationPolicies: [
      aRecord('p', {
        ...aPolicy('group:1', { ownerGroupKey: 'g' }),
        levels: [{ offsetMinutes: 0, targets: [{ kind: 'rotation', scheduleKey: 's', key: 'shift:group:1/slot:1' }] }],
      }),
    ],
  }
  const baseline = [
    anEntry('user', 'u', ana),
    anEntry('userGroup', 'g', team),
    anEntry('schedule', 's', aRota('group:1', ['person:ana'])),
    anEntry('escalationPolicy', 'p', aPolicy('group:1')),
  ]

  it('is policies, schedules, groups, users', () => {
    const plan = planOf({ target: inTarget, baseline, options: { removal: 'remove' } })
    expect(plan.changes.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      ['escalationPolicy:group:1:remove', []],
      ['schedule:group:1:remove', ['escalationPolicy:group:1:remove']],
      ['userGroup:group:1:remove', ['escalationPolicy:group:1:remove']],
      ['user:person:ana:remove', ['schedule:group:1:remove', 'userGroup:group:1:remove']],
    ])
  })

  it('lets nobody go before the update that drops them', () => {
    const plan = planOf({
      source: {
        userGroups: [aTeam('group:1')],
        schedules: [aRota('group:1', [])],
        escalationPolicies: [aPolicy('group:1')],
      },
      target: inTarget,
      baseline,
      options: { removal: 'remove' },
    })
    expect(plan.changes.at(-1)).toMatchObject({
      id: 'user:person:ana:remove',
      dependsOn: ['schedule:group:1:update', 'userGroup:group:1:update'],
    })
  })

  it('keeps what something that stays refers to, and says what', () => {
    const local = aRecord('l', aTeam('local', { name: 'Local', memberKeys: ['u'] }), { link: null })
    const plan = planOf({
      target: { ...inTarget, userGroups: [...inTarget.userGroups, local] },
      baseline,
      options: { removal: 'remove' },
    })
    expect(plan.skipped).toMatchObject([{ key: 'person:ana', code: 'still-referenced' }])
    expect(plan.skipped[0]?.reason).toContain('"Local"')
    expect(actionsOf(plan)).not.toContain('user:person:ana:remove')
  })

  it('keeps what something new refers to, although the source has it no more', () => {
    const plan = planOf({
      source: { userGroups: [aTeam('group:2', { memberKeys: ['person:ana'] })] },
      target: { users: inTarget.users },
      baseline,
      options: { removal: 'remove' },
    })
    expect(actionsOf(plan)).toEqual(['userGroup:group:2:create'])
    expect(skippedOf(plan)).toEqual(['user:person:ana:still-referenced'])
  })

  it('keeps what is referred to by what stays because of that', () => {
    const nested = { ...aPolicy('group:2', { ownerGroupKey: 'g', levels: [] }) }
    const local = aRecord<EscalationPolicy>('l', {
      ...aPolicy('local', { name: 'Local', ownerGroupKey: 'g2' }),
      levels: [{ offsetMinutes: 0, targets: [{ kind: 'policy' as const, key: 'p' }] }],
    })
    const plan = planOf({
      target: {
        ...inTarget,
        escalationPolicies: [...inTarget.escalationPolicies, { ...local, link: null }, aRecord('q', nested)],
      },
      baseline: [
        ...baseline,
        anEntry('escalationPolicy', 'q', aPolicy('group:2', { ownerGroupKey: 'group:1', levels: [] })),
      ],
      options: { removal: 'remove' },
    })
    expect(actionsOf(plan)).toEqual(['escalationPolicy:group:2:remove'])
    expect(skippedOf(plan)).toEqual([
      'user:person:ana:still-referenced',
      'userGroup:group:1:still-referenced',
      'schedule:group:1:still-referenced',
      'escalationPolicy:group:1:still-referenced',
    ])
  })

  describe('that are disabled', () => {
    const other = { link: { origin: 'xmatters:other', key: 'group:9' } }
    const options = { removal: 'disable' as const, strategy: 'merge' as const }

    it('is the same, so that nothing is switched off before what pages it', () => {
      const plan = planOf({ target: inTarget, baseline, options })
      expect(plan.changes.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
        ['escalationPolicy:group:1:disable', []],
        ['schedule:group:1:disable', ['escalationPolicy:group:1:disable']],
        ['userGroup:group:1:disable', ['escalationPolicy:group:1:disable']],
        ['user:person:ana:disable', ['schedule:group:1:disable']],
      ])
    })

    it("keeps somebody on who has turns in another import's schedule", () => {
      const shared = aRecord('t', aRota('group:9', ['u']), other)
      const target = { users: inTarget.users, schedules: [shared] }
      const plan = planOf({ target, baseline: baseline.slice(0, 1), options })
      expect(plan.changes).toEqual([])
      expect(skippedOf(plan)).toEqual(['user:person:ana:still-referenced'])
      const asleep = { ...target, schedules: [{ ...shared, status: 'disabled' as const }] }
      expect(actionsOf(planOf({ target: asleep, baseline: baseline.slice(0, 1), options }))).toEqual([
        'user:person:ana:disable',
      ])
    })

    it('keeps on what a policy needs that waits for a decision', () => {
      const [policy] = inTarget.escalationPolicies
      const mine = { ...policy!, value: { ...policy!.value, name: 'Ours' } }
      const plan = planOf({ target: { ...inTarget, escalationPolicies: [mine] }, baseline, options })
      expect(conflictsOf(plan)).toEqual(['escalationPolicy:group:1:removed-in-source'])
      expect(plan.changes).toEqual([])
    })

    it('lets go who is only listed in a group', () => {
      const listed = aRecord('l', aTeam('group:9', { memberKeys: ['u'] }), other)
      const plan = planOf({
        target: { users: inTarget.users, userGroups: [listed] },
        baseline: baseline.slice(0, 1),
        options,
      })
      expect(actionsOf(plan)).toEqual(['user:person:ana:disable'])
    })
  })
})
