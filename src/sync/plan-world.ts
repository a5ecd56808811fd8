import type { OnCallSnapshot } from '../model/index.ts'

/** What the target has at one instant, in source keys; what only the target knows goes by its target id. */
export type PlanWorld = Pick<OnCallSnapshot, 'users' | 'userGroups' | 'schedules' | 'escalationPolicies'>

/** The world as the renderer takes it. Where it came from plays no part in who is on call. */
export function snapshotOf(world: PlanWorld): OnCallSnapshot {
  const { users, userGroups, schedules, escalationPolicies } = world
  return { ...nowhere, users, userGroups, schedules, escalationPolicies }
}

const nowhere = { origin: '', capturedAt: '', tzdb: '', scope: { complete: true, selected: null } } as const
