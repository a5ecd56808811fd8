import type { OnCallSnapshot } from '../model/index.ts'
import type { SyncPlan } from '../sync/index.ts'

/** Finds names for keys in whatever is at hand; a key without a name stands for itself. */
export function nameDirectory(
  plan?: SyncPlan,
  ...snapshots: readonly (OnCallSnapshot | undefined)[]
): (key: string) => string {
  const names = new Map<string, string>()
  for (const change of plan?.changes ?? []) names.set(change.key, change.name)
  for (const conflict of plan?.conflicts ?? []) names.set(conflict.key, conflict.name)
  for (const policy of plan?.impact.policies ?? []) names.set(policy.key, policy.name)
  for (const snapshot of snapshots) {
    for (const { key, name } of [...(snapshot?.escalationPolicies ?? []), ...(snapshot?.users ?? [])])
      names.set(key, name)
  }
  return (key) => names.get(key) ?? key
}
