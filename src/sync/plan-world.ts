import type { EntityKind, EntityValue, OnCallSnapshot } from '../model/index.ts'

/** What the target has at one instant, in source keys; what only the target knows goes by its target id. */
export type PlanWorld = Pick<OnCallSnapshot, 'users' | 'userGroups' | 'schedules' | 'escalationPolicies'>

/** The world as the renderer takes it, once: it keeps what it reads of one. Where the world came from plays no part in who is on call. */
export function snapshotOf(world: PlanWorld): OnCallSnapshot {
  let snapshot = snapshots.get(world)
  if (!snapshot) {
    const { users, userGroups, schedules, escalationPolicies } = world
    snapshot = { ...nowhere, users, userGroups, schedules, escalationPolicies }
    snapshots.set(world, snapshot)
  }
  return snapshot
}

const snapshots = new WeakMap<PlanWorld, OnCallSnapshot>()
const nowhere = { origin: '', capturedAt: '', tzdb: '', scope: { complete: true, selected: null } } as const

/** The value as it counts while the record is disabled: it reaches nobody. */
export function switchedOff(entity: EntityKind, value: EntityValue[EntityKind]): EntityValue[EntityKind] {
  const off = entity === 'schedule' ? { rotations: [] } : { active: false }
  return { ...value, ...off }
}

/** A store may hold what cannot be read or rendered, such as a zone that does not exist; a plan must come about all the same. */
export function orNothing<T>(render: () => T): T | null {
  try {
    return render()
  } catch {
    return null
  }
}
