import { groupKey, type Ledger, type OnCallObservation, type OnCallSnapshot } from '../model/index.ts'
import { instantTexts } from '../schedule/index.ts'
import { formatInstant } from '../time/index.ts'
import { compareOnCall, type ParityTotals, totalsOf } from './compare-on-call.ts'
import { createCauseFinder } from './difference-cause.ts'
import type { DelayReading, ParityReport, PolicyDifference, PolicyParity } from './parity-report.ts'

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
  const { window, rows, policies, delayReading, groups } = compareOnCall(input)
  const names = new Map(observed.map(({ group }) => [group.id, group.name]))
  const findCause = createCauseFinder({ snapshot, rows, window, ...(ledger === undefined ? {} : { ledger }) })
  const judged = [...groups].map(([id, { comparison, ...compared }]): PolicyParity => {
    const policy = policies.get(groupKey(id))
    const explain = findCause({ groupId: id, known: policy !== undefined, ...compared })
    return {
      key: groupKey(id),
      name: policy?.name ?? names.get(id) ?? id,
      ...totalsOf([comparison]),
      differences: comparison.differences.map((one): PolicyDifference => ({
        ...instantTexts(one.startMs, one.endMs),
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
    ...totalsOf([...groups.values()].map(({ comparison }) => comparison)),
    delayReading,
    policies: judged,
    notObserved: [...policies.keys()].filter((key) => !groups.has(key.slice(groupKey('').length))).sort(),
  }
}

/** How much of the window snapshot and source agree on, without saying where they do not: what `verifyOnCall` would count. */
export function measureParity(
  input: Omit<VerifyOnCallInput, 'ledger'>,
): ParityTotals & { readonly delayReading: DelayReading } {
  const { groups, delayReading } = compareOnCall(input)
  return { ...totalsOf([...groups.values()].map(({ comparison }) => comparison)), delayReading }
}
