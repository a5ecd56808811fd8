import type { ContactMethod, EntityKind, Schedule, User, UserGroup } from '../model/index.ts'
import { targetPrefix } from './translate-references.ts'
import type { AnyValue } from './plan-input.ts'

/**
 * The source's value as it is compared: sets sorted and lists with keys in one order, because theirs means nothing, and without the
 * fields that this target or these options leave out, which are then not part of it.
 */
export function prepareSource(
  entity: EntityKind,
  value: AnyValue,
  { contactDetails, kept }: { readonly contactDetails: boolean; readonly kept: ReadonlySet<EntityKind> },
): AnyValue {
  switch (entity) {
    case 'user': {
      if (contactDetails) return sorted(value as User, ['contactMethods'], byPlace)
      const { contactMethods: _, ...user } = value as User
      return user as User
    }
    case 'userGroup': {
      const group = sorted(value as UserGroup, setsOfGroup, (one, other) => one > other)
      if (kept.has('user')) return group
      const { memberKeys: _members, supervisorKeys: _supervisors, ...rest } = group
      return rest as UserGroup
    }
    case 'schedule':
      return sorted(value as Schedule, ['rotations', 'overrides'], (one, other) => one.key > other.key)
    case 'escalationPolicy':
      return value
  }
}

const setsOfGroup = ['memberKeys', 'memberGroupKeys', 'supervisorKeys', 'ownedServices'] as const

/** Ways to reach somebody, in the order in which they are tried. */
function byPlace(one: ContactMethod, other: ContactMethod): boolean {
  return one.order === other.order ? one.key > other.key : one.order > other.order
}

/** The same value where all is in order, as nearly always. */
function sorted<T extends object, F extends keyof T>(
  value: T,
  fields: readonly F[],
  isAfter: (one: ElementOf<T[F]>, other: ElementOf<T[F]>) => boolean,
): T {
  const moved: [F, ElementOf<T[F]>[]][] = []
  for (const field of fields) {
    const list: unknown = value[field]
    // A value from outside may lack what its type says.
    if (!Array.isArray(list)) continue
    const elements = list as ElementOf<T[F]>[]
    if (elements.every((one, index) => index === 0 || !isAfter(elements[index - 1]!, one))) continue
    moved.push([field, elements.toSorted((one, other) => (isAfter(one, other) ? 1 : isAfter(other, one) ? -1 : 0))])
  }
  return moved.length === 0 ? value : { ...value, ...(Object.fromEntries(moved) as Partial<T>) }
}

type ElementOf<L> = L extends readonly (infer E)[] ? E : never

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
