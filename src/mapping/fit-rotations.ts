import type { EscalationPolicy, OnCallSnapshot, Participant, Rotation } from '../model/index.ts'
import { lengthMs, mapSpans, policiesIn, policyReach, type Spans } from '../schedule/index.ts'
import { formatInstant, parseInstant } from '../time/index.ts'
import { datedRotation, fixedUser } from './dated-rotation.ts'
import type { FitOptions, TargetFitCapabilities } from './target-fit.ts'
import type { CountedEntry } from './ledger-account.ts'
import { createPolicyClosure } from './policy-closure.ts'
import type { SnapshotDraft } from './snapshot-draft.ts'

/**
 * Puts dated duties in the place of rotations that the target cannot keep: those of a recurrence that it lacks, and those that hand on
 * to another policy. Inside the horizon the same people are reached at the same offsets, absences included; after it nobody is.
 */
export function fitRotations(
  snapshot: OnCallSnapshot,
  { nestedPolicies = true, recurrences }: TargetFitCapabilities,
  horizon: FitOptions['horizon'],
  draft: SnapshotDraft,
): CountedEntry[] {
  const entries: CountedEntry[] = []
  const schedules = new Map(snapshot.schedules.map((schedule) => [schedule.key, schedule]))
  const closureOf = createPolicyClosure(snapshot)
  const kept = recurrences === undefined ? null : new Set<string>([...recurrences, 'once', 'never'])
  const lackedBy = ({ recurrence, participants }: Rotation): string | null => {
    if (!nestedPolicies && policiesIn(participants).length > 0) return 'fit.nested-policy'
    return kept === null || kept.has(recurrence.rule.kind) ? null : 'fit.recurrence'
  }
  for (const policy of snapshot.escalationPolicies) {
    const rotations = schedules.get(policy.key)?.rotations ?? []
    const lacking = rotations.filter((rotation) => lackedBy(rotation) !== null)
    if (lacking.length === 0) continue
    const nested = new Set(nestedPolicies ? lacking.flatMap(({ participants }) => policiesIn(participants)) : [])
    const closure = withStandIns(closureOf(policy.key), policy.key, nested)
    const reach = reachThrough(closure, policy, lacking, horizon)
    for (const [at, rotation] of lacking.entries()) {
      draft.removeRotation(policy.key, rotation.key)
      const offset = offsetOf(policy, rotation)
      const found = reach[at] ?? []
      for (const { userKey, offsetMinutes, spans } of found) {
        const participant = nested.has(userKey) ? ({ kind: 'policy', key: userKey } as const) : fixedUser(userKey)
        mapSpans(spans, (startMs, endMs) => {
          const key = `${rotation.key}/at:${formatInstant(startMs)}/${offsetMinutes}/${userKey}`
          const duty = datedRotation({ key, name: rotation.name, startMs, endMs, participant })
          draft.addRotation(policy.key, duty, offset + offsetMinutes)
        })
      }
      entries.push(entryOf(lackedBy(rotation) ?? '', policy.key, rotation, found, horizon))
    }
  }
  return entries
}

/** When somebody is reached at an offset. */
interface PersonReach {
  readonly offsetMinutes: number
  readonly userKey: string
  readonly spans: Spans
}

/** Far beyond any offset, so that one rendering tells apart what is reached through which rotation. */
const apart = 1e9

/**
 * The closure with somebody in the place of each policy that one schedule hands on to: a policy that the target can keep inside a rotation
 * stays there as it is, because whom it reaches depends on the way by which it is reached where groups form a circle.
 */
function withStandIns(closure: OnCallSnapshot, scheduleKey: string, nested: ReadonlySet<string>): OnCallSnapshot {
  if (nested.size === 0) return closure
  const standIn = (one: Participant): Participant => {
    if (one.kind === 'all') return { ...one, of: one.of.map(standIn) }
    return one.kind === 'policy' && nested.has(one.key) ? fixedUser(one.key) : one
  }
  const schedules = closure.schedules.map((schedule) => {
    if (schedule.key !== scheduleKey) return schedule
    const rotations = schedule.rotations.map((one) => ({ ...one, participants: one.participants.map(standIn) }))
    return { ...schedule, rotations }
  })
  return { ...closure, schedules }
}

/** Who is reached through each of some rotations, at which offset from it. The policy stays on its own path, so that circles are cut alike. */
function reachThrough(
  closure: OnCallSnapshot,
  policy: EscalationPolicy,
  rotations: readonly Rotation[],
  horizon: FitOptions['horizon'],
): readonly (readonly PersonReach[])[] {
  const levels = rotations.map(({ key }, at) => ({
    offsetMinutes: at * apart,
    targets: [{ kind: 'rotation', scheduleKey: policy.key, key } as const],
  }))
  const escalationPolicies = closure.escalationPolicies.map((one) =>
    one.key === policy.key ? { ...policy, active: true, levels } : one,
  )
  const found = rotations.map((): PersonReach[] => [])
  const [fromMs, toMs] = [parseInstant(horizon.from), parseInstant(horizon.to)]
  for (const [offset, users] of policyReach({ ...closure, escalationPolicies }, policy.key, fromMs, toMs)) {
    for (const [userKey, spans] of users)
      found[Math.floor(offset / apart)]?.push({ offsetMinutes: offset % apart, userKey, spans })
  }
  return found
}

function entryOf(
  code: string,
  entity: string,
  { key: path, recurrence }: Rotation,
  reach: readonly PersonReach[],
  horizon: FitOptions['horizon'],
): CountedEntry {
  const minutes = reach.reduce((sum, { spans }) => sum + lengthMs(spans), 0) / 60_000
  const people = new Set(reach.map(({ userKey }) => userKey)).size
  const isNested = code === 'fit.nested-policy'
  const what = isNested ? 'no policy inside a rotation' : 'no such recurrence'
  const horizonMinutes = (parseInstant(horizon.to) - parseInstant(horizon.from)) / 60_000
  const hoursAYear = Math.round((minutes / horizonMinutes) * 365 * 24)
  return {
    code,
    outcome: 'approximated',
    entity,
    path,
    value: isNested ? null : recurrence.rule.kind,
    message: `The target has ${what}; dated duties stand in until ${horizon.to} and must be renewed by then.`,
    effect: { minutes, people, hoursAYear },
  }
}

function offsetOf({ levels }: EscalationPolicy, rotation: Rotation): number {
  return levels.find(({ targets }) => targets.some(({ key }) => key === rotation.key))?.offsetMinutes ?? 0
}
