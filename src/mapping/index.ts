export type { CountedEntry, CountedLedger } from './ledger-account.ts'
export { type AbsenceContext, mapAbsence } from './map-absence.ts'
export { type DeviceContext, mapDevice } from './map-device.ts'
export { type GroupContext, mapGroup } from './map-group.ts'
export { mapPerson, type PersonContext } from './map-person.ts'
export { mapRecurrence, type RecurrenceContext } from './map-recurrence.ts'
export { type MappedRotation, mapRotation, type RotationContext } from './map-rotation.ts'
export { type MappedShift, type MappedSlot, mapShift, type ShiftContext } from './map-shift.ts'
export { type MappedTenant, mapTenant, type MapTenantOptions } from './map-tenant.ts'
export type { Mapped, MappingIssue } from './mapping-issue.ts'
export { defaultSemantics, semanticsReadings, type SourceSemantics } from './semantics.ts'
export { explain, type ExplainedSource, type Explanation } from './explain.ts'
export { fitToTarget } from './fit-to-target.ts'
export type {
  FitOptions,
  FittedSnapshot,
  FoundDifference,
  FoundDifferences,
  TargetFitCapabilities,
} from './target-fit.ts'
