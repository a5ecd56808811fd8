import type { ApplyError, BaselineEntry, JournalEntry, SyncStateStore } from '../sync/index.ts'
import { type ContractCase, want, wantSame } from './contract-case.ts'
import { leaseCases, type StateCheck } from './state-contract-lease.ts'

const origin = 'xmatters:contract.example'
const other = 'xmatters:other.example'

/**
 * What `applyPlan` relies on in a store, as plain cases for any test runner. `createState` gives a store with nothing in it, a new one
 * for each case. Cases about leases are there only when the store offers them.
 */
export function stateContract(createState: () => SyncStateStore | Promise<SyncStateStore>): readonly ContractCase[] {
  return [...baselineCases, ...journalCases, ...leaseCases].map(([name, check]) => ({
    name,
    run: async () => check(await createState()),
  }))
}

const baselineCases: readonly StateCheck[] = [
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
      wantSame(
        seen,
        [entry],
        'writeBaseline must keep each entry exactly, null, 0, false and empty text included: a value that comes back otherwise looks like an edit.',
      )
    },
  ],
  [
    'writes one entry without losing the others',
    async (state) => {
      await state.writeBaseline(origin, { set: [anEntry('person:1', 1), anEntry('person:2', 2)], delete: [] })
      await state.writeBaseline(origin, { set: [anEntry('person:2', 3)], delete: [] })
      const seen = await entriesOf(state, origin)
      wantSame(
        seen,
        [anEntry('person:1', 1), anEntry('person:2', 3)],
        'writeBaseline must set the entries given and leave all others: it is called once a change.',
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
      wantSame(
        seen,
        [group],
        'writeBaseline must delete by entity and key together: a group, its schedule and its policy share one key.',
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
      wantSame(
        seen,
        update.set,
        'A repeated writeBaseline must change nothing more: after a lost answer it is sent again.',
      )
    },
  ],
  [
    'keeps baseline entries that are written at the same time',
    async (state) => {
      const entries = Array.from({ length: 20 }, (_, nth) => anEntry(`person:${10 + nth}`, nth))
      await Promise.all(entries.map(async (entry) => state.writeBaseline(origin, { set: [entry], delete: [] })))
      wantSame(
        await entriesOf(state, origin),
        entries,
        'writeBaseline must keep every entry when several are written at once: changes are written concurrently.',
      )
    },
  ],
  [
    'keeps origins apart',
    async (state) => {
      await state.writeBaseline(origin, { set: [anEntry('person:1', 1)], delete: [] })
      await state.writeBaseline(other, { set: [anEntry('person:1', 2)], delete: [] })
      const seen = await entriesOf(state, origin)
      wantSame(
        seen,
        [anEntry('person:1', 1)],
        'Each origin must have a baseline of its own: two sources may feed one target.',
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
      wantSame(
        seen,
        [anEntry('person:1', { name: 'before' })],
        'writeBaseline must keep what was passed, not the object that was passed.',
      )
    },
  ],
]

const journalCases: readonly StateCheck[] = [
  [
    'has an empty journal for a plan never applied',
    async (state) => {
      const seen = await state.readJournal('plan')
      wantSame(seen, [], 'readJournal must give an empty list for a plan never applied.')
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
        anIntent('a', later),
        anOutcome('a', null, later),
      ]
      for (const entry of entries) await state.appendJournal('plan', entry)
      const seen = await state.readJournal('plan')
      wantSame(
        seen,
        entries,
        'readJournal must give every line exactly as it was added, in that order, also of a second attempt at a change: a resumed run trusts nothing else.',
      )
    },
  ],
  [
    'keeps the journals of two plans apart',
    async (state) => {
      await state.appendJournal('plan', anIntent('a'))
      await state.appendJournal('other plan', anIntent('b'))
      const seen = await state.readJournal('plan')
      wantSame(seen, [anIntent('a')], 'Each plan must have a journal of its own.')
    },
  ],
  [
    'takes the same journal line twice',
    async (state) => {
      await state.appendJournal('plan', anIntent('a'))
      await state.appendJournal('plan', anIntent('a'))
      const seen = await state.readJournal('plan')
      wantSame(
        seen,
        [anIntent('a')],
        'A repeated appendJournal must add no second line: after a lost answer it is sent again.',
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
      wantSame(
        ids,
        entries.map((_, nth) => nth),
        'appendJournal must keep every line when several are added at once: changes are written concurrently.',
      )
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
const later = '2026-11-23T10:00:00Z'

const anIntent = (changeId: string, when = at): JournalEntry => ({
  kind: 'intent',
  changeId,
  at: when,
  idempotencyKey: `plan:${changeId}`,
})

const anOutcome = (changeId: string, error: ApplyError | null, when = at): JournalEntry => ({
  kind: 'outcome',
  changeId,
  at: when,
  outcome: error ? 'failed' : 'applied',
  targetId: error ? null : 'id',
  revision: null,
  error,
})

async function entriesOf(state: SyncStateStore, of: string): Promise<readonly BaselineEntry[]> {
  const entries = (await state.readBaseline(of))?.entries ?? []
  return [...entries].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
