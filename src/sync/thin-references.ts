import type { EntityKind, EscalationPolicy, Participant, Schedule, Target, UserGroup } from '../model/index.ts'
import type { AnyValue } from './plan-input.ts'

/** Whether a value may mention the item; of a set its field is given too. */
export type MayMention = (entity: EntityKind, key: string, set?: keyof UserGroup) => boolean

/**
 * The value without what it may not mention, in whatever way leaves the rest as it is: a member or target is left out, a turn of a
 * rotation is held by nobody, so that the other turns stay where they are. The same object when nothing has to go. A policy whose owner
 * may not be mentioned comes back without that field.
 */
export function thinReferences(entity: EntityKind, value: AnyValue, may: MayMention): AnyValue {
  switch (entity) {
    case 'user':
      return value
    case 'userGroup':
      return thinGroup(value as UserGroup, may)
    case 'schedule':
      return thinSchedule(value as Schedule, may)
    case 'escalationPolicy':
      return thinPolicy(value as EscalationPolicy, may)
  }
}

function thinGroup(group: UserGroup, may: MayMention): UserGroup {
  const memberKeys = filtered(group.memberKeys, (key) => may('user', key, 'memberKeys'))
  const memberGroupKeys = filtered(group.memberGroupKeys, (key) => may('userGroup', key, 'memberGroupKeys'))
  const supervisorKeys = filtered(group.supervisorKeys, (key) => may('user', key, 'supervisorKeys'))
  const isWhole =
    memberKeys === group.memberKeys &&
    memberGroupKeys === group.memberGroupKeys &&
    supervisorKeys === group.supervisorKeys
  return isWhole ? group : { ...group, memberKeys, memberGroupKeys, supervisorKeys }
}

function thinSchedule(schedule: Schedule, may: MayMention): Schedule {
  const rotations = mapped(schedule.rotations, (rotation) => {
    const participants = mapped(rotation.participants, (participant) => thinParticipant(participant, may))
    return participants === rotation.participants ? rotation : { ...rotation, participants }
  })
  const present = filtered(schedule.overrides, ({ replaces }) => may('user', replaces))
  const overrides = mapped(present, (override) =>
    override.replacement === null || may('user', override.replacement) ? override : { ...override, replacement: null },
  )
  return rotations === schedule.rotations && overrides === schedule.overrides
    ? schedule
    : { ...schedule, rotations, overrides }
}

function thinParticipant(participant: Participant, may: MayMention): Participant {
  switch (participant.kind) {
    case 'nobody':
      return participant
    case 'all': {
      const of = filtered(participant.of, (one) => one.kind === 'all' || thinParticipant(one, may) === one)
      const thinned = mapped(of, (one) => thinParticipant(one, may))
      return thinned === participant.of ? participant : { ...participant, of: thinned }
    }
    case 'user':
      return may('user', participant.key) ? participant : nobody
    case 'policy':
      return may('escalationPolicy', participant.key) ? participant : nobody
  }
}

const nobody: Participant = { kind: 'nobody' }

function thinPolicy(policy: EscalationPolicy, may: MayMention): EscalationPolicy {
  const levels = mapped(policy.levels, (level) => {
    const targets = filtered(level.targets, (target) => mayTarget(target, may))
    return targets === level.targets ? level : { ...level, targets }
  })
  const hasOwner = policy.ownerGroupKey === undefined || may('userGroup', policy.ownerGroupKey)
  if (hasOwner && levels === policy.levels) return policy
  const { ownerGroupKey, ...rest } = policy
  return { ...rest, levels, ...(hasOwner ? { ownerGroupKey } : {}) } as EscalationPolicy
}

function mayTarget(target: Target, may: MayMention): boolean {
  switch (target.kind) {
    case 'rotation':
      return may('schedule', target.scheduleKey)
    case 'user':
      return may('user', target.key)
    case 'policy':
      return may('escalationPolicy', target.key)
  }
}

/** The same list where nothing goes, which is almost always; also one that the value does not have. */
function filtered<T>(list: readonly T[], keep: (item: T) => boolean): readonly T[] {
  return !isList(list) || list.every(keep) ? list : list.filter(keep)
}

function mapped<T>(list: readonly T[], map: (item: T) => T): readonly T[] {
  const first = isList(list) ? list.findIndex((item) => map(item) !== item) : -1
  return first < 0 ? list : list.map((item, index) => (index < first ? item : map(item)))
}

function isList(list: unknown): boolean {
  return Array.isArray(list)
}
