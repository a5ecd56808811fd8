export { civilFromDays, dayMs, daysFromCivil, daysInMonth, isLeapYear, weekdayOfDays } from './civil-date.ts'
export { compareTzdb } from './compare-tzdb.ts'
export type { TzdbDifference } from './compare-tzdb.ts'
export { formatInstant, formatWall, parseInstant, parseWall } from './instant.ts'
export { normalizeTimeZone } from './normalize-time-zone.ts'
export type { NormalizeTimeZoneOptions } from './normalize-time-zone.ts'
export { UnknownTimeZoneError, WallTimeError } from './time-errors.ts'
export type {
  RefusedTimeZone,
  ResolvedTimeZone,
  TimeZoneMethod,
  TimeZoneResult,
  TimeZoneWarning,
} from './time-zone-result.ts'
export type { TzdbData } from './tzdb-data.ts'
export { wallToEpochMs } from './wall-to-epoch.ts'
export type { Disambiguation, Zone } from './zone.ts'
export { getZone, injectTzdb, listTimeZones, nextTransitions, tzdbVersion } from './zone-registry.ts'
