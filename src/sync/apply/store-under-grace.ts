import type { AbortGrace } from './abort-grace.ts'
import type { SyncStateStore } from '../state-store.ts'

/** The same store, whose calls are not waited for for ever after a stop; what it was to keep, the next run finds out from the target. */
export function storeUnderGrace(state: SyncStateStore, grace: AbortGrace): SyncStateStore {
  return {
    readBaseline: async (origin) => grace.run(async () => state.readBaseline(origin)),
    writeBaseline: async (origin, update) => grace.run(async () => state.writeBaseline(origin, update)),
    appendJournal: async (planId, entry) => grace.run(async () => state.appendJournal(planId, entry)),
    readJournal: async (planId) => grace.run(async () => state.readJournal(planId)),
  }
}
