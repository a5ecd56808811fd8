import type { EntityKind, EntityValue, Participant, Target } from '../model/index.ts'

/** Gives the name of the referenced item on the other side. */
export type ReferenceMapper = (kind: EntityKind, reference: string) => string

/**
 * The same value with each reference to a user, group, schedule or policy replaced; its own key and the keys of parts
 * (rotations, contact methods, overrides) stay. Reference sets come back sorted, since their order means nothing.
 */
export function mapReferences<E extends EntityKind>(
  entity: E,
  value: EntityValue[E],
  map: ReferenceMapper,
): EntityValue[E] {
  return mappers[entity](value, map)
}

/** Each reference of the value, in reading order, repeats included. */
export function listReferences<E extends EntityKind>(
  entity: E,
  value: EntityValue[E],
): readonly { readonly kind: EntityKind; readonly reference: string }[] {
  const found: { kind: EntityKind; reference: string }[] = []
  mapReferences(entity, value, (kind, reference) => {
    found.push({ kind, reference })
    return reference
  })
  return found
}

const mappers: { readonly [E in EntityKind]: (value: EntityValue[E], map: ReferenceMapper) => EntityValue[E] } = {
  user: (user) => user,
  userGroup: (group, map) => ({
    ...group,
    ...mapField(group, 'memberKeys', (keys) => mapSet('user', keys, map)),
    ...mapField(group, 'memberGroupKeys', (keys) => mapSet('userGroup', keys, map)),
    ...mapField(group, 'supervisorKeys', (keys) => mapSet('user', keys, map)),
  }),
  schedule: (schedule, map) => ({
    ...schedule,
    ...mapField(schedule, 'rotations', (rotations) =>
      rotations.map((rotation) => ({
        ...rotation,
        ...mapField(rotation, 'participants', (list) => list.map((participant) => mapParticipant(participant, map))),
      })),
    ),
    ...mapField(schedule, 'overrides', (overrides) =>
      overrides.map((override) => ({
        ...override,
        replaces: map('user', override.replaces),
        replacement: override.replacement === null ? null : map('user', override.replacement),
      })),
    ),
  }),
  escalationPolicy: (policy, map) => ({
    ...policy,
    ...mapField(policy, 'ownerGroupKey', (key) => map('userGroup', key)),
    ...mapField(policy, 'levels', (levels) =>
      levels.map((level) => ({ ...level, targets: level.targets.map((target) => mapTarget(target, map)) })),
    ),
  }),
}

/** A field that the value does not have stays away: an absent key is not part of a value. */
function mapField<T, F extends keyof T>(value: T, field: F, map: (part: T[F]) => T[F]): Partial<Pick<T, F>> {
  const part = value[field] as T[F] | null | undefined
  return part === undefined || part === null ? {} : ({ [field]: map(part) } as Partial<Pick<T, F>>)
}

function mapSet(kind: EntityKind, references: readonly string[], map: ReferenceMapper): readonly string[] {
  return references.map((reference) => map(kind, reference)).sort()
}

function mapParticipant(participant: Participant, map: ReferenceMapper): Participant {
  switch (participant.kind) {
    case 'user':
      return { ...participant, key: map('user', participant.key) }
    case 'policy':
      return { ...participant, key: map('escalationPolicy', participant.key) }
    case 'all':
      return { ...participant, of: participant.of.map((one) => mapParticipant(one, map)) }
    case 'nobody':
      return participant
  }
}

function mapTarget(target: Target, map: ReferenceMapper): Target {
  switch (target.kind) {
    case 'rotation':
      return { ...target, scheduleKey: map('schedule', target.scheduleKey) }
    case 'user':
      return { ...target, key: map('user', target.key) }
    case 'policy':
      return { ...target, key: map('escalationPolicy', target.key) }
  }
}
