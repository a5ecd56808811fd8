import { describe, expect, it } from 'vitest'
import type { PolicyImpact, TargetRecord } from '../../../src/sync/index.ts'
import { aRecord, planOf } from '../support/plan-of.ts'
import { aPolicy, aRota, aTeam, aUser } from '../support/items.ts'

const key = 'group:1'
const [ana, bo] = [aUser('person:ana'), aUser('person:bo')]

/** Who the plan says is on call now, where Bo is to take Ana's turn, all has another name, and records of one kind are disabled. */
function onCall(disabled: 'user' | 'schedule' | 'escalationPolicy' | null): PolicyImpact['now'] {
  const status = (kind: string): Pick<TargetRecord<unknown>, 'status'> =>
    kind === disabled ? { status: 'disabled' } : {}
  const [rota, policy] = [aRota(key, ['u']), aPolicy(key, { ownerGroupKey: 'g', levels: [] })]
  const targets = [{ kind: 'rotation' as const, scheduleKey: 's', key: rota.rotations[0]!.key }]
  const plan = planOf({
    source: {
      users: [ana, bo].map((user) => ({ ...user, name: 'New' })),
      userGroups: [aTeam(key, { name: 'New' })],
      schedules: [aRota(key, ['person:bo'], { name: 'New' })],
      escalationPolicies: [aPolicy(key, { name: 'New' })],
    },
    target: {
      users: [aRecord('u', ana, status('user')), aRecord('v', bo, status('user'))],
      userGroups: [aRecord('g', aTeam(key))],
      schedules: [aRecord('s', rota, status('schedule'))],
      escalationPolicies: [
        aRecord('p', { ...policy, levels: [{ offsetMinutes: 0, targets }] }, status('escalationPolicy')),
      ],
    },
    options: { strategy: 'overwrite-with-source' },
  })
  expect(plan.changes.map(({ action }) => action)).toEqual(Array.from({ length: 5 }, () => 'update'))
  return plan.impact.policies.find((one) => one.key === key)?.now ?? { before: [], after: [] }
}

describe('who is on call once the plan is applied', () => {
  it('is whom the policy reaches then', () => {
    const reaching = (person: string) => [{ offsetMinutes: 0, userKeys: [person] }]
    expect(onCall(null)).toEqual({ before: reaching('person:ana'), after: reaching('person:bo') })
  })

  it.each(['user', 'schedule', 'escalationPolicy'] as const)(
    'is nobody where the %s is disabled in the target: an update enables nothing',
    (disabled) => {
      expect(onCall(disabled)).toEqual({ before: [], after: [] })
    },
  )
})
