import { formatInstant } from '../../time/index.ts'
import { stateErrorOf } from './apply-error.ts'
import { type RetryOptions, retryTransient } from './apply-retry.ts'
import type { Change } from '../plan.ts'
import type { ApplyError, BaselineUpdate, JournalEntry, SyncStateStore } from '../state-store.ts'

export type Outcome = Omit<Extract<JournalEntry, { kind: 'outcome' }>, 'kind' | 'changeId' | 'at'>

type Success = Omit<Outcome, 'outcome'> & { readonly outcome: 'applied' | 'adopted' }

/** The journal of one plan, and what earlier runs of the plan left in it. */
export interface Journal {
  /** Whether an earlier run got as far as an intent; then the plan is to be finished. */
  readonly hasBegun: boolean
  /** What an earlier run finished with success. */
  succeeded(changeId: string): Success | undefined
  /** Whether an earlier run may have reached the target with it. */
  wasAttempted(changeId: string): boolean
  /** `null`, or why it could not be written; then the change must not be attempted. */
  intend(changeId: string): Promise<ApplyError | null>
  /** Baseline first, outcome last: what has an outcome needs nothing more. `null`, or why it could not be written. */
  conclude(change: Change, outcome: Outcome, baseline: BaselineUpdate | null): Promise<ApplyError | null>
}

export interface JournalOptions extends RetryOptions {
  readonly origin: string
  readonly clock: () => number
}

/** The same for every attempt at a change of a plan. */
export function idempotencyKey(planId: string, changeId: string): string {
  return `${planId}:${changeId}`
}

/** Rejects when the store cannot be read. */
export async function openJournal(state: SyncStateStore, planId: string, options: JournalOptions): Promise<Journal> {
  const { origin, clock } = options
  const attempt = async (call: () => Promise<void>): Promise<ApplyError | null> => {
    try {
      await retryTransient(call, options)
      return null
    } catch (error) {
      return stateErrorOf(error)
    }
  }

  const successes = new Map<string, Success>()
  const attempted = new Set<string>()
  for (const entry of await retryTransient(() => state.readJournal(planId), options)) {
    if (entry.kind === 'intent') attempted.add(entry.changeId)
    else if (entry.outcome === 'applied' || entry.outcome === 'adopted')
      successes.set(entry.changeId, { ...entry, outcome: entry.outcome })
  }

  return {
    hasBegun: attempted.size + successes.size > 0,
    succeeded: (changeId) => successes.get(changeId),
    wasAttempted: (changeId) => attempted.has(changeId),
    intend: (changeId) => {
      const key = idempotencyKey(planId, changeId)
      const entry = { kind: 'intent', changeId, at: instantOf(clock()), idempotencyKey: key } as const
      return attempt(() => state.appendJournal(planId, entry))
    },
    conclude: async (change, outcome, baseline) => {
      const failure = baseline && (await attempt(() => state.writeBaseline(origin, baseline)))
      if (failure) return failure
      const entry = { kind: 'outcome', changeId: change.id, at: instantOf(clock()), ...outcome } as const
      return attempt(() => state.appendJournal(planId, entry))
    },
  }
}

let lastInstant = { epochMs: Number.NaN, text: '' }

/** Thousands of entries may fall on one millisecond. */
function instantOf(epochMs: number): string {
  if (epochMs !== lastInstant.epochMs) lastInstant = { epochMs, text: formatInstant(epochMs) }
  return lastInstant.text
}
