import { groupKey, type Ledger, type OnCallSnapshot, type Rotation } from '../model/index.ts'
import { renderSchedule } from '../schedule/index.ts'
import { formatInstant, parseInstant } from '../time/index.ts'
import type { DutyDifference } from './compare-duty.ts'
import { type Duty, dutyAt, type Window } from './duty.ts'
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

/** One stretch of one rotation, by the snapshot. */
export interface ExpectedStretch {
  readonly rotation: Rotation
  readonly shiftId: string | null
  readonly startMs: number
  readonly endMs: number
}

const dayMs = 86_400_000

/** Explains differences: by the ledger where it speaks of the shift, the group or the people, else by the pattern that they show. */
export function createCauseFinder(
  source: CauseSource,
): (policy: JudgedPolicy) => (difference: DutyDifference) => string | null {
  const ledger = source.ledger === undefined ? null : readLedgerCauses(source.ledger, source.snapshot)
  return (policy) => {
    let stretches: readonly ExpectedStretch[] | null = null
    let zoneCauses: ZoneCauses | null = null
    return (difference) => {
      if (!policy.known) return 'policy-not-in-snapshot'
      stretches ??= expectedStretches(source, policy.groupId)
      zoneCauses ??= createZoneCauses(source.rows.get(policy.groupId) ?? [], stretches)
      return (
        ledgerCause(ledger, source, policy, difference, stretches) ??
        (policy.otherReadingFits ? 'delay-reading' : null) ??
        patternOf(source, policy, difference, { stretches, zoneCauses })
      )
    }
  }
}

function expectedStretches({ snapshot, window }: CauseSource, groupId: string): readonly ExpectedStretch[] {
  const schedule = snapshot.schedules.find(({ key }) => key === groupKey(groupId))
  if (schedule === undefined) return []
  const rotations = new Map(schedule.rotations.map((rotation) => [rotation.key, rotation]))
  const range = { from: formatInstant(window.fromMs - dayMs), to: formatInstant(window.toMs + dayMs) }
  return renderSchedule(snapshot, schedule.key, range).flatMap(({ rotationKey, start, end }) => {
    const rotation = rotations.get(rotationKey)
    if (rotation === undefined) return []
    const shiftId = slotOf(rotationKey)?.shiftId ?? null
    return [{ rotation, shiftId, startMs: parseInstant(start), endMs: parseInstant(end) }]
  })
}

function ledgerCause(
  ledger: LedgerCauses | null,
  { rows }: CauseSource,
  { groupId }: JudgedPolicy,
  difference: DutyDifference,
  stretches: readonly ExpectedStretch[],
): string | null {
  if (ledger === null) return null
  const shiftIds = new Set<string>()
  for (const { shiftId, startMs, endMs } of stretches) {
    if (shiftId !== null && overlaps(difference, startMs, endMs)) shiftIds.add(shiftId)
  }
  for (const { shiftId, startMs, endMs } of rows.get(groupId) ?? []) {
    if (overlaps(difference, startMs, endMs)) shiftIds.add(shiftId)
  }
  return ledger.causeOf({ groupId, shiftIds: [...shiftIds].sort(), userKeys: symmetricDifference(difference) })
}

function patternOf(
  source: CauseSource,
  policy: JudgedPolicy,
  difference: DutyDifference,
  { stretches, zoneCauses }: { readonly stretches: readonly ExpectedStretch[]; readonly zoneCauses: ZoneCauses },
): string | null {
  const rows = (source.rows.get(policy.groupId) ?? []).filter(({ startMs, endMs }) =>
    overlaps(difference, startMs, endMs),
  )
  const active = stretches.filter(({ startMs, endMs }) => overlaps(difference, startMs, endMs))
  return (
    zoneCauses(difference) ??
    absencePattern(source, policy.groupId, difference, rows) ??
    turnPattern(difference, active) ??
    offsetPattern(policy, difference) ??
    occurrencePattern(source, policy.groupId, rows, active)
  )
}

/** A replacement known to one side only: an override of the snapshot or a replacement of a row, for somebody who differs. */
function absencePattern(
  { snapshot }: CauseSource,
  groupId: string,
  difference: DutyDifference,
  rows: readonly ObservedRow[],
): string | null {
  const users = new Set(symmetricDifference(difference))
  const overrides = snapshot.schedules.find(({ key }) => key === groupKey(groupId))?.overrides ?? []
  const byOverride = overrides.some(
    ({ from, to, replaces, replacement }) =>
      (users.has(replaces) || (replacement !== null && users.has(replacement))) &&
      overlaps(difference, parseInstant(from), parseInstant(to)),
  )
  const byRow = rows.some(({ members }) =>
    members.some(({ recipient, cover }) =>
      cover.some(
        ({ startMs, endMs, by }) =>
          by?.id !== recipient.id &&
          overlaps(difference, startMs, endMs) &&
          (users.has(`person:${recipient.id}`) || (by !== null && users.has(`person:${by.id}`))),
      ),
    ),
  )
  return byOverride || byRow ? 'absence' : null
}

/** The people of another turn: counted in turns forward from the expected one. */
function turnPattern({ expected, observed }: DutyDifference, active: readonly ExpectedStretch[]): string | null {
  const missing = expected.filter((user) => !observed.includes(user))
  const extra = observed.filter((user) => !expected.includes(user))
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
  const people = (levels: typeof expected): string =>
    levels
      .flatMap(({ users }) => users)
      .sort()
      .join(' ')
  if (people(expected) !== people(observed)) return null
  const shape = (levels: typeof expected): string =>
    levels.map(({ offset, users }) => `${offset}:${users.length}`).join(' ')
  return shape(expected) === shape(observed) ? 'order-only' : 'offset-only'
}

/** A shift that is on duty on one side only. */
function occurrencePattern(
  { snapshot }: CauseSource,
  groupId: string,
  rows: readonly ObservedRow[],
  active: readonly ExpectedStretch[],
): string | null {
  const schedule = snapshot.schedules.find(({ key }) => key === groupKey(groupId))
  const known = new Set((schedule?.rotations ?? []).map(({ key }) => slotOf(key)?.shiftId))
  const [here, there] = [new Set(active.map(({ shiftId }) => shiftId)), new Set(rows.map(({ shiftId }) => shiftId))]
  if ([...there].some((shiftId) => !known.has(shiftId))) return 'shift-not-in-snapshot'
  if ([...there].some((shiftId) => !here.has(shiftId))) return 'occurrence-not-expected'
  if ([...here].some((shiftId) => shiftId !== null && !there.has(shiftId))) return 'occurrence-not-observed'
  return null
}

function symmetricDifference({ expected, observed }: DutyDifference): readonly string[] {
  const [left, right] = [new Set(expected), new Set(observed)]
  return [...expected.filter((user) => !right.has(user)), ...observed.filter((user) => !left.has(user))].sort()
}

function overlaps({ startMs, endMs }: DutyDifference, from: number, to: number): boolean {
  return from < endMs && to > startMs
}
