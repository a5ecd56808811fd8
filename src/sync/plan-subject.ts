import type { EntityKind } from '../model/index.ts'
import type { Change } from './plan.ts'

/** What a plan speaks of, and the record that it is: `null` where it has none, or where nothing tells which. */
export type PlanSubject = Pick<Change, 'entity' | 'key' | 'targetId' | 'name'>

export function subjectOf(
  entity: EntityKind,
  key: string,
  value: { readonly name?: unknown },
  targetId: string | null = null,
): PlanSubject {
  return { entity, key, targetId, name: displayName(value, key) }
}

/** What people call the item; its key where the value does not say. */
export function displayName({ name }: { readonly name?: unknown }, key: string): string {
  return typeof name === 'string' && name !== '' ? name : key
}
