/** How an instance behaves where its documentation leaves it open. The names are those of `SourceSemantics`. */
export interface FakeReadings {
  readonly memberOrder: 'current' | 'base'
  readonly midOccurrenceHandoff: 'both' | 'split'
  readonly duration: 'wall' | 'elapsed'
  readonly weekStart: 'SU' | 'MO'
  readonly disambiguation: 'compatible' | 'earlier' | 'later' | 'first-valid'
  readonly endDate: 'inclusive' | 'exclusive'
  readonly missingDate: 'skip' | 'last-day'
}

export const usualReadings: FakeReadings = {
  memberOrder: 'current',
  midOccurrenceHandoff: 'both',
  duration: 'wall',
  weekStart: 'SU',
  disambiguation: 'compatible',
  endDate: 'inclusive',
  missingDate: 'skip',
}
