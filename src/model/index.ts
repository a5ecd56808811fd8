export type { EscalationLevel, EscalationPolicy, PolicyRepeat, Target } from './escalation-policy.ts'
export { groupKey, userKey, type GroupKey, type UserKey } from './keys.ts'
export type { Ledger, LedgerEffect, LedgerEntry } from './ledger.ts'
export type {
  ObservedMember,
  ObservedRecipient,
  ObservedReplacement,
  OnCallObservation,
} from './on-call-observation.ts'
export type {
  Handoff,
  MidOccurrenceHandoff,
  Override,
  Participant,
  Recurrence,
  RecurrenceEnd,
  RecurrenceException,
  RecurrenceRule,
  Rotation,
  Schedule,
} from './schedule.ts'
export type { EntityKind, EntityValue, OnCallSnapshot, SnapshotScope } from './snapshot.ts'
export type { UserGroup } from './user-group.ts'
export type { ContactMethod, ContactTimeframe, User, Weekday } from './user.ts'
