import { codeOf, describeError, failureOf, propertyOf, want, wantSame } from './contract-case.ts'
import { shortened } from './contract-values.ts'
import { anew, anUpdate, createAll, find, linkOf, somePeople, type TargetCheck } from './target-under-test.ts'

export const updateCases: readonly TargetCheck[] = [
  [
    'stores the whole value of an update, and its link, in that record only',
    async ({ target, stored }) => {
      const [user] = await somePeople(target, 1)
      const made = await createAll(target, 'one', undefined, user === undefined ? {} : { user })
      await createAll(target, 'two')
      for (const { entity, id, value: whole } of made) {
        const before = await stored()
        const value = shortened(whole)
        await target.update(await anUpdate(target, entity, id, { value, link: linkOf('relinked') }), anew())
        const after = await stored()
        wantSame(
          find(after, entity, id)?.value,
          value,
          `update must store the whole value of the ${entity} that it is given, and keep nothing of what it replaces: null and shorter lists are values.`,
        )
        wantSame(
          find(after, entity, id)?.link,
          linkOf('relinked'),
          `update must set the link of the ${entity}: a record that had none becomes known by it.`,
        )
        wantSame(without(after, id), without(before, id), 'update must leave all other records alone.')
      }
    },
  ],
  [
    'gives a record another revision with each update',
    async ({ target, stored }) => {
      if (target.capabilities?.revisions === false) return
      for (const { entity, id } of await createAll(target, 'one')) {
        let before = find(await stored(), entity, id)?.revision
        for (const name of ['renamed', 'renamed again']) {
          const change = await anUpdate(target, entity, id)
          const result = await target.update({ ...change, value: { ...change.value, name } } as never, anew())
          const seen = find(await stored(), entity, id)
          const after = seen?.revision
          want(
            seen?.value.name === name,
            `update must write each time that it is asked, also the ${entity} that it wrote before.`,
            seen?.value.name,
          )
          want(
            typeof before === 'string' && typeof after === 'string' && before !== after,
            `A ${entity} must have another revision, as text, after each update, also of the same second: else somebody's edit in between is not seen and lost. A store without revisions says \`revisions: false\`.`,
            { before, after },
          )
          want(
            result?.revision === undefined || result.revision === null || result.revision === after,
            'The revision that update gives must be the one that is read back: the next write expects it.',
            { given: result?.revision, after },
          )
          before = after
        }
      }
    },
  ],
  [
    'refuses an update of what has changed since it was read',
    async ({ target, stored }) => {
      if (target.capabilities?.revisions === false) return
      for (const { entity, id } of await createAll(target, 'one')) {
        const change = await anUpdate(target, entity, id)
        const named = (name: string) => ({ ...change, value: { ...change.value, name } }) as typeof change
        await target.update(named('early'), anew())
        const error = await failureOf(() => target.update(named('late'), anew()))
        want(
          codeOf(error) === 'stale',
          `update must throw an error with code 'stale' when expectedRevision of the ${entity} no longer fits: somebody's edit would be lost.`,
          describeError(error),
        )
        want(
          propertyOf(error, 'transient') !== true,
          'A stale revision must not be transient: to try again cannot help.',
        )
        const seen = find(await stored(), entity, id)?.value.name
        want(seen === 'early', 'A refused update must write nothing.', seen)
      }
    },
  ],
  [
    'fails to update what is not there',
    async ({ target }) => {
      for (const { entity, id } of await createAll(target, 'one')) {
        const change = await anUpdate(target, entity, id)
        const error = await failureOf(() => target.update({ ...change, id: `${id}-missing` }, anew()))
        want(
          error !== undefined,
          `update must throw for a ${entity} that does not exist: the report would call it applied.`,
        )
      }
    },
  ],
  [
    "sets only the link with 'link'",
    async ({ target, stored }) => {
      for (const { entity, id } of await createAll(target, 'one')) {
        const before = find(await stored(), entity, id)
        const value = { ...before!.value, name: 'not to be written' }
        await target.update(
          await anUpdate(target, entity, id, { action: 'link', link: linkOf('linked'), value }),
          anew(),
        )
        const seen = find(await stored(), entity, id)
        wantSame(seen?.link, linkOf('linked'), `update with action 'link' must set the link of the ${entity}.`)
        wantSame(
          seen?.value,
          before?.value,
          `update with action 'link' must leave the value of the ${entity} as it is: only the link is agreed.`,
        )
      }
    },
  ],
  [
    "keeps a disabled record, with the status 'disabled'",
    async ({ target, stored }) => {
      if (target.capabilities?.disable === false) return
      for (const { entity, id } of await createAll(target, 'one')) {
        const before = find(await stored(), entity, id)
        await target.update(await anUpdate(target, entity, id, { action: 'disable' }), anew())
        const seen = find(await stored(), entity, id)
        want(
          seen?.status === 'disabled',
          `update with action 'disable' must leave a ${entity} with status 'disabled'; a store that cannot says \`disable: false\`.`,
          seen?.status ?? 'no status',
        )
        wantSame(
          seen?.value,
          before?.value,
          `update with action 'disable' must leave the value of the ${entity} as it is.`,
        )
        wantSame(seen?.link, linkOf('one'), 'A disabled record must keep its link: it may come back.')
        await target.update(await anUpdate(target, entity, id), anew())
        want(
          find(await stored(), entity, id)?.status === 'disabled',
          `update must leave the status of a ${entity} as it is: somebody switched it off, and only a person switches it on.`,
        )
      }
    },
  ],
]

/** All records but that one. */
function without(snapshot: object, id: string): object {
  return Object.fromEntries(
    Object.entries(snapshot).map(([list, records]: [string, readonly { readonly id: string }[]]) => [
      list,
      records.filter((record) => record.id !== id).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  )
}
