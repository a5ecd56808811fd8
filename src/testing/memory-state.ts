import type { Baseline, BaselineEntry, BaselineUpdate, JournalEntry, Lease, SyncStateStore } from '../sync/index.ts'
import { frozenCopy } from './frozen-copy.ts'
import { type MemoryFault, withFault } from './memory-fault.ts'

export interface MemoryState extends SyncStateStore {
  acquireLease(name: string, options: { readonly ttlMs: number }): Promise<Lease | null>
}

export interface MemoryStateOptions {
  /** Milliseconds since the epoch, for leases. Default `Date.now`. */
  readonly clock?: () => number
  /** Asked at each call; makes it fail. */
  readonly fault?: (call: MemoryStateCall) => MemoryFault | null | undefined
}

export type MemoryStateCall =
  | { readonly method: 'readBaseline'; readonly origin: string }
  | { readonly method: 'writeBaseline'; readonly origin: string; readonly update: BaselineUpdate }
  | { readonly method: 'appendJournal'; readonly planId: string; readonly entry: JournalEntry }
  | { readonly method: 'readJournal'; readonly planId: string }
  | { readonly method: 'acquireLease' | 'renew' | 'release'; readonly name: string }

/** The state between runs in memory, with leases; for tests, and for hosts that sync once. */
export function createMemoryState({ clock = Date.now, fault = () => null }: MemoryStateOptions = {}): MemoryState {
  const baselines = new Map<string, Map<string, BaselineEntry>>()
  /** Lines of JSON; one that is added again is the same line. */
  const journals = new Map<string, Set<string>>()
  const leases = new Map<string, { token: number; until: number }>()

  const writeBaseline = (origin: string, update: BaselineUpdate): void => {
    const entries = baselines.get(origin) ?? new Map<string, BaselineEntry>()
    baselines.set(origin, entries)
    for (const { entity, key } of update.delete) entries.delete(`${entity} ${key}`)
    for (const entry of update.set) entries.set(`${entry.entity} ${entry.key}`, frozenCopy(entry))
  }
  const readBaseline = (origin: string): Baseline | null => {
    const entries = baselines.get(origin)
    return entries ? Object.freeze({ origin, entries: Object.freeze([...entries.values()]) }) : null
  }
  const appendJournal = (planId: string, entry: JournalEntry): void => {
    const lines = journals.get(planId) ?? new Set()
    journals.set(planId, lines)
    lines.add(JSON.stringify(entry))
  }
  const isHeld = (name: string, token: number): boolean => {
    const lease = leases.get(name)
    return lease !== undefined && lease.token === token && lease.until > clock()
  }
  const acquire = (name: string, ttlMs: number): Lease | null => {
    const last = leases.get(name)
    if (last && last.until > clock()) return null
    const token = (last?.token ?? 0) + 1
    leases.set(name, { token, until: clock() + ttlMs })
    return {
      fencingToken: token,
      renew: () =>
        withFault(fault({ method: 'renew', name }), () => {
          const held = isHeld(name, token)
          if (held) leases.set(name, { token, until: clock() + ttlMs })
          return held
        }),
      release: () =>
        withFault(fault({ method: 'release', name }), () => {
          if (isHeld(name, token)) leases.set(name, { token, until: 0 })
        }),
    }
  }

  return {
    readBaseline: async (origin) => withFault(fault({ method: 'readBaseline', origin }), () => readBaseline(origin)),
    writeBaseline: async (origin, update) =>
      withFault(fault({ method: 'writeBaseline', origin, update }), () => writeBaseline(origin, update)),
    appendJournal: async (planId, entry) =>
      withFault(fault({ method: 'appendJournal', planId, entry }), () => appendJournal(planId, entry)),
    readJournal: async (planId) =>
      withFault(fault({ method: 'readJournal', planId }), () =>
        frozenCopy([...(journals.get(planId) ?? [])].map((line) => JSON.parse(line) as JournalEntry)),
      ),
    acquireLease: async (name, { ttlMs }) =>
      withFault(fault({ method: 'acquireLease', name }), () => acquire(name, ttlMs)),
  }
}
