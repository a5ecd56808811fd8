import type { ApplyError, BaselineEntry, JournalEntry, SyncStateStore } from '../sync/index.ts'
import { canonicalJson } from '../sync/index.ts'
import { type ContractCase, want } from './contract-case.ts'

const origin = 'xmatters:contract.example'
const other = 'xmatters:other.example'

/**
 * What `applyPlan` relies on in a store, as plain cases for any test runner. `createState` gives a store with nothing in it, a new one
 * for each case. Cases about leases are there only when the store offers them.
 */
export function stateContract(createState: () => SyncStateStore | Promise<SyncStateStore>): readonly ContractCase[] {
  const cases: [string, (state: SyncStateStore) => Promise<void>][] = [...baselineCases, ...journalCases, ...leaseCases]
  return cases.map(([name, check]) => ({ name, run: async () => check(await createState()) }))
}

const baselineCases: [string, (state: SyncStateStore) => Promise<void>][] = [
  [
    'has no baseline before the first run',
    async (state) => {
      const seen = await state.readBaseline(origin)
      want(
        seen === null,
        'readBaseline must give null for an origin never written: an empty baseline would mean that all was agreed to be gone.',
        seen,
      )
    },
  ],
  [
    'keeps a baseline value exactly',
    async (state) => {
      const entry = anEntry('person:1', {
        name: 'Zoë "Z" 😀',
        empty: '',
        zero: 0,
        no: false,
        none: null,
        list: [1, [2]],
        nested: { a: {} },
      })
      await state.writeBaseline(origin, { set: [entry], delete: [] })
      const seen = (await state.readBaseline(origin))?.entries
      want(
        isSame(seen, [entry]),
        'writeBaseline must keep each entry exactly, null, 0, false and empty text included: a value that comes back otherwise looks like an edit.',
        seen,
      )
    },
  ],
  [
    'writes one entry without losing the others',
    async (state) => {
      await state.writeBaseline(origin, { set: [anEntry('person:1', 1), anEntry('person:2', 2)], delete: [] })
      await state.writeBaseline(origin, { set: [anEntry('person:2', 3)], delete: [] })
      const seen = await entriesOf(state, origin)
      want(
        isSame(seen, [anEntry('person:1', 1), anEntry('person:2', 3)]),
        'writeBaseline must set the entries given and leave all others: it is called once a change.',
        seen,
      )
    },
  ],
  [
    'deletes only the entries named',
    async (state) => {
      const group = { ...anEntry('person:1', 2), entity: 'userGroup' as const }
      await state.writeBaseline(origin, { set: [anEntry('person:1', 1), group], delete: [] })
      await state.writeBaseline(origin, { set: [], delete: [{ entity: 'user', key: 'person:1' }] })
      const seen = await entriesOf(state, origin)
      want(
        isSame(seen, [group]),
        'writeBaseline must delete by entity and key together: a group, its schedule and its policy share one key.',
        seen,
      )
    },
  ],
  [
    'takes the same baseline update twice',
    async (state) => {
      const update = { set: [anEntry('person:1', 1)], delete: [{ entity: 'user' as const, key: 'person:2' }] }
      await state.writeBaseline(origin, update)
      await state.writeBaseline(origin, update)
      const seen = await entriesOf(state, origin)
      want(
        isSame(seen, update.set),
        'A repeated writeBaseline must change nothing more: after a lost answer it is sent again.',
        seen,
      )
    },
  ],
  [
    'keeps origins apart',
    async (state) => {
      await state.writeBaseline(origin, { set: [anEntry('person:1', 1)], delete: [] })
      await state.writeBaseline(other, { set: [anEntry('person:1', 2)], delete: [] })
      const seen = await entriesOf(state, origin)
      want(
        isSame(seen, [anEntry('person:1', 1)]),
        'Each origin must have a baseline of its own: two sources may feed one target.',
        seen,
      )
    },
  ],
  [
    'keeps nothing of an object that is changed after the call',
    async (state) => {
      const value = { name: 'before' }
      await state.writeBaseline(origin, { set: [anEntry('person:1', value)], delete: [] })
      value.name = 'after'
      const seen = await entriesOf(state, origin)
      want(
        isSame(seen, [anEntry('person:1', { name: 'before' })]),
        'writeBaseline must keep what was passed, not the object that was passed.',
        seen,
      )
    },
  ],
]

const journalCases: [string, (state: SyncStateStore) => Promise<void>][] = [
  [
    'has an empty journal for a plan never applied',
    async (state) => {
      const seen = await state.readJournal('plan')
      want(isSame(seen, []), 'readJournal must give an empty list for a plan never applied.', seen)
    },
  ],
  [
    'keeps journal lines exactly and in order',
    async (state) => {
      const entries = [
        anIntent('b'),
        anIntent('a'),
        anOutcome('b', null),
        anOutcome('a', { code: 'x', message: 'Because.' }),
      ]
      for (const entry of entries) await state.appendJournal('plan', entry)
      const seen = await state.readJournal('plan')
      want(
        isSame(seen, entries),
        'readJournal must give every line exactly as it was added, in that order: a resumed run trusts nothing else.',
        seen,
      )
    },
  ],
  [
    'keeps the journals of two plans apart',
    async (state) => {
      await state.appendJournal('plan', anIntent('a'))
      await state.appendJournal('other plan', anIntent('b'))
      const seen = await state.readJournal('plan')
      want(isSame(seen, [anIntent('a')]), 'Each plan must have a journal of its own.', seen)
    },
  ],
  [
    'takes the same journal line twice',
    async (state) => {
      await state.appendJournal('plan', anIntent('a'))
      await state.appendJournal('plan', anIntent('a'))
      const seen = await state.readJournal('plan')
      want(
        isSame(seen, [anIntent('a')]),
        'A repeated appendJournal must add no second line: after a lost answer it is sent again.',
        seen,
      )
    },
  ],
  [
    'keeps journal lines that are added at the same time',
    async (state) => {
      const entries = Array.from({ length: 20 }, (_, nth) => anIntent(String(nth)))
      await Promise.all(entries.map((entry) => state.appendJournal('plan', entry)))
      const seen = await state.readJournal('plan')
      const ids = seen.map(({ changeId }) => Number(changeId)).sort((a, b) => a - b)
      want(
        isSame(
          ids,
          entries.map((_, nth) => nth),
        ),
        'appendJournal must keep every line when several are added at once: changes are written concurrently.',
        ids,
      )
    },
  ],
]

const leaseCases: [string, (state: SyncStateStore) => Promise<void>][] = [
  [
    'gives a lease to one holder at a time',
    async (state) => {
      if (!state.acquireLease) return
      const first = await state.acquireLease('target', { ttlMs: 60_000 })
      want(first !== null, 'acquireLease must give a lease that nobody holds.')
      const second = await state.acquireLease('target', { ttlMs: 60_000 })
      want(
        second === null,
        'acquireLease must give null while somebody else holds the lease: two writers would interleave.',
      )
      const elsewhere = await state.acquireLease('other target', { ttlMs: 60_000 })
      want(elsewhere !== null, 'A lease on one name must not lock another.')
    },
  ],
  [
    'gives a released lease again, with a higher fencing token',
    async (state) => {
      if (!state.acquireLease) return
      const first = await state.acquireLease('target', { ttlMs: 60_000 })
      await first?.release()
      const second = await state.acquireLease('target', { ttlMs: 60_000 })
      want(second !== null, 'acquireLease must give a lease that was released.')
      const tokens = [first?.fencingToken, second?.fencingToken]
      want(
        tokens[0]! < tokens[1]!,
        'Each lease on a name must have a higher fencing token than the one before: it tells an old writer from the new one.',
        tokens,
      )
    },
  ],
  [
    'renews a lease that is held, and none that was released',
    async (state) => {
      if (!state.acquireLease) return
      const lease = await state.acquireLease('target', { ttlMs: 60_000 })
      want((await lease?.renew()) === true, 'renew must give true while the lease is held.')
      await lease?.release()
      want(
        (await lease?.renew()) === false,
        'renew must give false once the lease is no longer held: the writer stops at that.',
      )
    },
  ],
  [
    'lets a lease run out, and never gives it back to the old holder',
    async (state) => {
      if (!state.acquireLease) return
      const first = await state.acquireLease('target', { ttlMs: 0 })
      const second = await state.acquireLease('target', { ttlMs: 60_000 })
      want(second !== null, 'A lease that ran out must be free: its holder may have died.')
      want((await first?.renew()) === false, 'renew must give false when somebody else has the lease by now.')
      await first?.release()
      want((await second?.renew()) === true, 'release by an old holder must not take the lease from the new one.')
    },
  ],
]

const anEntry = (key: string, value: unknown): BaselineEntry => ({
  entity: 'user',
  key,
  targetId: `id of ${key}`,
  value,
})

const at = '2026-11-23T09:00:00Z'

const anIntent = (changeId: string): JournalEntry => ({
  kind: 'intent',
  changeId,
  at,
  idempotencyKey: `plan:${changeId}`,
})

const anOutcome = (changeId: string, error: ApplyError | null): JournalEntry => ({
  kind: 'outcome',
  changeId,
  at,
  outcome: error ? 'failed' : 'applied',
  targetId: error ? null : 'id',
  revision: null,
  error,
})

async function entriesOf(state: SyncStateStore, of: string): Promise<readonly BaselineEntry[]> {
  const entries = (await state.readBaseline(of))?.entries ?? []
  return [...entries].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
