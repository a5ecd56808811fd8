import type { EntityKind, EntityValue } from '../model/index.ts'
import type { CreateChange } from '../sync/index.ts'
import { want, wantSame } from './contract-case.ts'
import { longValue } from './contract-long-values.ts'
import { bareValue, type ContractIds, richValue } from './contract-values.ts'
import {
  anew,
  anUpdate,
  anyKind,
  createAll,
  creatableKinds,
  createRecord,
  find,
  linkOf,
  mapAtOnce,
  recordsIn,
  somePeople,
  type TargetCheck,
  type TargetUnderTest,
} from './target-under-test.ts'

export const createCases: readonly TargetCheck[] = [
  [
    'reads an empty store as four empty lists',
    async ({ target }) => {
      await target.read({})
    },
  ],
  [
    'keeps a created value and its link exactly',
    async (tested) => {
      const [user] = await somePeople(tested.target, 1)
      const first = user === undefined ? {} : { user }
      await wantKept(tested, 'rich', richValue, first)
      await wantKept(tested, 'bare', bareValue, first)
    },
  ],
  [
    'keeps long lists to their end',
    async (tested) => {
      const length = tested.pageSize + 1
      const people = await somePeople(tested.target, length)
      const [user] = people
      await wantKept(
        tested,
        'long',
        (entity, key, ids) => longValue(entity, key, ids, { length, people }),
        user === undefined ? {} : { user },
      )
    },
  ],
  [
    'gives one record for one idempotency key',
    async ({ target, stored }) => {
      const entity = anyKind(target)
      const value = richValue(entity, 'twice', {})
      const change = { action: 'create', entity, link: linkOf('twice'), value } as CreateChange
      const context = anew()
      const [first, second] = [await target.create(change, context), await target.create(change, context)]
      want(
        first.id === second.id,
        'create with the same idempotency key must give the same record: a lost answer makes the library ask again.',
        [first.id, second.id],
      )
      const count = recordsIn(await stored(), entity).length
      want(count === 1, 'create with the same idempotency key must not store a second record.', count)
      await target.update(await anUpdate(target, entity, first.id, { value: { ...value, name: 'edited' } }), anew())
      await target.create(change, context)
      const seen = find(await stored(), entity, first.id)?.value.name
      want(
        seen === 'edited',
        'create with the same idempotency key must leave a record as it is by now: a request that was late would undo an edit.',
        seen,
      )
    },
  ],
  [
    'gives each created record an id of its own',
    async ({ target, stored }) => {
      const entity = anyKind(target)
      const keys = Array.from({ length: 8 }, (_, nth) => `many:${nth}`)
      const made = await Promise.all(keys.map((key) => createRecord(target, entity, key)))
      want(
        new Set(made.map(({ id }) => id)).size === 8,
        'create must give different records different ids, also when called at once.',
      )
      const links = recordsIn(await stored(), entity).map(({ link }) => link?.key)
      want(
        keys.every((key) => links.includes(key)),
        'Records created at the same time must all be stored.',
        links,
      )
    },
  ],
  [
    'keeps namesakes and two sources apart',
    async ({ target, stored }) => {
      const entity = anyKind(target)
      const link = { ...linkOf('one'), origin: 'xmatters:another.example' }
      const value = richValue(entity, 'of another source', {})
      const ours = await createRecord(target, entity, 'one')
      const theirs = await target.create({ action: 'create', entity, link, value } as CreateChange, anew())
      want(
        ours.id !== theirs.id && recordsIn(await stored(), entity).length === 2,
        'create must make a record of its own where another source has the same key: only origin and key together say which item it is.',
        [ours.id, theirs.id],
      )
      if (!creatableKinds(target).includes('user')) return
      const named = (key: string): EntityValue['user'] => ({ ...richValue('user', key, {}), name: 'Sam Smith' })
      const [one, other] = [
        await createRecord(target, 'user', 'person:1', named('person:1')),
        await createRecord(target, 'user', 'person:2', named('person:2')),
      ]
      const kept = await stored()
      want(
        one.id !== other.id && find(kept, 'user', one.id) !== undefined && find(kept, 'user', other.id) !== undefined,
        'create must keep two people of one name apart: alerts for one would reach the other.',
        [one.id, other.id],
      )
    },
  ],
  [
    'reads all records, more than fit on a page',
    async ({ target, pageSize }) => {
      const entity = anyKind(target)
      const { concurrency = 4 } = target.capabilities ?? {}
      const keys = Array.from({ length: pageSize + 1 }, (_, nth) => `paged:${nth}`)
      await mapAtOnce(keys, concurrency, async (key) => createRecord(target, entity, key))
      const seen = new Set(recordsIn(await target.read({}), entity).map(({ link }) => link?.key))
      const missing = keys.filter((key) => !seen.has(key)).length
      want(
        missing === 0,
        `read must give all ${keys.length} records, not the first page of them: what it leaves out looks removed.`,
        { missing },
      )
    },
  ],
  [
    'keeps nothing of an object that is changed after the call',
    async ({ target, stored }) => {
      const entity = anyKind(target)
      const value = { ...richValue(entity, 'copied', {}) }
      const { id } = await createRecord(target, entity, 'copied', value)
      const { name } = value
      Object.assign(value, { name: 'changed afterwards' })
      const seen = find(await stored(), entity, id)?.value.name
      want(seen === name, 'create must store what was passed, not the object that was passed.', seen)
    },
  ],
]

async function wantKept(
  { target, stored }: TargetUnderTest,
  key: string,
  valueOf: (entity: EntityKind, key: string, ids: ContractIds) => EntityValue[EntityKind],
  first: ContractIds,
): Promise<void> {
  const made = await createAll(target, key, valueOf, first)
  const kept = await stored()
  for (const { entity, id, value, revision } of made) {
    const record = find(kept, entity, id)
    want(
      record !== undefined,
      `create must give the id under which the ${entity} is read back: what refers to it is written with that id, and what a read does not show yet is created once more.`,
      id,
    )
    wantSame(
      record?.link,
      linkOf(key),
      `create must store the link of the ${entity}: without it the next run does not know the record.`,
    )
    wantSame(
      record?.value,
      value,
      `create must store the ${entity} exactly, null and order included: any difference looks like a local edit, and people are paged by what is stored.`,
    )
    want(
      revision === undefined || revision === null || revision === record?.revision,
      'The revision that create gives must be the one that is read back: the next write expects it.',
      { given: revision, read: record?.revision },
    )
  }
}
