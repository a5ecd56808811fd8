import type { JournalEntry } from '../sync/index.ts'
import { wantSame } from './contract-case.ts'
import type { StateCheck } from './state-contract-lease.ts'

export const journalCases: readonly StateCheck[] = [
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
        anOutcome('b', { outcome: 'adopted', targetId: 'id', revision: '7' }),
        anOutcome('a', { outcome: 'failed', error: { code: 'x', message: 'Because.' } }),
        anIntent('a', later),
        anOutcome('a', { outcome: 'stale', error: { code: 'stale', message: '' } }, later),
        anIntent('a', latest),
        anOutcome('a', { outcome: 'applied', targetId: 'id', revision: null }, latest),
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
      await state.appendJournal('plan', anIntent('b'))
      await state.appendJournal('plan', anIntent('a'))
      const seen = await state.readJournal('plan')
      wantSame(
        seen,
        [anIntent('a'), anIntent('b')],
        'A repeated appendJournal must add no second line: after a lost answer it is sent again.',
      )
    },
  ],
  [
    'keeps journal lines that are added at the same time, more than fit on a page',
    async (state, { pageSize }) => {
      const entries = Array.from({ length: pageSize + 1 }, (_, nth) => anIntent(String(nth)))
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

const at = '2026-11-23T09:00:00Z'
const later = '2026-11-23T10:00:00Z'
const latest = '2026-11-23T11:00:00Z'

const anIntent = (changeId: string, when = at): JournalEntry => ({
  kind: 'intent',
  changeId,
  at: when,
  idempotencyKey: `plan:${changeId}`,
})

const anOutcome = (
  changeId: string,
  part: Pick<Outcome, 'outcome'> & Partial<Pick<Outcome, 'targetId' | 'revision' | 'error'>>,
  when = at,
): JournalEntry => ({ kind: 'outcome', changeId, at: when, targetId: null, revision: null, error: null, ...part })

type Outcome = JournalEntry & { readonly kind: 'outcome' }
