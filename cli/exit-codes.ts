import type { SyncPlan } from 'xmatters-sync'

/** What a script can tell from the exit code alone. */
export const exitCodes = { inSync: 0, error: 1, changes: 2, conflicts: 3, unsafe: 4 } as const

/** The most serious thing that a plan says: a brake, then a conflict, then a change. */
export function exitCodeOf(plan: SyncPlan): number {
  if (!plan.safety.safe) return exitCodes.unsafe
  if (plan.conflicts.length > 0) return exitCodes.conflicts
  return plan.changes.length > 0 ? exitCodes.changes : exitCodes.inSync
}
