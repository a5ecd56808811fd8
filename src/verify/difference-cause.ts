import { groupKey, type Ledger, type OnCallSnapshot, type Schedule } from '../model/index.ts'
import { type AbsenceCauses, createAbsenceCauses } from './absence-cause.ts'
import type { DutyDifference } from './compare-duty.ts'
import { type Duty, dutyAt, type Window } from './duty.ts'
import { type ExpectedStretch, expectedStretches } from './expected-stretch.ts'
import { type LedgerCauses, readLedgerCauses } from './ledger-cause.ts'
import type { ObservedRow } from './observed-row.ts'
import { slotOf } from './slot-offsets.ts'
import { createZoneCauses, type ZoneCauses } from './zone-cause.ts'

export interface CauseSource {
  readonly snapshot: OnCallSnapshot
  readonly rows: ReadonlyMap<string, readonly ObservedRow[]>
  readonly window: Window
  readonly ledger?: Ledger
}

export interface JudgedPolicy {
  readonly groupId: string
  /** Whether the snapshot has the policy. */
  readonly known: boolean
  readonly expected: Duty
  readonly observed: Duty
  /** Whether reading the delays the other way leaves no difference in this policy. */
  readonly otherReadingFits: boolean
}

/** What there is to know about one policy, gathered when its first difference is judged. */
interface Evidence {
  readonly rows: readonly ObservedRow[]
  readonly stretches: readonly ExpectedStretch[]
  readonly knownShiftIds: ReadonlySet<string>
  readonly movedByZone: ZoneCauses
  readonly byAbsence: AbsenceCauses
}

/** Explains differences: by the ledger where it speaks of the shift, the group or the people, else by the pattern that they show. */
export function createCauseFinder(
  source: CauseSource,
): (policy: JudgedPolicy) => (difference: DutyDifference) => string | null {
  const ledger = source.ledger === undefined ? null : readLedgerCauses(source.ledger, source.snapshot)
  const schedules = new Map(source.snapshot.schedules.map((schedule) => [schedule.key, schedule]))
  return (policy) => {
    let evidence: Evidence | null = null
    return (difference) => {
      if (!policy.known) return 'policy-not-in-snapshot'
      evidence ??= gatherEvidence(source, policy.groupId, schedules.get(groupKey(policy.groupId)))
      return (
        ledgerCause(ledger, policy, difference, evidence) ??
        (policy.otherReadingFits ? 'delay-reading' : null) ??
        patternOf(policy, difference, evidence)
      )
    }
  }
}

function gatherEvidence(source: CauseSource, groupId: string, schedule: Schedule | undefined): Evidence {
  const rows = source.rows.get(groupId) ?? []
  const stretches = schedule === undefined ? [] : expectedStretches(source.snapshot, schedule, source.window)
  return {
    rows,
    stretches,
    knownShiftIds: new Set(schedule?.rotations.flatMap(({ key }) => slotOf(key)?.shiftId ?? [])),
    movedByZone: createZoneCauses(rows, stretches),
    byAbsence: createAbsenceCauses(schedule?.overrides ?? [], rows),
  }
}

function ledgerCause(
  ledger: LedgerCauses | null,
  { groupId }: JudgedPolicy,
  difference: DutyDifference,
  evidence: Evidence,
): string | null {
  if (ledger === null) return null
  const { here, there, unobserved } = shiftsOf(difference, evidence)
  return ledger.causeOf({
    groupId,
    shiftIds: [...here, ...there.map(({ shiftId }) => shiftId)],
    userKeys: symmetricDifference(difference),
    isAboutTime: unobserved.length > 0,
  })
}

function patternOf(policy: JudgedPolicy, difference: DutyDifference, evidence: Evidence): string | null {
  const active = evidence.stretches.filter(isMeanwhile(difference))
  return (
    evidence.movedByZone(difference) ??
    (evidence.byAbsence(difference, new Set(symmetricDifference(difference))) ? 'absence' : null) ??
    turnPattern(difference, active) ??
    offsetPattern(policy, difference) ??
    occurrencePattern(difference, evidence)
  )
}

/** The people of another turn: counted in turns forward from the expected one. */
function turnPattern({ expected, observed }: DutyDifference, active: readonly ExpectedStretch[]): string | null {
  const [missing, extra] = [without(expected, observed), without(observed, expected)]
  if (missing.length === 0 || missing.length !== extra.length) return null
  for (const { rotation } of active) {
    const { participants, handoff } = rotation
    if (handoff === null || participants.length < 2) continue
    const holders = participants.map((one) => (one.kind === 'user' ? one.key : null))
    for (let turns = 1; turns < holders.length; turns++) {
      const fits = holders.some((user, index) => {
        const next = holders[(index + turns) % holders.length] ?? null
        return user !== null && next !== null && missing.includes(user) && extra.includes(next)
      })
      if (fits) return `rotation-turn-off-by-${turns}`
    }
  }
  return null
}

/** The same people at the same moment, at other offsets. */
function offsetPattern(policy: JudgedPolicy, { startMs }: DutyDifference): string | null {
  const [expected, observed] = [dutyAt(policy.expected, startMs), dutyAt(policy.observed, startMs)]
  const people = (levels: typeof expected): string => String(levels.flatMap(({ users }) => users).sort())
  if (people(expected) !== people(observed)) return null
  const shape = (levels: typeof expected): string => String(levels.map(({ offset, users }) => [offset, users.length]))
  return shape(expected) === shape(observed) ? 'order-only' : 'offset-only'
}

/** A shift that is on duty on one side only. */
function occurrencePattern(difference: DutyDifference, evidence: Evidence): string | null {
  const { unexpected, unobserved } = shiftsOf(difference, evidence)
  if (unexpected.some((shiftId) => !evidence.knownShiftIds.has(shiftId))) return 'shift-not-in-snapshot'
  if (unexpected.length > 0) return 'occurrence-not-expected'
  return unobserved.length > 0 ? 'occurrence-not-observed' : null
}

/** Shifts on duty meanwhile on one side only; a row without members counts as seen, but is nobody's duty. */
function shiftsOf(
  difference: DutyDifference,
  { rows, stretches }: Evidence,
): {
  readonly here: ReadonlySet<string>
  readonly there: readonly ObservedRow[]
  readonly unexpected: readonly string[]
  readonly unobserved: readonly string[]
} {
  const here = new Set(stretches.filter(isMeanwhile(difference)).flatMap(({ shiftId }) => shiftId ?? []))
  const there = rows.filter(isMeanwhile(difference))
  const seen = new Set(there.map(({ shiftId }) => shiftId))
  return {
    here,
    there,
    unexpected: there.flatMap(({ shiftId, members }) => (members.length > 0 && !here.has(shiftId) ? [shiftId] : [])),
    unobserved: [...here].filter((shiftId) => !seen.has(shiftId)),
  }
}

function symmetricDifference({ expected, observed }: DutyDifference): readonly string[] {
  return [...without(expected, observed), ...without(observed, expected)]
}

function without(keys: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Set(others)
  return keys.filter((key) => !left.has(key))
}

function isMeanwhile({ startMs, endMs }: DutyDifference): (one: Pick<DutyDifference, 'startMs' | 'endMs'>) => boolean {
  return (one) => one.startMs < endMs && one.endMs > startMs
}
