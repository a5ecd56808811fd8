export type { ApplyOptions } from './apply/apply-options.ts'
export { capabilitiesOf } from './capabilities-of.ts'
export { applyPlan } from './apply/apply-plan.ts'
export type { ApplyProgress, ApplyReport, ApplyResult } from './apply/apply-report.ts'
export type {
  Brake,
  BrakeCode,
  Change,
  ChangeAction,
  Conflict,
  ConflictKind,
  Drift,
  FieldChange,
  ImpactLevel,
  PhaseAlternative,
  PlanImpact,
  PolicyImpact,
  SafetyReport,
  Skipped,
  SyncPlan,
} from './plan.ts'
export type {
  ApplyError,
  Baseline,
  BaselineEntry,
  BaselineUpdate,
  JournalEntry,
  Lease,
  SyncStateStore,
} from './state-store.ts'
export type { EntityStrategy, Strategy, StrategyOptions } from './strategy.ts'
export type {
  CreateChange,
  Invitation,
  InvitationResult,
  ReadContext,
  RecordLink,
  RemoveChange,
  TargetAdapter,
  TargetCapabilities,
  TargetRecord,
  TargetSnapshot,
  UpdateChange,
  WriteContext,
  WriteResult,
} from './target-adapter.ts'
export { canonicalJson, digestOf } from './digest.ts'
export { listReferences, mapReferences, type ReferenceMapper } from './references.ts'
export { partitionPlan } from './document/partition-plan.ts'
export type { Limit, LimitByKind, SafetyLimits } from './safety-limits.ts'
export type { PlanInput } from './plan-input.ts'
export type { ManualMatch, MatchOptions, Removal, SyncPlannerOptions } from './planner-options.ts'
export { SyncPlanner } from './sync-planner.ts'
export { type ChangeExplanation, explainChange } from './document/explain-change.ts'
export { parsePlan } from './document/parse-plan.ts'
export { PlanError, type PlanErrorCode } from './document/plan-error.ts'
export { formatPlanLines, parsePlanLines } from './document/plan-lines.ts'
