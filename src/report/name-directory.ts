import type { OnCallSnapshot } from '../model/index.ts'
import type { SyncPlan } from '../sync/index.ts'

export interface NameOptions {
  /** Where the names of people, groups, shifts and devices are found; without it some show as keys. */
  readonly snapshot?: OnCallSnapshot
}

/** Finds names for keys in whatever is at hand, the last mention first; a key without a name stands for itself. */
export function nameDirectory(
  plan: SyncPlan | undefined,
  ...snapshots: readonly (OnCallSnapshot | undefined)[]
): (key: string) => string {
  const names = new Map<string, string>()
  for (const change of plan?.changes ?? []) names.set(change.key, change.name)
  for (const conflict of plan?.conflicts ?? []) names.set(conflict.key, conflict.name)
  for (const policy of plan?.impact.policies ?? []) names.set(policy.key, policy.name)
  for (const { fields } of plan?.changes ?? [])
    for (const { base, target } of fields) for (const part of [base, target]) addPart(names, part)
  for (const snapshot of snapshots) if (snapshot !== undefined) addNames(names, snapshot)
  return (key) => names.get(key) ?? key
}

/** A rotation or a contact method that is gone from the source has its name in the plan only. */
function addPart(names: Map<string, string>, part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  const { key, name, label } = part as Readonly<Record<string, unknown>>
  const words = name ?? label
  if (typeof key === 'string' && typeof words === 'string' && words !== '') names.set(key, words)
}

function addNames(names: Map<string, string>, snapshot: OnCallSnapshot): void {
  for (const { key, name } of [...snapshot.userGroups, ...snapshot.escalationPolicies]) names.set(key, name)
  for (const { key, name, contactMethods } of snapshot.users) {
    names.set(key, name)
    for (const device of contactMethods) names.set(device.key, `${name}, ${device.label}`)
  }
  for (const { name: schedule, rotations, overrides } of snapshot.schedules) {
    for (const { key, name } of rotations) {
      names.set(key, `${schedule}, ${name}`)
      // A shift is known by its first slot, whose name ends in its number where there are more.
      const [, shift, slot] = /^(.*)\/slot:(\d+)$/.exec(key) ?? []
      if (shift === undefined) continue
      if (slot === '1') names.set(shift, `${schedule}, ${name}`)
      else names.set(shift, `${schedule}, ${name.replace(/ \d+$/, '')}`)
    }
    for (const { key, replaces } of overrides) names.set(key, `absence of ${names.get(replaces) ?? replaces}`)
  }
}
