import type { EntityKind } from '../model/index.ts'
import type { ChangeAction, FieldChange } from '../sync/index.ts'
import { counted } from './display-text.ts'

export const entityWords: Readonly<Record<EntityKind, readonly [singular: string, plural: string]>> = {
  user: ['user', 'users'],
  userGroup: ['user group', 'user groups'],
  schedule: ['schedule', 'schedules'],
  escalationPolicy: ['escalation policy', 'escalation policies'],
}

/** Every action in the order in which people want to read of it, with its sign. */
export const actionSigns: Readonly<Record<ChangeAction, string>> = {
  remove: '-',
  disable: '/',
  update: '~',
  create: '+',
  link: '=',
  invite: '@',
}

export const actions: readonly ChangeAction[] = ['remove', 'disable', 'update', 'create', 'link', 'invite']

export const actionTitles: Readonly<Record<ChangeAction, string>> = {
  remove: 'Remove',
  disable: 'Disable',
  update: 'Update',
  create: 'Create',
  link: 'Link to what is there already',
  invite: 'Invite',
}

export const winnerWords: Readonly<Record<FieldChange['winner'], string>> = {
  source: 'taken from the source',
  target: 'kept as it is in the target',
  agreed: 'the same on both sides',
  unresolved: 'not decided',
}

/** `2 users, 1 schedule`; kinds without any are left out. */
export function countedEntities(kinds: readonly EntityKind[]): string {
  return (['user', 'userGroup', 'schedule', 'escalationPolicy'] as const)
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => counted(count, ...entityWords[kind]))
    .join(', ')
}
