export { InvalidArgumentError, UnknownKeyError, XMattersSyncError, type ErrorCause } from './errors.ts'
export * from './mapping/index.ts'
export type * from './model/index.ts'
export { groupKey, userKey } from './model/index.ts'
export * from './pipeline/index.ts'
export type {
  CoverageGap,
  EscalationInterval,
  LevelCoverage,
  OccurrenceTimes,
  PersonLoad,
  PolicyCoverage,
  ReachedLevel,
  RenderWindow,
  RotationOccurrence,
  ScheduleInterval,
} from './schedule/index.ts'
export {
  coverage,
  onCallAt,
  renderEscalation,
  renderSchedule,
  rotationOccurrences,
  rotationOccurrenceTimes,
  toICalendar,
} from './schedule/index.ts'
export * from './sync/index.ts'
export type {
  Disambiguation,
  NormalizeTimeZoneOptions,
  RefusedTimeZone,
  ResolvedTimeZone,
  TimeZoneMethod,
  TimeZoneResult,
  TimeZoneWarning,
  TzdbData,
  TzdbDifference,
} from './time/index.ts'
export {
  compareTzdb,
  formatInstant,
  injectTzdb,
  normalizeTimeZone,
  parseInstant,
  tzdbVersion,
  UnknownTimeZoneError,
  wallToEpochMs,
  WallTimeError,
} from './time/index.ts'
export type {
  DelayReading,
  DoubleBooking,
  OnCallChange,
  OnCallLevel,
  ParityReport,
  PersonComparison,
  PolicyComparison,
  PolicyDifference,
  PolicyParity,
  RiskReason,
  RiskWindow,
  RiskWindowOptions,
  SnapshotImpact,
  Stretch,
  UnreachablePerson,
  VerifyOnCallInput,
} from './verify/index.ts'
export { compareSnapshots, riskWindow, verifyOnCall } from './verify/index.ts'
export * from './xmatters/index.ts'
