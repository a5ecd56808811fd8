import { getOrAdd } from '../get-or-add.ts'
import { UnknownKeyError } from '../errors.ts'
import type { EscalationPolicy, OnCallSnapshot, Rotation, Schedule } from '../model/index.ts'
import { getZone } from '../time/index.ts'
import { isSameJson } from './is-same-json.ts'
import { noOverrides, overridesByRotation, type RotationOverrides } from './override-chain.ts'
import { type PolicyCycles, policyCycles } from './policy-cycles.ts'
import { type RotationTiming, rotationTiming } from './rotation-timing.ts'

/** What rendering looks up in a snapshot, by key. */
export interface SnapshotIndex {
  readonly snapshot: OnCallSnapshot
  readonly policies: ReadonlyMap<string, EscalationPolicy>
  readonly schedules: ReadonlyMap<string, Schedule>
  /** A user whom the snapshot does not have counts as active: a page too many is better than one too few. */
  readonly isActive: (userKey: string) => boolean
  compileSchedule(schedule: Schedule): CompiledSchedule
  /** Which policies lie on one circle. */
  cycles(): PolicyCycles
}

/** The parts of a schedule that rendering needs, each read when first asked for. */
export interface CompiledSchedule {
  /** `null` for a key that the schedule does not have. */
  rotation(key: string): { readonly rotation: Rotation; readonly timing: RotationTiming } | null
  overrides(rotationKey: string): RotationOverrides
}

/** Schedules kept ready; enough for those around one group, and memory stays bounded in a snapshot of any size. */
const schedulesKept = 64
const indices = new WeakMap<OnCallSnapshot, SnapshotIndex>()

/** Indexes a snapshot, once: it is immutable. */
export function indexSnapshot(snapshot: OnCallSnapshot): SnapshotIndex {
  return getOrAdd(indices, snapshot, () => createIndex(snapshot))
}

function createIndex(snapshot: OnCallSnapshot): SnapshotIndex {
  const policies = new Map(snapshot.escalationPolicies.map((policy) => [policy.key, policy]))
  const schedules = new Map(snapshot.schedules.map((schedule) => [schedule.key, schedule]))
  const inactive = new Set(snapshot.users.filter(({ active }) => !active).map(({ key }) => key))
  const ready = new Map<Schedule, CompiledSchedule>()
  let cycles: PolicyCycles | null = null
  return {
    snapshot,
    policies,
    schedules,
    isActive: (userKey) => !inactive.has(userKey),
    compileSchedule: (schedule) => {
      let compiled = ready.get(schedule)
      if (compiled === undefined) {
        if (ready.size >= schedulesKept) ready.clear()
        ready.set(schedule, (compiled = compileSchedule(schedule)))
      }
      return compiled
    },
    cycles: () => (cycles ??= policyCycles(policies, schedules)),
  }
}

function compileSchedule(schedule: Schedule): CompiledSchedule {
  const rotations = new Map<string, Rotation>(schedule.rotations.map((rotation) => [rotation.key, rotation]))
  const ready = new Map<Rotation, RotationTiming>()
  // The slots of one shift have all but their participants in common.
  const shared = new Map<string, { readonly rotation: Rotation; readonly timing: RotationTiming }[]>()
  let overrides: ReadonlyMap<string, RotationOverrides> | null = null

  const timingOf = (rotation: Rotation): RotationTiming => {
    const zone = getZone(rotation.timeZone)
    const known = ready.get(rotation)
    // The zone is another one after new zone data came in.
    if (known !== undefined && known.zone === zone) return known
    const { startsAtWall, endsAtWall } = rotation.recurrence
    const bucket = `${startsAtWall}${endsAtWall}`
    const alike = shared.get(bucket) ?? []
    let timing = alike.find((other) => other.timing.zone === zone && hasSameTiming(other.rotation, rotation))?.timing
    if (timing === undefined) {
      timing = rotationTiming(rotation)
      shared.set(bucket, [...alike, { rotation, timing }])
    }
    ready.set(rotation, timing)
    return timing
  }

  return {
    rotation: (key) => {
      const rotation = rotations.get(key)
      return rotation === undefined ? null : { rotation, timing: timingOf(rotation) }
    },
    overrides: (rotationKey) => (overrides ??= overridesByRotation(schedule.overrides)).get(rotationKey) ?? noOverrides,
  }
}

function hasSameTiming(one: Rotation, other: Rotation): boolean {
  return isSameJson(one.recurrence, other.recurrence) && isSameJson(one.handoff, other.handoff)
}

/** Throws `UnknownKeyError`. */
export function findPolicy(index: SnapshotIndex, key: string): EscalationPolicy {
  const policy = index.policies.get(key)
  if (policy === undefined) throw new UnknownKeyError('escalation policy', key)
  return policy
}

/** Throws `UnknownKeyError`. */
export function findSchedule(index: SnapshotIndex, key: string): Schedule {
  const schedule = index.schedules.get(key)
  if (schedule === undefined) throw new UnknownKeyError('schedule', key)
  return schedule
}
