import type {
  EscalationPolicy,
  ObservedMember,
  OnCallObservation,
  OnCallSnapshot,
  Override,
  Participant,
  Rotation,
  Schedule,
  User,
  UserGroup,
} from '../../src/model/index.ts'

export interface SlotSpec {
  readonly offset: number
  /** Ids of people, or whole participants. */
  readonly holders: readonly (string | Participant)[]
}

export interface ShiftSpec {
  readonly id: string
  readonly slots: readonly SlotSpec[]
  readonly starts?: string
  readonly ends?: string
  readonly timeZone?: string
  readonly rule?: Rotation['recurrence']['rule']
  readonly until?: Rotation['recurrence']['until']
  readonly handoff?: Rotation['handoff']
}

export interface GroupSpec {
  readonly id: string
  readonly shifts?: readonly ShiftSpec[]
  readonly overrides?: readonly Override[]
  readonly active?: boolean
  readonly members?: readonly string[]
}

export const aUser = (id: string, active = true): User => ({
  key: `person:${id}`,
  name: id,
  email: `${id}@example.com`,
  givenName: id,
  familyName: null,
  timeZone: 'Etc/UTC',
  active,
  contactMethods: [
    {
      key: `device:${id}-mail`,
      kind: 'email',
      address: `${id}@example.com`,
      label: 'Work Email',
      order: 1,
      delayMinutes: 0,
      active: true,
      minimumPriority: 'low',
      isDefault: true,
      timeframes: [],
    },
  ],
})

export function aSnapshot(groups: readonly GroupSpec[], users: readonly User[] = []): OnCallSnapshot {
  return {
    origin: 'xmatters:acme.xmatters.com',
    capturedAt: '2026-11-01T00:00:00Z',
    tzdb: '2026a',
    scope: { complete: true, selected: null },
    users,
    userGroups: groups.map(aUserGroup),
    schedules: groups.map(aSchedule),
    escalationPolicies: groups.map(aPolicy),
  }
}

function aUserGroup({ id, active = true, members = [] }: GroupSpec): UserGroup {
  return {
    key: `group:${id}`,
    name: `Team ${id}`,
    description: '',
    membership: 'static',
    active,
    memberKeys: members.map((one) => `person:${one}`),
    memberGroupKeys: [],
    supervisorKeys: [],
    ownedServices: [],
    site: null,
  }
}

function aSchedule({ id, shifts = [], overrides = [] }: GroupSpec): Schedule {
  return {
    key: `group:${id}`,
    name: `Team ${id}`,
    timeZone: 'Etc/UTC',
    rotations: shifts.flatMap(rotationsOf),
    overrides,
  }
}

function rotationsOf(shift: ShiftSpec): Rotation[] {
  return shift.slots.map((slot, index) => ({
    key: `shift:${shift.id}/slot:${index + 1}`,
    name: `${shift.id} ${index + 1}`,
    timeZone: shift.timeZone ?? 'Etc/UTC',
    recurrence: {
      startsAtWall: shift.starts ?? '2026-11-02T00:00:00',
      endsAtWall: shift.ends ?? '2026-11-03T00:00:00',
      rule: shift.rule ?? { kind: 'daily', every: 1 },
      until: shift.until ?? { kind: 'never' },
      duration: { kind: 'wall' },
      disambiguation: 'compatible',
      exceptions: [],
    },
    participants: slot.holders.map((one) => (typeof one === 'string' ? { kind: 'user', key: `person:${one}` } : one)),
    handoff: shift.handoff ?? null,
  }))
}

function aPolicy({ id, shifts = [], active = true }: GroupSpec): EscalationPolicy {
  const offsets = [...new Set(shifts.flatMap(({ slots }) => slots.map(({ offset }) => offset)))].sort((a, b) => a - b)
  return {
    key: `group:${id}`,
    name: `Team ${id}`,
    ownerGroupKey: `group:${id}`,
    active,
    levels: offsets.map((offsetMinutes) => ({
      offsetMinutes,
      targets: shifts.flatMap((shift) =>
        shift.slots.flatMap((slot, index) =>
          slot.offset === offsetMinutes
            ? [{ kind: 'rotation' as const, scheduleKey: `group:${id}`, key: `shift:${shift.id}/slot:${index + 1}` }]
            : [],
        ),
      ),
    })),
    repeat: null,
  }
}

export const person = (id: string, active: boolean | null = true): ObservedMember['member'] => ({
  id,
  name: id,
  kind: 'person',
  ownerId: null,
  active,
})

export const aMember = (
  position: number,
  delay: number,
  member: ObservedMember['member'] | string,
  replacements: ObservedMember['replacements'] = [],
): ObservedMember => ({
  position,
  delay,
  escalationType: 'NONE',
  inRotation: null,
  member: typeof member === 'string' ? person(member) : member,
  replacements,
})

export const aRow = (
  group: string,
  shift: string | null,
  start: string,
  end: string,
  members: readonly ObservedMember[] = [],
): OnCallObservation => ({
  group: { id: group, name: `Team ${group}` },
  shift: shift === null ? null : { id: shift, name: shift },
  start,
  end,
  members,
})
