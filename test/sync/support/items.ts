import type {
  ContactMethod,
  EscalationPolicy,
  Recurrence,
  Schedule,
  User,
  UserGroup,
} from '../../../src/model/index.ts'

export const origin = 'xmatters:acme.example'

export const aUser = (key: string, part: Partial<User> = {}): User => ({
  key,
  name: key,
  email: `${key.replace(':', '.')}@example.org`,
  givenName: null,
  familyName: null,
  timeZone: null,
  active: true,
  contactMethods: [],
  ...part,
})

export const aPhone = (nth: string, part: Partial<ContactMethod> = {}): ContactMethod => ({
  key: `device:${nth}`,
  kind: 'sms',
  address: '+1',
  label: '',
  order: 1,
  delayMinutes: 0,
  active: true,
  minimumPriority: 'low',
  isDefault: false,
  timeframes: [],
  ...part,
})

export const aTeam = (key: string, part: Partial<UserGroup> = {}): UserGroup => ({
  key,
  name: key,
  description: '',
  membership: 'static',
  active: true,
  memberKeys: [],
  memberGroupKeys: [],
  supervisorKeys: [],
  ownedServices: [],
  site: null,
  ...part,
})

/** From nine to five, every day. */
export const officeHours = (firstDay = '2026-01-05'): Recurrence => ({
  startsAtWall: `${firstDay}T09:00:00`,
  endsAtWall: `${firstDay}T17:00:00`,
  rule: { kind: 'daily', every: 1 },
  until: { kind: 'never' },
  duration: { kind: 'wall' },
  disambiguation: 'compatible',
  exceptions: [],
})

export const aRota = (key: string, holders: readonly string[], part: Partial<Schedule> = {}): Schedule => ({
  key,
  name: key,
  timeZone: 'UTC',
  rotations: [
    {
      key: `shift:${key}/slot:1`,
      name: 'Day',
      timeZone: 'UTC',
      recurrence: officeHours(),
      participants: holders.map((holder) => ({ kind: 'user', key: holder })),
      handoff: null,
    },
  ],
  overrides: [],
  ...part,
})

export const aPolicy = (key: string, part: Partial<EscalationPolicy> = {}): EscalationPolicy => ({
  key,
  name: key,
  ownerGroupKey: key,
  active: true,
  levels: [{ offsetMinutes: 0, targets: [{ kind: 'rotation', scheduleKey: key, key: `shift:${key}/slot:1` }] }],
  repeat: null,
  ...part,
})
