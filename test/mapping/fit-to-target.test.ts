import { expect, it } from 'vitest'
import { explain, fitToTarget } from '../../src/mapping/index.ts'
import type { OnCallSnapshot } from '../../src/model/index.ts'

const target = (slot: number) => ({ kind: 'rotation', scheduleKey: 'group:g', key: `shift:s/slot:${slot}` }) as const
const snapshot: OnCallSnapshot = {
  origin: 'xmatters:example.com',
  capturedAt: '2026-11-20T00:00:00Z',
  tzdb: '2026f',
  scope: { complete: true, selected: null },
  users: [],
  userGroups: [],
  schedules: [],
  escalationPolicies: [
    {
      key: 'group:g',
      name: 'g',
      ownerGroupKey: 'group:g',
      active: true,
      levels: [0, 7, 20].map((offsetMinutes, index) => ({ offsetMinutes, targets: [target(index + 1)] })),
      repeat: null,
    },
  ],
}
const horizon = { from: '2026-11-20T00:00:00Z', to: '2026-12-20T00:00:00Z' }

it('rounds delays to the granularity of the target and says by how much', () => {
  const { snapshot: fitted, ledger } = fitToTarget(snapshot, { delayGranularityMinutes: 5 }, { horizon })
  expect(fitted.escalationPolicies[0]?.levels.map(({ offsetMinutes }) => offsetMinutes)).toEqual([0, 5, 20])
  expect(ledger.entries).toMatchObject([{ code: 'fit.delay', value: 7, effect: { minutes: 2 } }])
})

it('merges levels beyond the most that the target has', () => {
  const { snapshot: fitted, ledger } = fitToTarget(snapshot, { maxLevels: 2 }, { horizon })
  expect(fitted.escalationPolicies[0]?.levels).toEqual([
    { offsetMinutes: 0, targets: [target(1)] },
    { offsetMinutes: 7, targets: [target(2), target(3)] },
  ])
  expect(ledger.entries).toMatchObject([{ code: 'fit.levels', effect: { minutes: 13 } }])
})

it('changes nothing for a target that can do everything', () => {
  expect(fitToTarget(snapshot, {}, { horizon })).toEqual({
    snapshot,
    ledger: { leaves: 0, mapped: 0, approximated: 0, dropped: 0, unknown: 0, entries: [] },
  })
})

it('leads from a level back to the shift and the rule', () => {
  const answer = explain(snapshot, 'escalationPolicies[group:g].levels[1].offsetMinutes')
  expect(answer).toMatchObject({ value: 7, rule: expect.stringContaining('sum of the delays') as string })
  expect(explain(snapshot, 'escalationPolicies[0].levels[1]').sources).toContainEqual({
    resource: 'shifts',
    id: 's',
    path: 'members',
  })
  expect(explain(snapshot, 'nowhere[3]').value).toBeUndefined()
})
