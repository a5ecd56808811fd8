import fc from 'fast-check'
import type {
  ContactMethod,
  EntityKind,
  EscalationPolicy,
  OnCallSnapshot,
  Override,
  Participant,
  Rotation,
  Schedule,
  Target,
  User,
  UserGroup,
} from '../../../src/model/index.ts'
import { mapReferences, type TargetRecord, type TargetSnapshot } from '../../../src/sync/index.ts'
import { lists } from './apply-worlds.ts'
import { officeHours, origin } from './items.ts'

export const now = '2026-11-23T09:00:00Z'

export type Content = Pick<OnCallSnapshot, 'users' | 'userGroups' | 'schedules' | 'escalationPolicies'>
export type Item = Content[(typeof lists)[EntityKind]][number]

const userKeys = Array.from({ length: 6 }, (_, nth) => `person:${nth}`)
const groupKeys = Array.from({ length: 4 }, (_, nth) => `group:${nth}`)

export const snapshotOf = (content: Content, scope: Partial<OnCallSnapshot['scope']> = {}): OnCallSnapshot => ({
  origin,
  capturedAt: now,
  tzdb: '2026a',
  scope: { complete: true, selected: null, ...scope },
  ...content,
})

const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Tokyo')
const users = fc.subarray(userKeys)
const groups = fc.subarray(groupKeys)
const rare = <T>(value: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T | null> => fc.option(value, { freq: weight })

const contactMethod = (key: string): fc.Arbitrary<ContactMethod> =>
  fc.record({
    key: fc.constant(key),
    kind: fc.constantFrom<ContactMethod['kind'][]>('email', 'sms', 'voice'),
    address: fc.constantFrom(null, '+44 20 7946 0000', '+1 212 555 0100'),
    label: fc.constantFrom('Work', 'Home', ''),
    order: fc.integer({ min: 1, max: 3 }),
    delayMinutes: fc.constantFrom(0, 5),
    active: fc.boolean(),
    minimumPriority: fc.constant('low' as const),
    isDefault: fc.constant(false),
    timeframes: fc.constant([]),
  })

const user = (key: string): fc.Arbitrary<User> =>
  fc.record({
    key: fc.constant(key),
    name: fc.constantFrom(`Ana ${key}`, `Ana ${key} Lima`),
    email: fc.constant(`${key.replace(':', '.')}@example.org`),
    givenName: fc.constantFrom('Ana', '', null),
    familyName: fc.constantFrom('Lima', null),
    timeZone: fc.oneof(fc.constant(null), zone),
    active: fc.boolean(),
    contactMethods: fc
      .subarray([`device:${key}/1`, `device:${key}/2`, '__proto__'])
      .chain((keys) => fc.tuple(...keys.map(contactMethod))),
  })

const group = (key: string): fc.Arbitrary<UserGroup> =>
  fc.record({
    key: fc.constant(key),
    name: fc.constantFrom(`Team ${key}`, `Team ${key} EU`),
    description: fc.constantFrom('', 'one', 'two'),
    membership: fc.constant('static' as const),
    active: fc.boolean(),
    memberKeys: users,
    memberGroupKeys: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, groups),
    supervisorKeys: users,
    ownedServices: fc.subarray(['__proto__', 'api', 'web']),
    site: rare(fc.constant('Berlin')),
  })

const participant: fc.Arbitrary<Participant> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...userKeys).map((key): Participant => ({ kind: 'user', key })) },
  { weight: 1, arbitrary: fc.constantFrom(...groupKeys).map((key): Participant => ({ kind: 'policy', key })) },
  { weight: 1, arbitrary: fc.constant<Participant>({ kind: 'nobody' }) },
  {
    weight: 1,
    arbitrary: users.map((keys): Participant => ({ kind: 'all', of: keys.map((key) => ({ kind: 'user', key })) })),
  },
)

const rotation = (key: string): fc.Arbitrary<Rotation> =>
  fc.record({
    key: fc.constant(key),
    name: fc.constantFrom('Day', 'Night'),
    timeZone: zone,
    recurrence: fc.constantFrom('2026-01-05', '2026-02-02').map(officeHours),
    participants: fc.array(participant, { minLength: 1, maxLength: 3 }),
    handoff: fc.constant(null),
  })

const override = (key: string, groupKey: string): fc.Arbitrary<Override> =>
  fc.record({
    key: fc.constant(key),
    rotationKeys: fc.constant([`shift:${groupKey}/slot:1`]),
    from: fc.constantFrom('2026-12-24T00:00:00Z', '2026-12-25T00:00:00Z'),
    to: fc.constant('2026-12-27T00:00:00Z'),
    replaces: fc.constantFrom(...userKeys),
    replacement: rare(fc.constantFrom(...userKeys)),
    scope: fc.constant('all' as const),
  })

const schedule = (key: string): fc.Arbitrary<Schedule> =>
  fc.record({
    key: fc.constant(key),
    name: fc.constantFrom(`Rota ${key}`, `Rota ${key} EU`),
    timeZone: zone,
    rotations: fc
      .subarray([`shift:${key}/slot:1`, `shift:${key}/slot:2`])
      .chain((keys) => fc.tuple(...keys.map(rotation))),
    overrides: fc
      .subarray([`absence:${key}/1`, `absence:${key}/2`])
      .chain((keys) => fc.tuple(...keys.map((one) => override(one, key)))),
  })

const target: fc.Arbitrary<Target> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...groupKeys)
      .map((key): Target => ({ kind: 'rotation', scheduleKey: key, key: `shift:${key}/slot:1` })),
  },
  { weight: 2, arbitrary: fc.constantFrom(...userKeys).map((key): Target => ({ kind: 'user', key })) },
  { weight: 1, arbitrary: fc.constantFrom(...groupKeys).map((key): Target => ({ kind: 'policy', key })) },
)

const policy = (key: string): fc.Arbitrary<EscalationPolicy> =>
  fc.record({
    key: fc.constant(key),
    name: fc.constantFrom(`Policy ${key}`, `Policy ${key} EU`),
    ownerGroupKey: fc.constant(key),
    active: fc.boolean(),
    levels: fc
      .array(target, { maxLength: 3 })
      .map((targets) => targets.map((one, nth) => ({ offsetMinutes: nth * 5, targets: [one] }))),
    repeat: fc.constant(null),
  })

/** Everything that there could be, in one of its shapes. */
const everything: fc.Arbitrary<Content> = fc.record({
  users: fc.tuple(...userKeys.map(user)),
  userGroups: fc.tuple(...groupKeys.map(group)),
  schedules: fc.tuple(...groupKeys.map(schedule)),
  escalationPolicies: fc.tuple(...groupKeys.map(policy)),
})

/** A pseudo-random but repeatable yes or no for a place. */
const chance = (salt: number, place: string, share: number): boolean => {
  let hash = salt | 0
  for (let index = 0; index < place.length; index += 1) hash = Math.imul(hash ^ place.charCodeAt(index), 0x01000193)
  hash ^= hash >>> 15
  return ((Math.imul(hash, 0x2c1b3c6d) >>> 8) & 0xffff) / 0x10000 < share
}

/** Some of the items, with nothing that leads to what was left out. */
const someOf = (content: Content, salt: number, share: number): Content => {
  const keep = (entity: EntityKind, key: string): boolean => chance(salt, `${entity} ${key}`, share)
  const userGroups = content.userGroups.filter(({ key }) => keep('userGroup', key))
  const there = {
    users: content.users.filter(({ key }) => keep('user', key)),
    userGroups,
    schedules: content.schedules.filter(({ key }) => keep('schedule', key)),
    escalationPolicies: content.escalationPolicies.filter(
      ({ key }) => keep('escalationPolicy', key) && userGroups.some((owner) => owner.key === key),
    ),
  }
  return closed(there)
}

/** Leaves out what leads nowhere; written for tests alone. */
const closed = (content: Content): Content => {
  const [u, g, s, p] = [content.users, content.userGroups, content.schedules, content.escalationPolicies].map(
    (list) => new Set<string>(list.map(({ key }) => key)),
  ) as [Set<string>, Set<string>, Set<string>, Set<string>]
  const isThere = (one: Participant): boolean =>
    one.kind === 'user' ? u.has(one.key) : one.kind === 'policy' ? p.has(one.key) : true
  return {
    users: content.users,
    userGroups: content.userGroups.map((one) => ({
      ...one,
      memberKeys: one.memberKeys.filter((key) => u.has(key)),
      memberGroupKeys: one.memberGroupKeys.filter((key) => g.has(key)),
      supervisorKeys: one.supervisorKeys.filter((key) => u.has(key)),
    })),
    schedules: content.schedules.map((one) => ({
      ...one,
      rotations: one.rotations.map((rotation) => ({
        ...rotation,
        participants: rotation.participants.map((held): Participant => {
          if (held.kind === 'all') return { ...held, of: held.of.filter(isThere) }
          return isThere(held) ? held : { kind: 'nobody' }
        }),
      })),
      overrides: one.overrides
        .filter(({ replaces }) => u.has(replaces))
        .map((held) => ({
          ...held,
          replacement: held.replacement !== null && u.has(held.replacement) ? held.replacement : null,
        })),
    })),
    escalationPolicies: content.escalationPolicies.map((one) => ({
      ...one,
      levels: one.levels.map((level) => ({
        ...level,
        targets: level.targets.filter((held) =>
          held.kind === 'rotation' ? s.has(held.scheduleKey) : held.kind === 'user' ? u.has(held.key) : p.has(held.key),
        ),
      })),
    })),
  }
}

/** The first with some fields of the second; items that only one has stay out or in. */
const mixed = (base: Content, other: Content, salt: number, share: number): Content => {
  const mix = <T extends Item>(entity: EntityKind, from: readonly T[], to: readonly T[]): readonly T[] =>
    from.map((item) => {
      const twin = to.find(({ key }) => key === item.key)
      if (!twin) return item
      const fields = Object.keys(item).filter((field) => chance(salt, `${entity} ${item.key} ${field}`, share))
      return { ...item, ...Object.fromEntries(fields.map((field) => [field, twin[field as keyof T]])) }
    })
  return {
    users: mix('user', base.users, other.users),
    userGroups: mix('userGroup', base.userGroups, other.userGroups),
    schedules: mix('schedule', base.schedules, other.schedules),
    escalationPolicies: mix('escalationPolicy', base.escalationPolicies, other.escalationPolicies),
  }
}

/** A source as it was at the last sync and as it is now, and what was done to the target in between. */
export interface History {
  readonly before: Content
  readonly after: Content
  /** What the target's items are edited towards; only those that are there are. */
  readonly edited: Content
  /** Which items somebody deletes in the target, by `<entity> <key>`. */
  readonly deletes: (item: string) => boolean
  /** What was remembered of the last sync. `nothing`: neither baseline nor links, as before the first one. */
  readonly memory: 'all' | 'links' | 'nothing'
  /** Whether others have some of the names already. */
  readonly isCrowded: boolean
}

export const histories: fc.Arbitrary<History> = fc
  .record({
    first: everything,
    second: everything,
    third: everything,
    salt: fc.nat(),
    share: fc.constantFrom(0.05, 0.2, 0.5),
    removals: fc.constantFrom(0, 0.15),
    deletions: fc.constantFrom(0, 0, 0.1),
    memory: fc.constantFrom('all', 'all', 'all', 'links', 'nothing'),
    isCrowded: fc.boolean(),
  })
  .map(({ first, second, third, salt, share, removals, deletions, memory, isCrowded }) => {
    const before = someOf(first, salt, 0.8)
    // Of all that there could be, so that items come as well as go.
    const changed = mixed(someOf(first, salt, 1), second, salt + 1, share)
    const after = someOf(changed, salt + 5, 0.85)
    const edited = closed(mixed(before, third, salt + 2, share))
    return {
      before,
      after: someOf(closed(after), salt + 3, 1 - removals),
      edited,
      // A fresh memory target would give the ids of what was deleted again.
      deletes: (item: string) => memory !== 'nothing' && chance(salt + 4, item, deletions),
      memory,
      isCrowded,
    }
  })

export const contents: fc.Arbitrary<Content> = fc
  .record({ all: everything, salt: fc.nat() })
  .map(({ all, salt }) => someOf(all, salt, 0.8))

/** The records in source keys, by entity and key; what only the target has goes by `target:<id>`. */
export function contentInKeys(snapshot: TargetSnapshot): Content {
  const keys = new Map<string, string>()
  for (const [entity, list] of Object.entries(lists)) {
    for (const { id, link } of snapshot[list]) keys.set(`${entity} ${id}`, link?.key ?? `target:${id}`)
  }
  const read = (entity: EntityKind): readonly Item[] =>
    (snapshot[lists[entity]] as readonly TargetRecord<Item>[])
      .map(({ id, value }) => ({
        ...mapReferences(entity, value as never, (kind, other) => keys.get(`${kind} ${other}`) ?? `missing:${other}`),
        key: keys.get(`${entity} ${id}`)!,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  return Object.fromEntries(
    Object.entries(lists).map(([entity, list]) => [list, read(entity as EntityKind)]),
  ) as unknown as Content
}

/** The same lists in another order. */
export function shuffled<T>(list: readonly T[], salt: number): readonly T[] {
  return list
    .map((item, nth) => ({ item, place: Math.imul(salt + nth * 7919, 0x9e3779b1) >>> 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
