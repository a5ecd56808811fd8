import { InvalidArgumentError } from '../errors.ts'
import { type EscalationPolicy, groupKey, type OnCallObservation, type OnCallSnapshot } from '../model/index.ts'
import { policyReach } from '../schedule/index.ts'
import { parseInstant } from '../time/index.ts'
import { compareDuty, type DutyComparison } from './compare-duty.ts'
import type { Duty, Window } from './duty.ts'
import { createInstantReader } from './instant-reader.ts'
import { createObservedDuty } from './observed-duty.ts'
import { type ObservedRow, readObservedRows } from './observed-row.ts'
import type { DelayReading } from './parity-report.ts'
import { type SlotOffsets, slotOffsetsFrom } from './slot-offsets.ts'
import { createSourceDirectory } from './source-directory.ts'

export interface OnCallComparison {
  readonly window: Window
  readonly rows: ReadonlyMap<string, readonly ObservedRow[]>
  /** Of the snapshot, by key. */
  readonly policies: ReadonlyMap<string, EscalationPolicy>
  readonly delayReading: DelayReading
  /** By group id, in their order. */
  readonly groups: ReadonlyMap<string, ComparedGroup>
}

export interface ComparedGroup {
  readonly expected: Duty
  readonly observed: Duty
  readonly comparison: DutyComparison
  /** Whether reading the delays the other way leaves no difference. */
  readonly otherReadingFits: boolean
}

export interface ParityTotals {
  readonly personMinutes: number
  readonly matched: number
  readonly ratio: number
}

interface ComparisonInput {
  readonly snapshot: OnCallSnapshot
  readonly observed: readonly OnCallObservation[]
  readonly from: string
  readonly to: string
}

type Compared = ReadonlyMap<string, Pick<ComparedGroup, 'observed' | 'comparison'>>

/** Holds a snapshot against observed rows, group by group. Throws `InvalidArgumentError` for a window that is empty or no window. */
export function compareOnCall({ snapshot, observed, from, to }: ComparisonInput): OnCallComparison {
  const window = { fromMs: parseInstant(from), toMs: parseInstant(to) }
  if (window.toMs <= window.fromMs) throw new InvalidArgumentError(`The window from ${from} to ${to} is empty.`)
  const rows = readObservedRows(observed, createInstantReader())
  const all = [...rows.values()].flat()
  const offsets = slotOffsetsFrom(all, snapshot)
  const source = { snapshot, rows, offsets, directory: createSourceDirectory(snapshot), window }
  const policies = new Map(snapshot.escalationPolicies.map((policy) => [policy.key, policy]))
  const expected = new Map<string, Duty>(
    [...rows.keys()]
      .sort()
      .map((id) => [
        id,
        policies.has(groupKey(id)) ? policyReach(snapshot, groupKey(id), window.fromMs, window.toMs) : new Map(),
      ]),
  )
  const compareUnder = (reading: DelayReading): Compared => {
    const dutyOf = createObservedDuty(source, reading)
    return new Map(
      [...expected].map(([id, duty]) => {
        const found = dutyOf(id)
        return [id, { observed: found, comparison: compareDuty(duty, found) }]
      }),
    )
  }
  const before = compareUnder('before')
  const votes = offsets.votes()
  // Most often all agrees, and the second look can be spared.
  const isSettled = votes > 0 && ratioOf(before) === 1
  const after = !isSettled && readingsDiffer(all, offsets) ? compareUnder('after') : before
  const delayReading = chooseReading(before, after, all, votes)
  const [chosen, other] = delayReading === 'before' ? [before, after] : [after, before]
  const groups = new Map(
    [...chosen].map(([id, one]) => [
      id,
      { ...one, expected: expected.get(id) ?? new Map(), otherReadingFits: isPerfect(other.get(id)?.comparison) },
    ]),
  )
  return { window, rows, policies, delayReading, groups }
}

/** Minutes on either side and on both. */
export function totalsOf(comparisons: Iterable<DutyComparison>): ParityTotals {
  let [union, shared] = [0, 0]
  for (const one of comparisons) {
    union += one.unionMs
    shared += one.sharedMs
  }
  return { personMinutes: union / 60_000, matched: shared / 60_000, ratio: union === 0 ? 1 : shared / union }
}

function isPerfect(comparison: DutyComparison | undefined): boolean {
  return comparison !== undefined && comparison.unionMs === comparison.sharedMs
}

function readingsDiffer(rows: readonly ObservedRow[], offsets: SlotOffsets): boolean {
  return rows.some((row) => {
    const after = offsets.of(row, 'after')
    return offsets.of(row, 'before').some((offset, index) => offset !== after[index])
  })
}

function ratioOf(compared: Compared): number {
  return totalsOf([...compared.values()].map(({ comparison }) => comparison)).ratio
}

function chooseReading(before: Compared, after: Compared, rows: readonly ObservedRow[], votes: number): DelayReading {
  const [left, right] = [ratioOf(before), ratioOf(after)]
  if (left !== right && Math.max(left, right) === 1) return left === 1 ? 'before' : 'after'
  if (votes !== 0) return votes > 0 ? 'before' : 'after'
  if (left !== right) return right > left ? 'after' : 'before'
  return delaysBeginEarly(rows) ? 'after' : 'before'
}

/** Whether more shifts begin with a delay and end without one than the other way round. */
function delaysBeginEarly(rows: readonly ObservedRow[]): boolean {
  let votes = 0
  for (const { members } of rows) {
    const [first, last] = [members[0]?.delay ?? 0, members.at(-1)?.delay ?? 0]
    if (first !== 0 && last === 0) votes++
    else if (first === 0 && last !== 0) votes--
  }
  return votes > 0
}
