import type { EntityKind, OnCallSnapshot } from '../model/index.ts'
import { entityKinds, entityLists } from './entity-kinds.ts'
import type { AnyRecord, AnyValue } from './plan-input.ts'
import { wholeValue } from './source-value.ts'

/** What the target has at one instant, in source keys; what only the target knows goes by its target id. */
export type PlanWorld = Pick<OnCallSnapshot, 'users' | 'userGroups' | 'schedules' | 'escalationPolicies'>

export function worldOf(values: Readonly<Record<EntityKind, Iterable<AnyValue>>>): PlanWorld {
  return Object.fromEntries(
    entityKinds.map((entity) => [entityLists[entity], [...values[entity]]]),
  ) as unknown as PlanWorld
}

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

/** By key. */
export function policyNames({ escalationPolicies }: PlanWorld): ReadonlyMap<string, string> {
  return new Map(escalationPolicies.map(({ key, name }) => [key, name]))
}

/** The value of a record as it counts in a world, under the key that it has there. */
export function asItCounts(entity: EntityKind, key: string, value: AnyValue, status: AnyRecord['status']): AnyValue {
  const whole = entity === 'user' ? value : wholeValue(entity, value)
  if (status === 'disabled') return switchedOff(entity, { ...whole, key })
  return whole.key === key ? whole : { ...whole, key }
}

/** While a record is disabled it reaches nobody. */
export function switchedOff(entity: EntityKind, value: AnyValue): AnyValue {
  return { ...value, ...(entity === 'schedule' ? { rotations: [] } : { active: false }) }
}

/** A store may hold what cannot be read or rendered, such as a zone that does not exist; a plan must come about all the same. */
export function orNothing<T>(render: () => T): T | null {
  try {
    return render()
  } catch {
    return null
  }
}
