import { getOrAdd } from '../get-or-add.ts'
import type { EscalationPolicy, OnCallSnapshot, Override, Rotation, Target } from '../model/index.ts'
import { byKey } from './by-key.ts'

/** A snapshot's schedules and policies while they are being changed. The snapshot itself stays as it is. */
export interface SnapshotDraft {
  /** Replaces a rotation in its schedule. Its place in the policy's levels is not touched. */
  removeRotation(scheduleKey: string, rotationKey: string): void
  /** Adds a rotation to a schedule and to the policy of the same key, at an offset. */
  addRotation(scheduleKey: string, rotation: Rotation, offsetMinutes: number): void
  addOverride(scheduleKey: string, override: Override): void
  close(): OnCallSnapshot
}

interface DraftSchedule {
  readonly rotations: Map<string, Rotation>
  readonly overrides: Override[]
}

export function openSnapshotDraft(snapshot: OnCallSnapshot): SnapshotDraft {
  const originals = new Map(snapshot.schedules.map((schedule) => [schedule.key, schedule]))
  const policies = new Map(snapshot.escalationPolicies.map((policy) => [policy.key, policy]))
  const schedules = new Map<string, DraftSchedule>()
  const levels = new Map<string, Map<number, Target[]>>()

  const scheduleOf = (key: string): DraftSchedule =>
    getOrAdd(schedules, key, () => {
      const { rotations = [], overrides = [] } = originals.get(key) ?? {}
      return { rotations: new Map(rotations.map((one) => [one.key, one])), overrides: [...overrides] }
    })
  const levelsOf = (key: string): Map<number, Target[]> =>
    getOrAdd(levels, key, () => {
      const own = policies.get(key)?.levels ?? []
      return new Map(own.map(({ offsetMinutes, targets }) => [offsetMinutes, [...targets]]))
    })
  const closePolicy = (policy: EscalationPolicy): EscalationPolicy => {
    const draft = levels.get(policy.key)
    if (draft === undefined) return policy
    const closed = [...draft]
      .filter(([, targets]) => targets.length > 0)
      .sort(([a], [b]) => a - b)
      .map(([offsetMinutes, targets]) => ({ offsetMinutes, targets: targets.sort(byKey) }))
    return { ...policy, levels: closed }
  }
  return {
    removeRotation: (scheduleKey, rotationKey) => {
      scheduleOf(scheduleKey).rotations.delete(rotationKey)
      const draft = levelsOf(scheduleKey)
      const isOther = ({ key }: Target): boolean => key !== rotationKey
      for (const [offset, targets] of draft) draft.set(offset, targets.filter(isOther))
    },
    addRotation: (scheduleKey, rotation, offsetMinutes) => {
      scheduleOf(scheduleKey).rotations.set(rotation.key, rotation)
      const targets = getOrAdd(levelsOf(scheduleKey), offsetMinutes, () => [])
      targets.push({ kind: 'rotation', scheduleKey, key: rotation.key })
    },
    addOverride: (scheduleKey, override) => void scheduleOf(scheduleKey).overrides.push(override),
    close: () => {
      const changed = [...schedules].map(([key, { rotations, overrides }]) => ({
        ...(originals.get(key) ?? { key, name: policies.get(key)?.name ?? key, timeZone: 'UTC' }),
        rotations: [...rotations.values()].sort(byKey),
        overrides: overrides.flatMap((override) => withoutGone(override, rotations)).sort(byKey),
      }))
      const untouched = snapshot.schedules.filter(({ key }) => !schedules.has(key))
      return {
        ...snapshot,
        schedules: [...untouched, ...changed].sort(byKey),
        escalationPolicies: snapshot.escalationPolicies.map(closePolicy),
      }
    },
  }
}

/** An override of the rotations that are left; what it said of the others is part of what stands in their place. */
function withoutGone(override: Override, rotations: ReadonlyMap<string, Rotation>): readonly Override[] {
  const rotationKeys = override.rotationKeys.filter((key) => rotations.has(key))
  if (rotationKeys.length === override.rotationKeys.length) return [override]
  return rotationKeys.length === 0 ? [] : [{ ...override, rotationKeys }]
}
