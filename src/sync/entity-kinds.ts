import type { EntityKind } from '../model/index.ts'

/** In dependency order: an item may need items of the kinds before its own. */
export const entityKinds: readonly EntityKind[] = ['user', 'userGroup', 'schedule', 'escalationPolicy']

/** The list of a snapshot that holds each kind. */
export const entityLists = {
  user: 'users',
  userGroup: 'userGroups',
  schedule: 'schedules',
  escalationPolicy: 'escalationPolicies',
} as const

/** For people: one of each kind, and several. */
export const entityWords = {
  user: ['user', 'users'],
  userGroup: ['user group', 'user groups'],
  schedule: ['schedule', 'schedules'],
  escalationPolicy: ['escalation policy', 'escalation policies'],
} as const

/** One thing for each kind. */
export function perEntity<T>(make: (entity: EntityKind) => T): Readonly<Record<EntityKind, T>> {
  return {
    user: make('user'),
    userGroup: make('userGroup'),
    schedule: make('schedule'),
    escalationPolicy: make('escalationPolicy'),
  }
}

/** Compares by kind, in dependency order, then by key. */
export function compareItems(
  a: { readonly entity: EntityKind; readonly key: string | null },
  b: { readonly entity: EntityKind; readonly key: string | null },
): number {
  if (a.entity !== b.entity) return entityKinds.indexOf(a.entity) - entityKinds.indexOf(b.entity)
  return compareText(a.key ?? '', b.key ?? '')
}

/** By code units, which no locale changes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
