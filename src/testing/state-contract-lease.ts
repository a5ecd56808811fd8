import type { SyncStateStore } from '../sync/index.ts'
import { want } from './contract-case.ts'

export type StateCheck = readonly [
  name: string,
  check: (state: SyncStateStore, options: { readonly pageSize: number }) => Promise<void>,
]

export const leaseCases: readonly StateCheck[] = [
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
    'gives a lease once when several ask at the same time',
    async (state) => {
      if (!state.acquireLease) return
      const asked = Array.from({ length: 8 }, async () => state.acquireLease!('target', { ttlMs: 60_000 }))
      const given = (await Promise.all(asked)).filter((lease) => lease !== null).length
      want(
        given === 1,
        'acquireLease must give a lease to exactly one of those that ask at once: two writers would interleave.',
        given,
      )
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
  [
    'lets a lease run out after milliseconds',
    async (state) => {
      if (!state.acquireLease) return
      await state.acquireLease('target', { ttlMs: 5 })
      let next: unknown = null
      for (let attempt = 0; attempt < 40 && next === null; attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        next = await state.acquireLease('target', { ttlMs: 60_000 })
      }
      want(
        next !== null,
        'A lease of 5 ms must be free a moment later: ttlMs is in milliseconds, and as long as it lasts nobody takes over from a holder that died.',
      )
    },
  ],
]
