import fc from 'fast-check'
import type { EntityKind, EntityValue, EscalationPolicy, Schedule, UserGroup } from '../../../src/model/index.ts'
import {
  type Baseline,
  type Change,
  type ChangeAction,
  mapReferences,
  type SyncPlan,
  type TargetRecord,
  type TargetSnapshot,
} from '../../../src/sync/index.ts'
import { digestOf } from '../../../src/sync/digest.ts'
import { aPolicy, aRota, aTeam, aUser, origin } from './items.ts'

/** A target, and a plan made against it. */
export interface World {
  readonly initial: TargetSnapshot
  readonly plan: SyncPlan
}

const aGroup = (key: string, memberKeys: readonly string[], name = key): UserGroup =>
  aTeam(key, { name, memberKeys: [...memberKeys].sort(), supervisorKeys: memberKeys.slice(0, 1) })

const aSchedule = (key: string, holders: readonly string[], name = key): Schedule => {
  const { rotations, ...rota } = aRota(key, holders)
  return {
    ...rota,
    name,
    rotations: rotations.map(({ participants, ...rotation }) => ({
      ...rotation,
      participants: [{ kind: 'all', of: participants }],
    })),
    overrides: holders.slice(0, 1).map((replaces) => ({
      key: `absence:${key}`,
      rotationKeys: [`shift:${key}/slot:1`],
      from: '2026-12-24T00:00:00Z',
      to: '2026-12-27T00:00:00Z',
      replaces,
      replacement: holders[1] ?? null,
      scope: 'all',
    })),
  }
}

const aPagingPolicy = (key: string, holders: readonly string[], name = key): EscalationPolicy => {
  const direct = holders.map((holder) => ({ kind: 'user', key: holder }) as const)
  const { levels, ...policy } = aPolicy(key, { name })
  return { ...policy, levels: [...levels, { offsetMinutes: 10, targets: direct }] }
}

export const aChange = (part: Partial<Change> & Pick<Change, 'action' | 'entity' | 'key'>): Change => ({
  id: `${part.entity}:${part.key}:${part.action}`,
  targetId: null,
  fields: [],
  value: null,
  dependsOn: [],
  expects: null,
  reason: 'test',
  name: part.key,
  ...part,
})

export function aPlan(changes: readonly Change[], part: Partial<SyncPlan> = {}): SyncPlan {
  const content = {
    version: 1 as const,
    origin,
    createdAt: '2026-11-23T09:00:00Z',
    changes,
    conflicts: [],
    drift: [],
    skipped: [],
    unchanged: { user: 0, userGroup: 0, schedule: 0, escalationPolicy: 0 },
    safety: { safe: true, brakes: [] },
    impact: { from: '2026-11-23T09:00:00Z', to: '2026-11-24T09:00:00Z', policies: [] },
    ...part,
  }
  return { ...content, id: digestOf(content) }
}

export const lists = {
  user: 'users',
  userGroup: 'userGroups',
  schedule: 'schedules',
  escalationPolicy: 'escalationPolicies',
} as const

export const everyRecord = (
  snapshot: TargetSnapshot,
): { entity: EntityKind; record: TargetRecord<EntityValue[EntityKind]> }[] =>
  Object.entries(lists).flatMap(([entity, list]) =>
    snapshot[list].map((record) => ({ entity: entity as EntityKind, record })),
  )

type Fate = ChangeAction | 'keep'

/** Worlds of up to 40 items. A fate says what the plan does with an item; teams are a group, its schedule and its policy. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    users: fc.array(fc.constantFrom<Fate[]>('create', 'update', 'link', 'disable', 'remove', 'keep', 'invite'), {
      minLength: 1,
      maxLength: 10,
    }),
    teams: fc.array(
      fc.record({
        fate: fc.constantFrom<Fate[]>('create', 'update', 'link', 'remove', 'keep'),
        holders: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ users, teams }) => buildWorld(users, teams))

function buildWorld(
  users: readonly Fate[],
  teams: readonly { readonly fate: Fate; readonly holders: readonly number[] }[],
): World {
  const exists = (fate: Fate): boolean => fate !== 'create' && fate !== 'invite'
  const recordId = (entity: EntityKind, key: string): string => `${entity}/${key}`
  const records: Record<EntityKind, TargetRecord<EntityValue[EntityKind]>[]> = {
    user: [],
    userGroup: [],
    schedule: [],
    escalationPolicy: [],
  }
  const changes: Change[] = []
  const removals: Change[] = []
  const idOf = new Map<string, string>()

  const plan = (
    entity: EntityKind,
    key: string,
    fate: Fate,
    before: EntityValue[EntityKind],
    after: EntityValue[EntityKind],
    needs: string[],
  ) => {
    let expects: string | null = null
    if (exists(fate)) {
      const value = mapReferences(entity, before as never, (kind, reference) => recordId(kind, reference))
      const link = fate === 'link' ? null : { origin, key }
      records[entity].push({ id: recordId(entity, key), link, revision: '1', status: 'active', value })
      expects = digestOf(value)
    }
    if (fate === 'keep') return
    const wanted = new Set(needs.map((need) => idOf.get(need)).filter((id) => id !== undefined))
    const change = aChange({
      action: fate,
      entity,
      key,
      targetId: exists(fate) ? recordId(entity, key) : null,
      value: fate === 'remove' ? null : fate === 'link' ? before : after,
      dependsOn: [...wanted].sort(),
      expects,
    })
    if (fate === 'remove') removals.unshift(change)
    else {
      idOf.set(`${entity} ${key}`, change.id)
      changes.push(change)
    }
  }

  for (const [nth, fate] of users.entries()) {
    const key = `person:${nth}`
    const after = aUser(key, fate === 'update' ? { name: `${key} renamed` } : {})
    plan('user', key, fate, aUser(key), after, [])
  }
  const keysOf = (holders: readonly number[], isFit: (fate: Fate) => boolean): string[] =>
    [...new Set(holders.map((holder) => holder % users.length))]
      .filter((nth) => isFit(users[nth]!))
      .map((nth) => `person:${nth}`)
  const kinds = [
    ['userGroup', aGroup],
    ['schedule', aSchedule],
    ['escalationPolicy', aPagingPolicy],
  ] as const
  for (const [entity, build] of kinds) {
    for (const [nth, { fate, holders }] of teams.entries()) {
      const key = `group:${nth}`
      const old = keysOf(holders, (of) => exists(of) && of !== 'remove')
      const wanted = fate === 'update' || fate === 'create' ? keysOf(holders, (of) => of !== 'remove') : old
      const name = fate === 'update' ? `${key} renamed` : key
      const needs = [...wanted.map((user) => `user ${user}`), `userGroup ${key}`, `schedule ${key}`].filter(
        (need) => need !== `${entity} ${key}`,
      )
      plan(entity, key, fate, build(key, old), build(key, wanted, name), fate === 'link' ? [] : needs)
    }
  }
  for (const [nth, removal] of removals.entries()) {
    const before = removals.slice(0, nth).filter(({ key }) => key === removal.key)
    changes.push({ ...removal, dependsOn: before.map(({ id }) => id) })
  }
  const initial = Object.fromEntries(
    Object.entries(lists).map(([entity, list]) => [list, records[entity as EntityKind]]),
  )
  return { initial: initial as unknown as TargetSnapshot, plan: aPlan(changes) }
}

/** The target's content with ids replaced by what they stand for, so that two runs can be compared. */
export function contentOf(snapshot: TargetSnapshot, baseline: Baseline | null): unknown {
  const names = new Map(
    everyRecord(snapshot).map(({ entity, record }) => [`${entity} ${record.id}`, record.link?.key ?? record.value.key]),
  )
  const nameOf = (entity: EntityKind, id: string): string => names.get(`${entity} ${id}`) ?? `missing ${id}`
  const records = everyRecord(snapshot).map(({ entity, record }) =>
    JSON.stringify([entity, record.link, record.status, mapReferences(entity, record.value as never, nameOf)]),
  )
  const entries = (baseline?.entries ?? []).map(({ entity, key, targetId, value }) =>
    JSON.stringify([entity, key, nameOf(entity, targetId), value]),
  )
  return { records: records.sort(), entries: entries.sort() }
}
