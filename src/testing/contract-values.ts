import type { EntityKind, EntityValue } from '../model/index.ts'
import { richOverrides, richRotations } from './contract-rotations.ts'

/** Target ids to refer to; absent where the target keeps no such thing. */
export interface ContractIds {
  readonly user?: string
  readonly userGroup?: string
  readonly schedule?: string
  /** Of the rotations in that schedule. */
  readonly rotationKeys?: readonly string[]
}

type Builders = { readonly [E in EntityKind]: (key: string, ids: ContractIds) => EntityValue[E] }

/** Values that are easy to damage: zero, false, order, repetition, spaces, quotes, text outside of the basic plane, and all that moves a page. */
export function richValue<E extends EntityKind>(entity: E, key: string, ids: ContractIds): EntityValue[E] {
  return rich[entity](key, ids)
}

/** Values with nothing in them: empty lists, empty text and `null`. */
export function bareValue<E extends EntityKind>(entity: E, key: string, ids: ContractIds): EntityValue[E] {
  return bare[entity](key, ids)
}

/** The ids with that record among them. */
export function withRecord(ids: ContractIds, entity: EntityKind, id: string, value: object): ContractIds {
  const { rotations } = value as Partial<EntityValue['schedule']>
  return { ...ids, [entity]: id, ...(rotations ? { rotationKeys: rotations.map(({ key }) => key) } : {}) }
}

/** The value with another name, one element less in each of its lists, and `null` where its text may be. */
export function shortened(value: EntityValue[EntityKind]): EntityValue[EntityKind] {
  const parts = Object.entries(value).map(([name, part]) => [
    name,
    Array.isArray(part) ? part.slice(0, -1) : nullable.has(name) ? null : part,
  ])
  return { ...Object.fromEntries(parts), name: 'renamed' } as EntityValue[EntityKind]
}

const nullable: ReadonlySet<string> = new Set(['site', 'givenName'])

const rich: Builders = {
  user: (key) => ({
    key,
    // The first name ends with a combining mark, which some stores make one character.
    name: ` Zoe\u0308 "Quote" O'Brien 👩‍🚒 ${key} ${'of a long line '.repeat(10)}end `,
    email: `${key.replaceAll(':', '.')}@example.org`,
    givenName: 'Zoë',
    familyName: null,
    timeZone: 'Europe/Paris',
    active: false,
    contactMethods: ['b', 'a'].map((device, index) => ({
      key: `device:${device}`,
      kind: 'sms',
      address: '+33 6 12 34 56 78',
      label: '',
      order: index + 1,
      delayMinutes: 0,
      active: true,
      minimumPriority: 'low',
      isDefault: false,
      timeframes: [
        {
          name: 'Nights',
          startTime: '22:00',
          durationMinutes: 480,
          days: ['MO', 'SU'],
          timeZone: null,
          excludeHolidays: false,
        },
      ],
    })),
  }),
  userGroup: (key, { user }) => ({
    key,
    name: `Équipe <b>${key}</b> ${'and its neighbours '.repeat(8)}end`,
    description: ' line one\nline two ',
    membership: 'static',
    active: true,
    memberKeys: user === undefined ? [] : [user],
    memberGroupKeys: [],
    supervisorKeys: [],
    ownedServices: ['checkout', 'paiement'],
    site: 'Lisboa',
  }),
  schedule: (key, { user }) => {
    const rotations = richRotations(key, user)
    return {
      key,
      name: key,
      timeZone: 'Europe/Paris',
      rotations,
      overrides: user === undefined ? [] : richOverrides(user, rotations.map((rotation) => rotation.key).sort()),
    }
  },
  escalationPolicy: (key, { userGroup = '', schedule, rotationKeys = [], user }) => ({
    key,
    name: key,
    ownerGroupKey: userGroup,
    active: true,
    levels: [0, 1, 7, 22, 59, 121, 1439].map((offsetMinutes, nth) => ({
      offsetMinutes,
      targets: [
        ...(schedule === undefined
          ? []
          : rotationKeys.slice(nth).map((rotation) => ({
              kind: 'rotation' as const,
              scheduleKey: schedule,
              key: rotation,
            }))),
        ...(user === undefined || nth % 3 > 0 ? [] : [{ kind: 'user' as const, key: user }]),
      ],
    })),
    repeat: [{ rotationKeys, delayMinutes: 3, repetitions: null }],
  }),
}

const bare: Builders = {
  user: (key) => ({
    key,
    name: key,
    email: null,
    givenName: null,
    familyName: null,
    timeZone: null,
    active: true,
    contactMethods: [],
  }),
  userGroup: (key) => ({
    key,
    name: key,
    description: '',
    membership: 'dynamic',
    active: false,
    memberKeys: [],
    memberGroupKeys: [],
    supervisorKeys: [],
    ownedServices: [],
    site: null,
  }),
  schedule: (key) => ({ key, name: key, timeZone: 'UTC', rotations: [], overrides: [] }),
  escalationPolicy: (key, { userGroup = '' }) => ({
    key,
    name: key,
    ownerGroupKey: userGroup,
    active: false,
    levels: [],
    repeat: null,
  }),
}
