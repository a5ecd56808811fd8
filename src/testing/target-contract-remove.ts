import { codeOf, describeError, failureOf, want } from './contract-case.ts'
import { anew, anUpdate, createAll, creatableKinds, find, linkOf, type TargetCheck } from './target-under-test.ts'

export const removeCases: readonly TargetCheck[] = [
  [
    'removes that record only, and takes a second removal as done',
    async ({ target, stored }) => {
      const left = [...(await createAll(target, 'one')), ...(await createAll(target, 'two'))]
      // What refers to others goes first, as in a plan.
      for (let nth = creatableKinds(target).length - 1; nth >= 0; nth -= 1) {
        const { entity, id } = left[nth]!
        left.splice(nth, 1)
        const { expectedRevision } = await anUpdate(target, entity, id)
        const change = { action: 'remove', entity, id, link: linkOf('one'), expectedRevision } as const
        const context = anew()
        await target.remove(change, context)
        const after = await stored()
        want(
          find(after, entity, id) === undefined,
          `remove must remove the ${entity}; to switch it off is 'disable'.`,
          id,
        )
        want(
          left.every((record) => find(after, record.entity, record.id)),
          `remove must leave all records but that ${entity} alone, also those with the same key in their link.`,
        )
        const error = await failureOf(() => target.remove(change, context))
        want(
          error === undefined,
          'To remove what is gone already must be no error: after a lost answer it is sent again.',
          describeError(error),
        )
      }
    },
  ],
  [
    'refuses to remove what has changed since it was read',
    async ({ target, stored }) => {
      if (target.capabilities?.revisions === false) return
      // What refers to others goes first, and is gone then.
      for (const { entity, id } of (await createAll(target, 'one')).toReversed()) {
        const change = await anUpdate(target, entity, id)
        const removal = { action: 'remove', entity, id, link: linkOf('one') } as const
        await target.update({ ...change, value: { ...change.value, name: 'edited' } } as typeof change, anew())
        const error = await failureOf(() =>
          target.remove({ ...removal, expectedRevision: change.expectedRevision }, anew()),
        )
        want(
          codeOf(error) === 'stale',
          `remove must throw an error with code 'stale' when expectedRevision of the ${entity} no longer fits: somebody has just worked on it.`,
          describeError(error),
        )
        const seen = find(await stored(), entity, id)
        want(seen !== undefined, 'A refused removal must remove nothing.')
        await target.remove({ ...removal, expectedRevision: seen?.revision ?? null }, anew())
      }
    },
  ],
]
