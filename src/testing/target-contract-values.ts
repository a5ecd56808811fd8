import type { EntityKind, EntityValue } from '../model/index.ts'
import type {
  CreateChange,
  RecordLink,
  TargetAdapter,
  TargetRecord,
  TargetSnapshot,
  WriteResult,
} from '../sync/index.ts'
import { want } from './contract-case.ts'

/** The adapter of one case, and what its store holds. */
export interface TargetUnderTest {
  readonly target: TargetAdapter
  readonly stored: () => Promise<TargetSnapshot>
}

export type TargetCheck = readonly [name: string, check: (tested: TargetUnderTest) => Promise<void>]

export const contractOrigin = 'xmatters:contract.example'

export const linkOf = (key: string): RecordLink => ({ origin: contractOrigin, key })

/** What may be created in this target, by its capabilities. */
export function creatableKinds({ capabilities = {} }: TargetAdapter): readonly EntityKind[] {
  const { entities = ['user', 'userGroup', 'schedule', 'escalationPolicy'], users = 'create' } = capabilities
  return entities.filter((entity) => entity !== 'user' || users === 'create')
}

/** Values of each kind that are easy to damage: null, empty, zero, false, order, spaces, quotes, text outside of the basic plane. */
export function contractValue<E extends EntityKind>(entity: E, key: string, ids: ContractIds): EntityValue[E] {
  return builders[entity](key, ids)
}

/** Target ids to refer to; absent where the target keeps no such thing. */
export interface ContractIds {
  readonly user?: string
  readonly userGroup?: string
  readonly schedule?: string
}

const builders: { readonly [E in EntityKind]: (key: string, ids: ContractIds) => EntityValue[E] } = {
  user: (key) => ({
    key,
    name: `Zoë "Quote" O'Brien 👩‍🚒 ${key} ${'of a long line '.repeat(10)}end`,
    email: `${key.replace(':', '.')}@example.org`,
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
  schedule: (key, { user }) => ({
    key,
    name: key,
    timeZone: 'America/New_York',
    rotations: ['2', '1'].map((slot) => ({
      key: `shift:${key}/slot:${slot}`,
      name: `Slot ${slot}`,
      timeZone: 'America/New_York',
      recurrence: {
        startsAtWall: '2026-01-05T09:00:00',
        endsAtWall: '2026-01-05T17:00:00',
        rule: { kind: 'weekly', every: 2, days: ['MO', 'FR'], weekStart: 'SU' },
        until: { kind: 'never' },
        duration: { kind: 'wall' },
        disambiguation: 'compatible',
        exceptions: [{ kind: 'excluded', start: '2026-01-19T14:00:00Z' }],
      },
      participants: [{ kind: 'nobody' }, ...(user === undefined ? [] : [{ kind: 'user' as const, key: user }])],
      handoff: null,
    })),
    overrides: [],
  }),
  escalationPolicy: (key, { userGroup = 'elsewhere', schedule, user }) => ({
    key,
    name: key,
    ownerGroupKey: userGroup,
    active: true,
    levels: [
      {
        offsetMinutes: 0,
        targets: [
          ...(schedule === undefined
            ? []
            : [{ kind: 'rotation' as const, scheduleKey: schedule, key: 'shift:1/slot:1' }]),
          ...(user === undefined ? [] : [{ kind: 'user' as const, key: user }]),
        ],
      },
      { offsetMinutes: 15, targets: [] },
    ],
    repeat: null,
  }),
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

let calls = 0

/** Creates a record of that kind and gives it as it must be read back. */
export async function createRecord(
  target: TargetAdapter,
  entity: EntityKind,
  key: string,
  ids: ContractIds = {},
): Promise<WriteResult & { readonly id: string; readonly value: EntityValue[EntityKind] }> {
  const value = contractValue(entity, key, ids)
  const change = { action: 'create', entity, link: linkOf(key), value } as CreateChange
  const made = await target.create(change, { idempotencyKey: `contract:${(calls += 1)}` })
  return { ...made, value }
}

export function recordsIn(
  snapshot: TargetSnapshot,
  entity: EntityKind,
): readonly TargetRecord<EntityValue[EntityKind]>[] {
  const { users, userGroups, schedules, escalationPolicies } = snapshot
  return { user: users, userGroup: userGroups, schedule: schedules, escalationPolicy: escalationPolicies }[entity]
}

/** The kind that most cases are tried with. */
export function anyKind(target: TargetAdapter): EntityKind {
  const kinds = creatableKinds(target)
  const entity = kinds.find((kind) => kind !== 'user') ?? kinds[0]
  want(entity !== undefined, 'A target must keep at least one kind that can be created.')
  return entity!
}

export function find(
  snapshot: TargetSnapshot,
  entity: EntityKind,
  id: string,
): TargetRecord<EntityValue[EntityKind]> | undefined {
  return recordsIn(snapshot, entity).find((record) => record.id === id)
}
