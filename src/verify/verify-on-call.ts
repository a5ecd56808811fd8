import { InvalidArgumentError } from '../errors.ts'
import { groupKey, type Ledger, type OnCallObservation, type OnCallSnapshot } from '../model/index.ts'
import { formatInstant, parseInstant } from '../time/index.ts'
import { compareDuty, type DutyComparison } from './compare-duty.ts'
import { createCauseFinder } from './difference-cause.ts'
import type { Duty, Window } from './duty.ts'
import { expectedDuty } from './expected-duty.ts'
import { createObservedDuty } from './observed-duty.ts'
import { type ObservedRow, readObservedRows } from './observed-row.ts'
import type { DelayReading, ParityReport, PolicyDifference, PolicyParity } from './parity-report.ts'
import { readingVotes, type SlotOffsets, slotOffsetsFrom } from './slot-offsets.ts'
import { createSourceDirectory } from './source-directory.ts'

export interface VerifyOnCallInput {
  readonly snapshot: OnCallSnapshot
  /** Rows of the source for the window; what lies outside of it is ignored. */
  readonly observed: readonly OnCallObservation[]
  /** Instant; included. */
  readonly from: string
  /** Instant; excluded. */
  readonly to: string
  /** Names the losses that explain differences. */
  readonly ledger?: Ledger
}

/**
 * Compares who the snapshot says is on call with what the source itself says, interval by interval: person and offset.
 *
 * Rows may be clipped to the window or not, split at midnight or not; slots that reach nobody may be missing; gaps may be rows
 * without shift. Delays are read as standing before their member or after it: whichever gives the snapshot's own offsets, else agrees
 * better over all rows; else a shift that begins with a delay and ends without one decides for after. Throws `InvalidArgumentError`
 * for a window that is empty or no window.
 */
export function verifyOnCall(input: VerifyOnCallInput): ParityReport {
  const { snapshot, observed, ledger } = input
  const window = readWindow(input.from, input.to)
  const rows = readObservedRows(observed)
  const offsets = slotOffsetsFrom(rows, snapshot)
  const source = { snapshot, rows, offsets, directory: createSourceDirectory(snapshot), window }
  const policies = new Map(snapshot.escalationPolicies.map((policy) => [policy.key, policy]))
  const names = new Map(observed.map(({ group }) => [group.id, group.name]))
  const groupIds = [...rows.keys()].sort()
  const expected = new Map<string, Duty>(
    groupIds.map((id) => [id, policies.has(groupKey(id)) ? expectedDuty(snapshot, groupKey(id), window) : new Map()]),
  )

  const compareUnder = (reading: DelayReading): Compared => {
    const dutyOf = createObservedDuty(source, reading)
    return new Map(
      groupIds.map((id) => {
        const duty = dutyOf(id)
        return [id, { observed: duty, comparison: compareDuty(expected.get(id) ?? new Map(), duty) }]
      }),
    )
  }
  const before = compareUnder('before')
  const after = readingsDiffer(rows, offsets) ? compareUnder('after') : before
  const delayReading = chooseReading(before, after, rows, readingVotes(rows, snapshot, offsets))
  const [chosen, other] = delayReading === 'before' ? [before, after] : [after, before]

  const findCause = createCauseFinder({ snapshot, rows, window, ...(ledger === undefined ? {} : { ledger }) })
  const judged = groupIds.map((id): PolicyParity => {
    const { comparison, observed: duty } = chosen.get(id) ?? nothing
    const policy = policies.get(groupKey(id))
    const explain = findCause({
      groupId: id,
      known: policy !== undefined,
      expected: expected.get(id) ?? new Map(),
      observed: duty,
      otherReadingFits: isPerfect((other.get(id) ?? nothing).comparison),
    })
    return {
      key: groupKey(id),
      name: policy?.name ?? names.get(id) ?? id,
      ...totals([comparison]),
      differences: comparison.differences.map((one): PolicyDifference => ({
        start: formatInstant(one.startMs),
        end: formatInstant(one.endMs),
        offsetMinutes: one.offset,
        expected: one.expected,
        observed: one.observed,
        cause: explain(one),
      })),
    }
  })
  return {
    from: formatInstant(window.fromMs),
    to: formatInstant(window.toMs),
    ...totals([...chosen.values()].map(({ comparison }) => comparison)),
    delayReading,
    policies: judged,
    notObserved: [...policies.keys()].filter((key) => !expected.has(key.slice(groupKey('').length))).sort(),
  }
}

interface ComparedGroup {
  readonly observed: Duty
  readonly comparison: DutyComparison
}

type Compared = ReadonlyMap<string, ComparedGroup>

const nothing: ComparedGroup = { observed: new Map(), comparison: { unionMs: 0, sharedMs: 0, differences: [] } }

function readWindow(from: string, to: string): Window {
  const window = { fromMs: parseInstant(from), toMs: parseInstant(to) }
  if (window.toMs <= window.fromMs) throw new InvalidArgumentError(`The window from ${from} to ${to} is empty.`)
  return window
}

function totals(comparisons: readonly DutyComparison[]): { personMinutes: number; matched: number; ratio: number } {
  let [union, shared] = [0, 0]
  for (const one of comparisons) {
    union += one.unionMs
    shared += one.sharedMs
  }
  return { personMinutes: union / 60_000, matched: shared / 60_000, ratio: union === 0 ? 1 : shared / union }
}

function isPerfect({ unionMs, sharedMs }: DutyComparison): boolean {
  return unionMs === sharedMs
}

function readingsDiffer(rows: ReadonlyMap<string, readonly ObservedRow[]>, offsets: SlotOffsets): boolean {
  for (const ofGroup of rows.values()) {
    for (const row of ofGroup) {
      const after = offsets(row, 'after')
      if (offsets(row, 'before').some((offset, index) => offset !== after[index])) return true
    }
  }
  return false
}

function chooseReading(
  before: Compared,
  after: Compared,
  rows: ReadonlyMap<string, readonly ObservedRow[]>,
  votes: number,
): DelayReading {
  const [left, right] = [before, after].map(
    (one) => totals([...one.values()].map(({ comparison }) => comparison)).ratio,
  )
  if (left === 1 || right === 1) if (left !== right) return left === 1 ? 'before' : 'after'
  if (votes !== 0) return votes > 0 ? 'before' : 'after'
  if (left !== right) return (right ?? 0) > (left ?? 0) ? 'after' : 'before'
  return delaysBeginEarly(rows) ? 'after' : 'before'
}

/** Whether more shifts begin with a delay and end without one than the other way round. */
function delaysBeginEarly(rows: ReadonlyMap<string, readonly ObservedRow[]>): boolean {
  let votes = 0
  for (const ofGroup of rows.values()) {
    for (const { members } of ofGroup) {
      const [first, last] = [members[0]?.delay ?? 0, members.at(-1)?.delay ?? 0]
      if (first !== 0 && last === 0) votes++
      else if (first === 0 && last !== 0) votes--
    }
  }
  return votes > 0
}
