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

/** One thing for each kind. */
export function perEntity<T>(make: (entity: EntityKind) => T): Readonly<Record<EntityKind, T>> {
  return {
    user: make('user'),
    userGroup: make('userGroup'),
    schedule: make('schedule'),
    escalationPolicy: make('escalationPolicy'),
  }
}
