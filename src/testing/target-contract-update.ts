import type { EntityKind } from '../model/index.ts'
import type { TargetAdapter, UpdateChange } from '../sync/index.ts'
import { failureOf, want, wantSame } from './contract-case.ts'
import {
  anyKind,
  contractValue,
  creatableKinds,
  createRecord,
  find,
  linkOf,
  shortened,
  type TargetCheck,
} from './target-contract-values.ts'

export const updateCases: readonly TargetCheck[] = [
  [
    'stores the whole value of an update, and its link, in that record only',
    async ({ target, stored }) => {
      const entity = anyKind(target)
      const hasUsers = creatableKinds(target).includes('user')
      const ids = hasUsers ? { user: (await createRecord(target, 'user', 'member')).id } : {}
      const { id, value: whole } = await createRecord(target, entity, 'one', ids)
      const bystander = await createRecord(target, entity, 'two')
      const before = find(await stored(), entity, bystander.id)
      const value = shortened(whole)
      await target.update(await anUpdate(target, entity, id, { value, link: linkOf('relinked') }), {
        idempotencyKey: 'contract:update',
      })
      const after = await stored()
      wantSame(
        find(after, entity, id)?.value,
        value,
        'update must store the whole value that it is given, and keep nothing of what it replaces: null and shorter lists are values.',
      )
      wantSame(
        find(after, entity, id)?.link,
        linkOf('relinked'),
        'update must set the link: a record that had none becomes known by it.',
      )
      wantSame(find(after, entity, bystander.id)?.value, before?.value, 'update must leave all other records alone.')
    },
  ],
  [
    'gives a record another revision with each update',
    async ({ target, stored }) => {
      if (target.capabilities?.revisions === false) return
      const entity = anyKind(target)
      const { id } = await createRecord(target, entity, 'one')
      const before = find(await stored(), entity, id)?.revision
      const value = { ...contractValue(entity, 'one', {}), name: 'renamed' }
      const result = await target.update(await anUpdate(target, entity, id, { value }), {
        idempotencyKey: 'contract:update',
      })
      const after = find(await stored(), entity, id)?.revision
      want(
        typeof before === 'string' && typeof after === 'string' && before !== after,
        'A record must have another revision after an update; a store without revisions says `revisions: false`.',
        { before, after },
      )
      want(
        result?.revision === undefined || result.revision === null || result.revision === after,
        'The revision that update gives must be the one that is read back: the next write expects it.',
        { given: result?.revision, after },
      )
    },
  ],
  [
    'refuses an update of what has changed since it was read',
    async ({ target, stored }) => {
      if (target.capabilities?.revisions === false) return
      const entity = anyKind(target)
      const { id } = await createRecord(target, entity, 'one')
      const late = await anUpdate(target, entity, id, { value: { ...contractValue(entity, 'one', {}), name: 'late' } })
      const early = await anUpdate(target, entity, id, {
        value: { ...contractValue(entity, 'one', {}), name: 'early' },
      })
      await target.update(early, { idempotencyKey: 'contract:early' })
      const error = await failureOf(() => target.update(late, { idempotencyKey: 'contract:late' }))
      want(
        codeOf(error) === 'stale',
        "update must throw an error with code 'stale' when expectedRevision no longer fits: somebody's edit would be lost.",
        describe(error),
      )
      want(propertyOf(error, 'transient') !== true, 'A stale revision must not be transient: to try again cannot help.')
      const seen = find(await stored(), entity, id)?.value.name
      want(seen === 'early', 'A refused update must write nothing.', seen)
    },
  ],
  [
    'fails to update what is not there',
    async ({ target }) => {
      const entity = anyKind(target)
      const { id } = await createRecord(target, entity, 'one')
      const change = await anUpdate(target, entity, id, {})
      const error = await failureOf(() =>
        target.update({ ...change, id: `${id}-missing` }, { idempotencyKey: 'contract:missing' }),
      )
      want(error !== undefined, 'update must throw for a record that does not exist: the report would call it applied.')
    },
  ],
  [
    "sets only the link with 'link'",
    async ({ target, stored }) => {
      const entity = anyKind(target)
      const { id } = await createRecord(target, entity, 'one')
      const before = find(await stored(), entity, id)
      const value = { ...contractValue(entity, 'one', {}), name: 'not to be written' }
      await target.update(await anUpdate(target, entity, id, { action: 'link', link: linkOf('linked'), value }), {
        idempotencyKey: 'contract:link',
      })
      const seen = find(await stored(), entity, id)
      wantSame(seen?.link, linkOf('linked'), "update with action 'link' must set the link.")
      wantSame(
        seen?.value,
        before?.value,
        "update with action 'link' must leave the value as it is: only the link is agreed.",
      )
    },
  ],
  [
    "keeps a disabled record, with the status 'disabled'",
    async ({ target, stored }) => {
      if (target.capabilities?.disable === false) return
      const entity = anyKind(target)
      const { id } = await createRecord(target, entity, 'one')
      const before = find(await stored(), entity, id)
      await target.update(await anUpdate(target, entity, id, { action: 'disable' }), {
        idempotencyKey: 'contract:disable',
      })
      const seen = find(await stored(), entity, id)
      want(
        seen?.status === 'disabled',
        "update with action 'disable' must leave a record with status 'disabled'; a store that cannot says `disable: false`.",
        seen?.status,
      )
      wantSame(seen?.value, before?.value, "update with action 'disable' must leave the value as it is.")
      wantSame(seen?.link, linkOf('one'), 'A disabled record must keep its link: it may come back.')
    },
  ],
]

export const removeCases: readonly TargetCheck[] = [
  [
    'removes that record only, and takes a second removal as done',
    async ({ target, stored }) => {
      const entity = anyKind(target)
      const { id } = await createRecord(target, entity, 'one')
      const bystander = await createRecord(target, entity, 'two')
      const change = {
        action: 'remove',
        entity,
        id,
        link: linkOf('one'),
        expectedRevision: find(await target.read({}), entity, id)?.revision ?? null,
      } as const
      await target.remove(change, { idempotencyKey: 'contract:remove' })
      const after = await stored()
      want(find(after, entity, id) === undefined, 'remove must remove the record.')
      want(find(after, entity, bystander.id) !== undefined, 'remove must leave all other records alone.')
      const error = await failureOf(() => target.remove(change, { idempotencyKey: 'contract:remove' }))
      want(
        error === undefined,
        'To remove what is gone already must be no error: after a lost answer it is sent again.',
        describe(error),
      )
    },
  ],
  [
    'refuses to remove what has changed since it was read',
    async ({ target, stored }) => {
      if (target.capabilities?.revisions === false) return
      const entity = anyKind(target)
      const { id } = await createRecord(target, entity, 'one')
      const expectedRevision = find(await target.read({}), entity, id)?.revision ?? null
      const edit = await anUpdate(target, entity, id, {
        value: { ...contractValue(entity, 'one', {}), name: 'edited' },
      })
      await target.update(edit, { idempotencyKey: 'contract:edit' })
      const error = await failureOf(() =>
        target.remove(
          { action: 'remove', entity, id, link: linkOf('one'), expectedRevision },
          { idempotencyKey: 'contract:remove' },
        ),
      )
      want(
        codeOf(error) === 'stale',
        "remove must throw an error with code 'stale' when expectedRevision no longer fits.",
        describe(error),
      )
      want(find(await stored(), entity, id) !== undefined, 'A refused removal must remove nothing.')
    },
  ],
]

async function anUpdate(target: TargetAdapter, entity: EntityKind, id: string, part: object): Promise<UpdateChange> {
  const record = find(await target.read({}), entity, id)
  want(record !== undefined, 'read must show what was created.', id)
  const { value, revision } = record!
  return {
    action: 'update',
    entity,
    id,
    link: record!.link,
    value,
    fields: ['name'],
    expectedRevision: revision,
    ...part,
  } as UpdateChange
}

function codeOf(error: unknown): unknown {
  return propertyOf(error, 'code')
}

function propertyOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>)[name] : undefined
}

function describe(error: unknown): string {
  return error === undefined ? 'no error' : error instanceof Error ? error.message : typeof error
}
