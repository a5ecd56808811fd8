import type { SyncStateStore } from '../sync/index.ts'
import { named, want } from './contract-case.ts'

/** The store, with each lease that is not what its type promises refused by name, and with each error known by its call. */
export function checkedState(state: SyncStateStore): SyncStateStore {
  return {
    readBaseline: async (origin) => named('readBaseline', async () => state.readBaseline(origin)),
    writeBaseline: async (origin, update) => named('writeBaseline', async () => state.writeBaseline(origin, update)),
    appendJournal: async (planId, entry) => named('appendJournal', async () => state.appendJournal(planId, entry)),
    readJournal: async (planId) => named('readJournal', async () => state.readJournal(planId)),
    ...(state.acquireLease
      ? {
          acquireLease: async (name, options) => {
            const lease = await named('acquireLease', async () => state.acquireLease!(name, options))
            want(
              lease === null || typeof lease?.fencingToken === 'number',
              'The fencing token of a lease must be a number: as text, 10 is lower than 9.',
              lease && typeof lease.fencingToken,
            )
            return (
              lease && {
                fencingToken: lease.fencingToken,
                renew: async () => named('renew', async () => lease.renew()),
                release: async () => named('release', async () => lease.release()),
              }
            )
          },
        }
      : {}),
  }
}
