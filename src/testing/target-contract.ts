import type { TargetAdapter, TargetSnapshot } from '../sync/index.ts'
import { checkedTarget } from './checked-target.ts'
import { type ContractCase, want, wantSame } from './contract-case.ts'
import { applyCases } from './target-contract-apply.ts'
import { inviteCases } from './target-contract-invite.ts'
import { removeCases, updateCases } from './target-contract-update.ts'
import {
  anyKind,
  contractValue,
  creatableKinds,
  createRecord,
  find,
  linkOf,
  recordsIn,
  type TargetCheck,
} from './target-contract-values.ts'

export interface TargetContractOptions {
  /** Reads what is stored without the adapter's own `read`, which may hide what `write` did. Default: `read`. */
  readonly readBack?: (target: TargetAdapter) => Promise<TargetSnapshot>
}

/**
 * What the library relies on in an adapter, as plain cases for any test runner. `createTarget` gives an adapter over an empty store, a
 * new one for each case. What the capabilities exclude is not asked for.
 */
export function targetContract(
  createTarget: () => TargetAdapter | Promise<TargetAdapter>,
  { readBack = async (target) => checkedTarget(target).read({}) }: TargetContractOptions = {},
): readonly ContractCase[] {
  return [...createCases, ...updateCases, ...removeCases, ...inviteCases, ...applyCases].map(([name, check]) => ({
    name,
    run: async () => {
      const target = await createTarget()
      await check({ target: checkedTarget(target), stored: async () => readBack(target) })
    },
  }))
}

const createCases: readonly TargetCheck[] = [
  [
    'reads an empty store as four empty lists',
    async ({ target }) => {
      await target.read({})
    },
  ],
  [
    'keeps a created value and its link exactly',
    async ({ target, stored }) => {
      const ids: Record<string, string> = {}
      for (const entity of creatableKinds(target)) {
        const { id, value, revision } = await createRecord(target, entity, `${entity}:1`, ids)
        ids[entity] = id
        const record = find(await stored(), entity, id)
        want(
          record !== undefined,
          `create must give the id under which the ${entity} is read back: what refers to it is written with that id.`,
          id,
        )
        wantSame(
          record?.link,
          linkOf(`${entity}:1`),
          `create must store the link of the ${entity}: without it the next run does not know the record.`,
        )
        wantSame(
          record?.value,
          value,
          `create must store the ${entity} exactly, null and order included: any difference looks like a local edit.`,
        )
        want(
          revision === undefined || revision === null || revision === record?.revision,
          'The revision that create gives must be the one that is read back: the next write expects it.',
          { given: revision, read: record?.revision },
        )
      }
    },
  ],
  [
    'gives one record for one idempotency key',
    async ({ target, stored }) => {
      const entity = anyKind(target)
      const change = {
        action: 'create',
        entity,
        link: linkOf('twice'),
        value: contractValue(entity, 'twice', {}),
      } as never
      const context = { idempotencyKey: 'contract:twice' }
      const [first, second] = [await target.create(change, context), await target.create(change, context)]
      want(
        first.id === second.id,
        'create with the same idempotency key must give the same record: a lost answer makes the library ask again.',
        [first.id, second.id],
      )
      const count = recordsIn(await stored(), entity).length
      want(count === 1, 'create with the same idempotency key must not store a second record.', count)
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
    'reads all records, more than fit on a page',
    async ({ target }) => {
      const entity = anyKind(target)
      const { concurrency = 4 } = target.capabilities ?? {}
      const keys = Array.from({ length: 101 }, (_, nth) => `paged:${nth}`)
      const waiting = [...keys]
      const createNext = async (): Promise<void> => {
        for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) await createRecord(target, entity, key)
      }
      await Promise.all(Array.from({ length: concurrency }, createNext))
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
      const value = { ...contractValue(entity, 'copied', {}) }
      const { id } = await target.create({ action: 'create', entity, link: linkOf('copied'), value } as never, {
        idempotencyKey: 'contract:copied',
      })
      const name = value.name
      Object.assign(value, { name: 'changed afterwards' })
      const seen = find(await stored(), entity, id)?.value.name
      want(seen === name, 'create must store what was passed, not the object that was passed.', seen)
    },
  ],
]
