export { compareSnapshots } from './compare-snapshots.ts'
export type { DelayReading, ParityReport, PolicyDifference, PolicyParity } from './parity-report.ts'
export { riskWindow, type RiskReason, type RiskWindow, type RiskWindowOptions } from './risk-window.ts'
export type {
  DoubleBooking,
  OnCallChange,
  OnCallLevel,
  PersonComparison,
  PolicyComparison,
  SnapshotImpact,
  Stretch,
  UnreachablePerson,
} from './snapshot-impact.ts'
export { measureParity, verifyOnCall, type VerifyOnCallInput } from './verify-on-call.ts'
