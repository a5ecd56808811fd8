import type {
  EscalationPolicy,
  OnCallSnapshot,
  Override,
  Participant,
  Recurrence,
  Rotation,
  Schedule,
  User,
} from '../../../src/model/index.ts'
import type { ReachedLevel } from '../../../src/schedule/index.ts'

export const aUser = (name: string, active = true): User => ({
  key: `person:${name}`,
  name,
  email: null,
  givenName: null,
  familyName: null,
  timeZone: null,
  active,
  contactMethods: [],
})

const aRecurrence = (part: Partial<Recurrence> = {}): Recurrence => ({
  startsAtWall: '2026-01-05T09:00:00',
  endsAtWall: '2026-01-05T17:00:00',
  rule: { kind: 'daily', every: 1 },
  until: { kind: 'never' },
  duration: { kind: 'wall' },
  disambiguation: 'compatible',
  exceptions: [],
  ...part,
})

/** A name means that user; anything else is a participant as it is. */
export type Holder = string | Participant

const holder = (one: Holder): Participant => (typeof one === 'string' ? { kind: 'user', key: `person:${one}` } : one)

export interface RotationParts extends Partial<Omit<Rotation, 'recurrence' | 'participants'>> {
  readonly recurrence?: Partial<Recurrence>
  readonly holders?: readonly Holder[]
}

export const aRotation = ({ recurrence = {}, holders = ['ada'], ...part }: RotationParts = {}): Rotation => ({
  key: 'shift:day/slot:1',
  name: 'Day 1',
  timeZone: 'UTC',
  recurrence: aRecurrence(recurrence),
  participants: holders.map(holder),
  handoff: null,
  ...part,
})

export const anAbsence = (
  key: string,
  replaces: string,
  replacement: string | null,
  [from, to]: readonly [string, string],
  part: Partial<Override> = {},
): Override => ({
  key: `absence:${key}`,
  rotationKeys: ['shift:day/slot:1'],
  from,
  to,
  replaces: `person:${replaces}`,
  replacement: replacement === null ? null : `person:${replacement}`,
  scope: 'all',
  ...part,
})

export interface Slot {
  readonly offset: number
  readonly rotation: Rotation
}

export interface Team {
  readonly key?: string
  /** Default: the key. */
  readonly name?: string
  readonly timeZone?: string
  readonly slots?: readonly Slot[]
  readonly overrides?: readonly Override[]
  readonly active?: boolean
  readonly levels?: EscalationPolicy['levels']
}

/** A snapshot of groups, each with one schedule and one policy. */
export const aSnapshot = (teams: readonly Team[], users: readonly User[] = []): OnCallSnapshot => ({
  origin: 'xmatters:acme.xmatters.com',
  capturedAt: '2026-01-01T00:00:00Z',
  tzdb: '2026f',
  scope: { complete: true, selected: null },
  users,
  userGroups: [],
  schedules: teams.map(aSchedule),
  escalationPolicies: teams.map(aPolicy),
})

function aSchedule({ key = 'group:ops', name = key, timeZone = 'UTC', slots = [], overrides = [] }: Team): Schedule {
  return { key, name, timeZone, rotations: slots.map(({ rotation }) => rotation), overrides }
}

function aPolicy({ key = 'group:ops', name = key, slots = [], active = true, levels }: Team): EscalationPolicy {
  const offsets = [...new Set(slots.map(({ offset }) => offset))].sort((a, b) => a - b)
  return {
    key,
    name,
    ownerGroupKey: key,
    active,
    levels:
      levels ??
      offsets.map((offsetMinutes) => ({
        offsetMinutes,
        targets: slots
          .filter(({ offset }) => offset === offsetMinutes)
          .map(({ rotation }) => ({ kind: 'rotation' as const, scheduleKey: key, key: rotation.key })),
      })),
    repeat: null,
  }
}

/** One rotation alone in a group, at offset 0. */
export const oneSlot = (
  rotation: Rotation,
  overrides: readonly Override[] = [],
  users: readonly User[] = [],
): OnCallSnapshot => aSnapshot([{ slots: [{ offset: 0, rotation }], overrides }], users)

/** One rotation of a group at an offset. */
export const slot = (offset: number, key: string, holders: readonly Holder[], parts: RotationParts = {}): Slot => ({
  offset,
  rotation: aRotation({ key, holders, ...parts }),
})
/** A level as it is rendered. */
export const reaches = (offsetMinutes: number, ...names: string[]): ReachedLevel => ({
  offsetMinutes,
  userKeys: names.map((name) => `person:${name}`),
})
