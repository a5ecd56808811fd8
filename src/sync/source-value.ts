import type { EntityKind, User, UserGroup } from '../model/index.ts'
import { targetPrefix } from './apply-references.ts'
import type { AnyValue } from './plan-input.ts'

/**
 * The source's value as it is compared: sets sorted, and without the fields that this target or these options leave out, which are then
 * not part of it.
 */
export function prepareSource(
  entity: EntityKind,
  value: AnyValue,
  { contactDetails, kept }: { readonly contactDetails: boolean; readonly kept: ReadonlySet<EntityKind> },
): AnyValue {
  if (entity === 'user' && !contactDetails) {
    const { contactMethods: _, ...user } = value as User
    return user as User
  }
  if (entity !== 'userGroup') return value
  const group = value as UserGroup
  const sorted = withSortedSets(group)
  if (kept.has('user')) return sorted
  const { memberKeys: _members, supervisorKeys: _supervisors, ...rest } = sorted
  return rest as UserGroup
}

function withSortedSets(group: UserGroup): UserGroup {
  const memberKeys = inOrder(group.memberKeys)
  const memberGroupKeys = inOrder(group.memberGroupKeys)
  const supervisorKeys = inOrder(group.supervisorKeys)
  const ownedServices = inOrder(group.ownedServices)
  const isSorted =
    memberKeys === group.memberKeys &&
    memberGroupKeys === group.memberGroupKeys &&
    supervisorKeys === group.supervisorKeys &&
    ownedServices === group.ownedServices
  return isSorted ? group : { ...group, memberKeys, memberGroupKeys, supervisorKeys, ownedServices }
}

/** What is created is whole: what was left out of the comparison is empty. */
export function wholeValue(entity: EntityKind, value: AnyValue): AnyValue {
  switch (entity) {
    case 'user':
      return { contactMethods: [], ...value }
    case 'userGroup':
      return { memberKeys: [], memberGroupKeys: [], supervisorKeys: [], ...value }
    case 'schedule':
      return { rotations: [], overrides: [], ...value }
    case 'escalationPolicy':
      // A target without user groups has no owner to name.
      return { ownerGroupKey: targetPrefix, levels: [], ...value }
  }
}

function inOrder(list: readonly string[]): readonly string[] {
  if (!isList(list)) return list
  for (let index = 1; index < list.length; index += 1) if (list[index - 1]! > list[index]!) return [...list].sort()
  return list
}

/** A value from outside may lack what its type says. */
function isList(list: unknown): boolean {
  return Array.isArray(list)
}
