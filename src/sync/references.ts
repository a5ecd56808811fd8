import type { EntityKind, EntityValue, EscalationPolicy, Participant, Target, UserGroup } from '../model/index.ts'

/** Gives the name of the referenced item on the other side. */
export type ReferenceMapper = (kind: EntityKind, reference: string) => string

/** Gives what a reference becomes, `null` where it has to go; of a set its field is told too. */
export type ReferenceEditor = (kind: EntityKind, reference: string, set?: keyof UserGroup) => string | null

/**
 * The same value with each reference to a user, group, schedule or policy replaced; its own key and the keys of parts
 * (rotations, contact methods, overrides) stay. Reference sets come back sorted, since their order means nothing.
 */
export function mapReferences<E extends EntityKind>(
  entity: E,
  value: EntityValue[E],
  map: ReferenceMapper,
): EntityValue[E] {
  return editReferences(entity, value, map)
}

/** Each reference of the value, in reading order, repeats included. */
export function listReferences<E extends EntityKind>(
  entity: E,
  value: EntityValue[E],
): readonly { readonly kind: EntityKind; readonly reference: string }[] {
  const found: { kind: EntityKind; reference: string }[] = []
  editReferences(entity, value, (kind, reference) => {
    found.push({ kind, reference })
    return reference
  })
  return found
}

/**
 * `mapReferences` where some may have to go, in whatever way leaves the rest as it is: a member or target is left out, a turn of a
 * rotation is held by nobody, so that the other turns stay where they are. A policy whose owner has to go comes back without that
 * field. The same object where nothing changes, which is almost always; parts that a value does not have stay away.
 */
export function editReferences<E extends EntityKind>(
  entity: E,
  value: EntityValue[E],
  edit: ReferenceEditor,
): EntityValue[E] {
  return editors[entity](value, edit)
}

const editors: { readonly [E in EntityKind]: (value: EntityValue[E], edit: ReferenceEditor) => EntityValue[E] } = {
  user: (user) => user,
  userGroup: (group, edit) => {
    const inSet = (edits: UserGroup, field: SetField, kind: EntityKind): UserGroup =>
      withPart(edits, field, inOrder(edited(group[field], (key) => edit(kind, key, field))))
    const members = inSet(inSet(group, 'memberKeys', 'user'), 'memberGroupKeys', 'userGroup')
    return inSet(members, 'supervisorKeys', 'user')
  },
  schedule: (schedule, edit) => {
    const rotations = edited(schedule.rotations, (rotation) => {
      const participants = edited(rotation.participants, (one) => editParticipant(one, edit) ?? nobody)
      return withPart(rotation, 'participants', participants)
    })
    const overrides = edited(schedule.overrides, (override) => {
      const replaces = edit('user', override.replaces)
      if (replaces === null) return null
      const replacement = override.replacement === null ? null : edit('user', override.replacement)
      return withPart(withPart(override, 'replaces', replaces), 'replacement', replacement)
    })
    return withPart(withPart(schedule, 'rotations', rotations), 'overrides', overrides)
  },
  escalationPolicy: (policy, edit) => {
    const { ownerGroupKey, ...rest }: Partial<EscalationPolicy> = policy
    const owner = ownerGroupKey ? edit('userGroup', ownerGroupKey) : ownerGroupKey
    const levels = edited(policy.levels, (level) => {
      const targets = edited(level.targets, (target) => editTarget(target, edit))
      return withPart(level, 'targets', targets)
    })
    const hasToGo = owner === null && ownerGroupKey
    const owned = hasToGo ? (rest as EscalationPolicy) : withPart(policy, 'ownerGroupKey', owner as string)
    return withPart(owned, 'levels', levels)
  },
}

type SetField = 'memberKeys' | 'memberGroupKeys' | 'supervisorKeys'

const nobody: Participant = { kind: 'nobody' }

function editParticipant(participant: Participant, edit: ReferenceEditor): Participant | null {
  switch (participant.kind) {
    case 'nobody':
      return participant
    case 'all': {
      const of = edited(participant.of, (one) => editParticipant(one, edit))
      return withPart(participant, 'of', of)
    }
    case 'user':
    case 'policy':
      return editNamed(participant, edit)
  }
}

function editTarget(target: Target, edit: ReferenceEditor): Target | null {
  if (target.kind !== 'rotation') return editNamed(target, edit)
  const scheduleKey = edit('schedule', target.scheduleKey)
  return scheduleKey === null ? null : withPart(target, 'scheduleKey', scheduleKey)
}

function editNamed<T extends { readonly kind: 'user' | 'policy'; readonly key: string }>(
  named: T,
  edit: ReferenceEditor,
): T | null {
  const key = edit(named.kind === 'user' ? 'user' : 'escalationPolicy', named.key)
  return key === null ? null : withPart(named, 'key', key)
}

/** The same value where the part is the same. */
function withPart<T, F extends keyof T>(value: T, field: F, part: T[F]): T {
  return part === value[field] ? value : { ...value, [field]: part }
}

/** The list without what became `null`; the same list where nothing changes, and what is no list. */
function edited<T>(list: readonly T[], edit: (item: T) => T | null): readonly T[] {
  if (!isList(list)) return list
  let copy: T[] | null = null
  for (const [index, item] of list.entries()) {
    const after = edit(item)
    if (after !== item) copy ??= list.slice(0, index)
    if (copy && after !== null) copy.push(after)
  }
  return copy ?? list
}

function inOrder(keys: readonly string[]): readonly string[] {
  return !isList(keys) || keys.every((key, index) => index === 0 || keys[index - 1]! <= key) ? keys : keys.toSorted()
}

/** A value from outside may lack what its type says. */
function isList(list: unknown): boolean {
  return Array.isArray(list)
}
