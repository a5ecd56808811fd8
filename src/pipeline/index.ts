export { syncTenant, type SyncProgress, type SyncReport, type SyncTenantOptions } from './sync-tenant.ts'
export {
  type CalibratedSemantics,
  type CalibrateSemanticsInput,
  calibrateSemantics,
  type CalibrationEvidence,
  type OptionEvidence,
  type ReadingEvidence,
  type SemanticsOption,
} from './calibrate-semantics.ts'
