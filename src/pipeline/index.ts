export { syncTenant, type SyncProgress, type SyncReport, type SyncTenantOptions } from './sync-tenant.ts'
export { calibrateSemantics } from './calibrate-semantics.ts'
export type {
  CalibratedSemantics,
  CalibrateSemanticsInput,
  CalibrationEvidence,
  OptionEvidence,
  ReadingEvidence,
  SemanticsOption,
} from './calibration.ts'
