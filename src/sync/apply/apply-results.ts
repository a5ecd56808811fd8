import { tell } from '../../tell.ts'
import type { ApplyProgress, ApplyResult } from './apply-report.ts'
import type { Change } from '../plan.ts'
import type { ApplyError } from '../state-store.ts'

/** What became of each change so far. */
export interface ResultBook {
  /** The first result of a change stands. */
  record(change: Change, outcome: ApplyResult['outcome'], details?: ResultDetails): void
  has(changeId: string): boolean
  /** Whether what depends on it may go ahead. */
  isDone(changeId: string): boolean
  /** In the plan's order, what has no result as not reached. */
  list(): readonly ApplyResult[]
}

export interface ResultDetails {
  readonly targetId?: string | null
  readonly error?: ApplyError | null
  /** True for what an earlier run did; it says nothing about the pace. */
  readonly earlier?: boolean
}

export function openResults(
  changes: readonly Change[],
  {
    clock,
    onProgress,
  }: { readonly clock: () => number; readonly onProgress?: ((progress: ApplyProgress) => void) | undefined },
): ResultBook {
  const results = new Map<string, ApplyResult>()
  const startedAt = clock()
  const total = changes.length
  let paced = 0

  const tellResult = (changeId: string, outcome: ApplyResult['outcome']): void => {
    if (!onProgress) return
    const done = results.size
    const remainingMs = paced === 0 ? null : Math.round(((clock() - startedAt) / paced) * (total - done))
    tell(onProgress, { done, total, changeId, outcome, remainingMs })
  }

  return {
    record: ({ id }, outcome, { targetId, error, earlier } = {}) => {
      if (results.has(id)) return
      results.set(id, { changeId: id, outcome, ...(targetId ? { targetId } : {}), ...(error ? { error } : {}) })
      if (!earlier) paced += 1
      tellResult(id, outcome)
    },
    has: (changeId) => results.has(changeId),
    isDone: (changeId) => {
      const outcome = results.get(changeId)?.outcome
      return outcome === 'applied' || outcome === 'adopted'
    },
    list: () => changes.map(({ id }) => results.get(id) ?? { changeId: id, outcome: 'not-reached' }),
  }
}
