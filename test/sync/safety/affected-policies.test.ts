import { describe, expect, it } from 'vitest'
import type { OnCallSnapshot } from '../../../src/model/index.ts'
import { affectedPolicies } from '../../../src/sync/safety/affected-policies.ts'
import { aSnapshot, aUser, anAbsence, slot } from '../../schedule/support/builders.ts'

const away = (replacement: string) =>
  anAbsence('a', 'ada', replacement, ['2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'])

/** `outer` nests `middle`, which nests `inner`; `other` stands alone. */
const world = (replacement: string, isActive = true): OnCallSnapshot =>
  aSnapshot(
    [
      { key: 'group:outer', levels: [{ offsetMinutes: 0, targets: [{ kind: 'policy', key: 'group:middle' }] }] },
      { key: 'group:middle', slots: [slot(0, 'shift:m/slot:1', [{ kind: 'policy', key: 'group:inner' }])] },
      { key: 'group:inner', slots: [slot(0, 'shift:day/slot:1', ['ada'])], overrides: [away(replacement)] },
      { key: 'group:other', slots: [slot(0, 'shift:o/slot:1', ['cy'])] },
    ],
    [aUser('ada'), aUser('bo', isActive), aUser('cy')],
  )

const nesting = ['group:inner', 'group:middle', 'group:outer']

describe('affectedPolicies', () => {
  it('follows policies that nest each other all the way out', () => {
    const changed = [{ entity: 'schedule' as const, key: 'group:inner' }]
    expect(affectedPolicies(world('bo'), world('cy'), changed)).toEqual(nesting)
  })

  it('counts somebody who stands in for another', () => {
    const changed = [{ entity: 'user' as const, key: 'person:bo' }]
    expect(affectedPolicies(world('bo'), world('bo', false), changed)).toEqual(nesting)
  })

  it('leaves out what was only given another name', () => {
    const before = world('bo')
    const renamed = {
      ...before,
      users: before.users.map((user) => ({ ...user, name: 'x' })),
      schedules: before.schedules.map((schedule) => ({ ...schedule, name: 'x' })),
      escalationPolicies: before.escalationPolicies.map((policy) => ({ ...policy, name: 'x' })),
    }
    const changed = before.schedules.flatMap(({ key }) => [
      { entity: 'schedule' as const, key },
      { entity: 'escalationPolicy' as const, key },
    ])
    expect(affectedPolicies(before, renamed, [...changed, { entity: 'user', key: 'person:bo' }])).toEqual([])
  })
})
