import { describe, expect, it } from 'vitest'
import type { EscalationPolicy, Schedule } from '../../../src/model/index.ts'
import { applyPlan, explainChange } from '../../../src/sync/index.ts'
import { orderChanges } from '../../../src/sync/planning/order-changes.ts'
import { createMemoryState, createMemoryTarget } from '../../../src/testing/index.ts'
import { aRecord, planOf } from '../support/plan-of.ts'
import { aPolicy, aRota, aTeam, aUser } from '../support/items.ts'

const nesting = (key: string, ...nested: readonly string[]): EscalationPolicy =>
  aPolicy(key, { levels: [{ offsetMinutes: 0, targets: nested.map((one) => ({ kind: 'policy', key: one })) }] })
const heldBy = (key: string, policy: string): Schedule => {
  const rota = aRota(key, [])
  return {
    ...rota,
    rotations: rota.rotations.map((rotation) => ({ ...rotation, participants: [{ kind: 'policy', key: policy }] })),
  }
}

describe('the order of what is written', () => {
  it('is users, groups, then what needs them, each by key', () => {
    const plan = planOf({
      source: {
        users: [aUser('person:2'), aUser('person:1')],
        userGroups: [aTeam('group:1', { memberKeys: ['person:2'] })],
        schedules: [aRota('group:1', ['person:1'])],
        escalationPolicies: [aPolicy('group:1')],
      },
    })
    expect(plan.changes.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      ['user:person:1:create', []],
      ['user:person:2:create', []],
      ['userGroup:group:1:create', ['user:person:2:create']],
      ['schedule:group:1:create', ['user:person:1:create']],
      ['escalationPolicy:group:1:create', ['schedule:group:1:create', 'userGroup:group:1:create']],
    ])
  })

  it('waits for nothing that is there already', () => {
    const plan = planOf({
      source: {
        users: [aUser('person:1', { name: 'New' })],
        userGroups: [aTeam('group:1', { memberKeys: ['person:1'] })],
      },
      target: { users: [aRecord('u', aUser('person:1'))] },
      options: { strategy: 'overwrite-with-source' },
    })
    expect(plan.changes.map(({ dependsOn }) => dependsOn)).toEqual([[], []])
  })
})

describe('items that refer to each other in a circle', () => {
  const source = {
    userGroups: [
      aTeam('group:1', { memberGroupKeys: ['group:1', 'group:2'] }),
      aTeam('group:2', { memberGroupKeys: ['group:1'] }),
    ],
    schedules: [heldBy('group:1', 'group:2'), heldBy('group:2', 'group:1')],
    escalationPolicies: [aPolicy('group:1'), aPolicy('group:2')],
  }

  it('are created without the reference that closes it, which an update adds', async () => {
    const plan = planOf({ source })
    const closing = plan.changes.filter(({ action }) => action === 'update')
    expect(closing.length).toBeGreaterThan(0)
    for (const update of closing) {
      const creation = plan.changes.find(({ id }) => id === `${update.entity}:${update.key}:create`)
      expect(update).toMatchObject({ targetId: null, expects: null, name: creation?.name })
      expect(update.dependsOn).toContain(creation?.id)
      expect(creation?.dependsOn).not.toContain(creation?.id)
      expect(update.fields.length).toBeGreaterThan(0)
      expect(plan.changes.indexOf(update)).toBeGreaterThan(plan.changes.indexOf(creation!))
    }
    const [target, state] = [createMemoryTarget(), createMemoryState()]
    expect((await applyPlan(plan, { target, state })).status).toBe('complete')
    const again = planOf({
      source,
      target: target.snapshot(),
      baseline: (await state.readBaseline(plan.origin))!.entries,
    })
    expect(again).toMatchObject({
      changes: [],
      conflicts: [],
      unchanged: { userGroup: 2, schedule: 2, escalationPolicy: 2 },
    })
  })

  it('may refer to themselves', () => {
    const plan = planOf({
      source: { userGroups: [aTeam('group:1')], escalationPolicies: [nesting('group:1', 'group:1')] },
    })
    expect(
      plan.changes.map(({ id, value }) => [id, (value as Partial<EscalationPolicy>).levels?.[0]?.targets]),
    ).toEqual([
      ['userGroup:group:1:create', undefined],
      ['escalationPolicy:group:1:create', []],
      ['escalationPolicy:group:1:update', [{ kind: 'policy', key: 'group:1' }]],
    ])
  })
})

describe('orderChanges', () => {
  it('ignores needs that name nothing, and cuts the same circles every time', () => {
    const nodes = [
      { id: 'a', needs: ['b', 'nothing'] },
      { id: 'b', needs: ['c'] },
      { id: 'c', needs: ['a', 'c'] },
    ]
    const { order, cut } = orderChanges(nodes)
    expect(order.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect([...cut]).toEqual([['c', new Set(['a', 'c'])]])
  })

  it('follows chains that are longer than any stack', () => {
    const nodes = Array.from({ length: 200_000 }, (_, nth) => ({ id: String(nth), needs: [String(nth + 1)] }))
    expect(
      orderChanges(nodes)
        .order.map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['199999', '199998', '199997'])
  })
})

describe('explainChange', () => {
  const plan = planOf({
    source: {
      users: [aUser('person:1', { name: 'Ana' })],
      userGroups: [aTeam('group:1', { name: 'S', description: 'S', memberKeys: ['person:1'] })],
    },
    target: { userGroups: [aRecord('g', aTeam('group:1', { name: 'T', description: 'T' }))] },
    options: {
      strategy: {
        default: 'merge',
        fields: { description: 'overwrite-with-source', memberKeys: 'overwrite-with-source' },
      },
    },
  })

  it('says why, what it needs and what is open about it', () => {
    const { change, needs, neededBy, conflicts, text } = explainChange(plan, 'userGroup:group:1:update')
    expect(change.targetId).toBe('g')
    expect(needs.map(({ id }) => id)).toEqual(['user:person:1:create'])
    expect(neededBy).toEqual([])
    expect(conflicts).toMatchObject([{ path: 'name' }])
    for (const part of [
      '"S"',
      'in the target g',
      '2 places differ',
      'description',
      'the source wins',
      'Needs create user "Ana"',
      'Open: ',
    ])
      expect(text).toContain(part)
    expect(explainChange(plan, 'user:person:1:create').neededBy.map(({ id }) => id)).toEqual([
      'userGroup:group:1:update',
    ])
  })

  it('refuses a change that the plan does not have', () => {
    expect(() => explainChange(plan, 'user:nobody:create')).toThrow(/no change "user:nobody:create"/)
  })
})
