import type { BaselineEntry, SyncStateStore } from '../sync/index.ts'
import { want, wantSame } from './contract-case.ts'
import type { StateCheck } from './state-contract-lease.ts'

const origin = 'xmatters:contract.example'
const others = ['one', 'two'].map((which) => `xmatters:${'a-host-with-a-long-name.'.repeat(4)}example.${which}`)

export const baselineCases: readonly StateCheck[] = [
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
        list: [2, [1]],
        nested: { a: {} },
        long: 'a schedule with all its overrides '.repeat(5000),
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
    'puts a new entry whole in the place of the old one',
    async (state) => {
      await state.writeBaseline(origin, { set: [anEntry('person:1', { name: 'before', gone: [1] })], delete: [] })
      const entry = { ...anEntry('person:1', { name: 'after' }), targetId: 'another record' }
      await state.writeBaseline(origin, { set: [entry], delete: [] })
      wantSame(
        await entriesOf(state, origin),
        [entry],
        'writeBaseline must put the new entry in the place of the old one, its targetId too, and keep nothing of it: an item may have another record by now.',
      )
    },
  ],
  [
    'keeps keys apart that differ in case only',
    async (state) => {
      const entries = [anEntry('shift:a1', 1), anEntry('shift:A1', 2)].sort(byKey)
      await state.writeBaseline(origin, { set: entries, delete: [] })
      wantSame(
        await entriesOf(state, origin),
        entries,
        'writeBaseline must tell keys apart by case: ids of the source do, and some columns do not.',
      )
    },
  ],
  [
    'reads a whole baseline, more than fits on a page',
    async (state, { pageSize }) => {
      const entries = Array.from({ length: pageSize + 1 }, (_, nth) => anEntry(`person:${10_000 + nth}`, nth))
      await state.writeBaseline(origin, { set: entries, delete: [] })
      const seen = await entriesOf(state, origin)
      want(
        seen.length === entries.length,
        `readBaseline must give all ${entries.length} entries, not the first page of them: without its entry an item has no memory, and what was edited looks agreed.`,
        { entries: seen.length },
      )
      wantSame(seen, entries, 'writeBaseline must write all entries that it is given.')
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
      const origins = [origin, ...others]
      for (const one of origins) await state.writeBaseline(one, { set: [anEntry('person:1', one)], delete: [] })
      for (const one of origins)
        wantSame(
          await entriesOf(state, one),
          [anEntry('person:1', one)],
          'Each origin must have a baseline of its own, also where the names are long and begin alike: several sources may feed one target.',
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

const byKey = (a: BaselineEntry, b: BaselineEntry): number => (a.key < b.key ? -1 : 1)

const anEntry = (key: string, value: unknown): BaselineEntry => ({
  entity: 'user',
  key,
  targetId: `id of ${key}`,
  value,
})

async function entriesOf(state: SyncStateStore, of: string): Promise<readonly BaselineEntry[]> {
  const entries = (await state.readBaseline(of))?.entries ?? []
  return [...entries].sort(byKey)
}
