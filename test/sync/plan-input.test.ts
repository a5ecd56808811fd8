import { expect, it } from 'vitest'
import { InvalidArgumentError } from '../../src/errors.ts'
import { SyncPlanner } from '../../src/sync/index.ts'

const desired = {
  origin: 'xmatters:acme',
  capturedAt: '2026-02-01T00:00:00Z',
  tzdb: '2026a',
  scope: { complete: true, selected: null },
  users: [],
  userGroups: [],
  schedules: [],
  escalationPolicies: [],
}
const current = { users: [], userGroups: [], schedules: [], escalationPolicies: [] }

it.each([
  ['no desired state', { desired: null }, /no snapshot of a source/],
  ['an empty desired state', { desired: {} }, /no snapshot of a source/],
  ['no current state', { current: null }, /no snapshot of a target/],
  ['a current state without lists', { current: {} }, /no list for user in the target/],
  ['a desired state without a list', { desired: { ...desired, users: undefined } }, /no list for user in the snapshot/],
])('names what is missing: %s', (_, given, message) => {
  const input = { desired, current, baseline: null, now: '2026-02-01T00:00:00Z', ...given } as never
  expect(() => new SyncPlanner().plan(input)).toThrow(InvalidArgumentError)
  expect(() => new SyncPlanner().plan(input)).toThrow(message)
})
