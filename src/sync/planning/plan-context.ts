import type { KeyBook } from '../match/key-book.ts'
import type { MatchedInput } from '../match/matched-input.ts'
import type { SameValue } from '../same-value.ts'
import type { SettledItems } from '../match/settle-items.ts'

/** All that a plan is made from. */
export interface PlanContext extends MatchedInput {
  readonly settled: SettledItems
  readonly book: KeyBook
  readonly isSame: SameValue
}
