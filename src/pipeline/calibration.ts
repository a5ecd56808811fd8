import type { MapTenantOptions, SourceSemantics } from '../mapping/index.ts'
import type { OnCallObservation } from '../model/index.ts'
import type { XMattersTenant } from '../xmatters/index.ts'

export interface CalibrateSemanticsInput {
  readonly tenant: XMattersTenant
  /** What the source says about the window. */
  readonly observed: readonly OnCallObservation[]
  /** Instant; included. */
  readonly from: string
  /** Instant; excluded. */
  readonly to: string
  readonly timeZones?: MapTenantOptions['timeZones']
  /** Groups to judge by, besides those that are nested in them; those that the defaults do not explain come first. Default 200. */
  readonly mostGroups?: number
}

export interface CalibratedSemantics {
  readonly semantics: SourceSemantics
  readonly evidence: CalibrationEvidence
}

/** Why one reading of the source was chosen over the others. Plain JSON. */
export interface CalibrationEvidence {
  /** Instants of the window. */
  readonly from: string
  readonly to: string
  /** Groups that were judged by. */
  readonly groups: number
  /** How much of the window the default readings explain, and how much those that were chosen: 0 to 1. */
  readonly defaultRatio: number
  readonly chosenRatio: number
  /** Whole readings that were compared with the window. */
  readonly tried: number
  /** One for each open question. */
  readonly options: readonly OptionEvidence[]
}

export type SemanticsOption = keyof SourceSemantics

export interface OptionEvidence {
  readonly option: SemanticsOption
  readonly chosen: string
  /** False where another reading explains the window as well, or cannot be judged by it; then the default of the two is kept. */
  readonly decided: boolean
  /** How well each reading does while all other questions are answered as chosen; the best first. */
  readonly readings: readonly ReadingEvidence[]
  /** In words. */
  readonly message: string
}

export interface ReadingEvidence {
  readonly reading: string
  readonly personMinutes: number
  readonly matched: number
  readonly ratio: number
}
