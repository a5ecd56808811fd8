import type { EntityKind, EntityValue, OnCallSnapshot } from '../../../src/model/index.ts'
import {
  type Baseline,
  type BaselineEntry,
  type SyncPlan,
  SyncPlanner,
  type SyncPlannerOptions,
  type TargetCapabilities,
  type TargetRecord,
  type TargetSnapshot,
} from '../../../src/sync/index.ts'
import { origin } from './items.ts'
import { type Content, now, snapshotOf } from './planner-worlds.ts'

/** A record as the target has it, linked to its key unless told otherwise; references in its value are target ids. */
export function aRecord<T extends { readonly key: string }>(
  id: string,
  value: T,
  part: Partial<Omit<TargetRecord<T>, 'value'>> = {},
): TargetRecord<T> {
  return { id, link: { origin, key: value.key }, revision: '1', status: 'active', value, ...part }
}

export interface Case {
  readonly source?: Partial<Content>
  readonly scope?: Partial<OnCallSnapshot['scope']>
  readonly target?: Partial<TargetSnapshot>
  readonly baseline?: readonly BaselineEntry[]
  readonly options?: SyncPlannerOptions
  readonly capabilities?: Partial<TargetCapabilities>
}

const nothing = { users: [], userGroups: [], schedules: [], escalationPolicies: [] } as const

/** The plan for a case; what the case does not name is empty. */
export function planOf({ source, scope, target, baseline, options, capabilities }: Case): SyncPlan {
  const known: Baseline | null = baseline ? { origin, entries: baseline } : null
  return new SyncPlanner(options).plan({
    desired: snapshotOf({ ...nothing, ...source }, scope),
    current: { ...nothing, ...target },
    baseline: known,
    now,
    ...(capabilities ? { capabilities } : {}),
  })
}

export const anEntry = (entity: EntityKind, targetId: string, value: EntityValue[EntityKind]): BaselineEntry => ({
  entity,
  key: value.key,
  targetId,
  value,
})

export const actionsOf = ({ changes }: SyncPlan): readonly string[] => changes.map(({ id }) => id)
export const conflictsOf = ({ conflicts }: SyncPlan): readonly string[] => conflicts.map(({ id }) => id)
export const skippedOf = ({ skipped }: SyncPlan): readonly string[] =>
  skipped.map(({ entity, key, code }) => `${entity}:${key}:${code}`)
