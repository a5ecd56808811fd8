export {
  coverage,
  policyCoverage,
  type CoverageGap,
  type LevelCoverage,
  type PersonLoad,
  type PolicyCoverage,
} from './coverage.ts'
export { elapsedHandoffs } from './elapsed-handoffs.ts'
export { handoffDistance } from './handoff-distance.ts'
export { ordinalOf } from './occurrence-exceptions.ts'
export { onceRecurrence } from './once-recurrence.ts'
export { policiesIn } from './policies-in.ts'
export type { OccurrenceTimes } from './occurrence-times.ts'
export {
  onCallAt,
  policyReach,
  renderEscalation,
  type EscalationInterval,
  type ReachedLevel,
} from './render-escalation.ts'
export type { Reach } from './policy-reach.ts'
export { renderSchedule, type ScheduleInterval, visitSchedule } from './render-schedule.ts'
export type { RenderWindow } from './render-window.ts'
export { rotationOccurrences, rotationOccurrenceTimes, type RotationOccurrence } from './rotation-occurrences.ts'
export { instantTexts } from './instant-text.ts'
export { rotationTiming } from './rotation-timing.ts'
export { isSameJson } from './is-same-json.ts'
export {
  addSpan,
  intersectSpans,
  lengthMs,
  mapSpans,
  settleSpans,
  type Spans,
  subtractSpans,
  uniteSpans,
} from './spans.ts'
export { sweep } from './sweep.ts'
export { toICalendar } from './to-i-calendar.ts'
