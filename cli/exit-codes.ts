import type { SyncPlan } from 'xmatters-sync'
import { writeError } from './output.ts'

/** What a script can tell from the exit code alone. */
export const exitCodes = { inSync: 0, error: 1, changes: 2, conflicts: 3, unsafe: 4 } as const

/** The most serious thing that a plan says: a brake, then a conflict, then a change. */
export function exitCodeOf(plan: SyncPlan): number {
  if (!plan.safety.safe) return exitCodes.unsafe
  if (plan.conflicts.length > 0) return exitCodes.conflicts
  return plan.changes.length > 0 ? exitCodes.changes : exitCodes.inSync
}

/** What was not read may differ, so that nothing to do is no answer then. */
export function exitCodeAfterRead(
  code: number,
  isComplete: boolean,
  { allowIncomplete }: { allowIncomplete: boolean },
): number {
  if (code !== exitCodes.inSync || isComplete || allowIncomplete) return code
  writeError('What could be read is in sync; of the rest nobody knows. Where that is enough, add --allow-incomplete.')
  return exitCodes.error
}
