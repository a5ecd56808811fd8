export type { WireAbsence } from './absence.ts'
export type { WireDeviceName } from './device-name.ts'
export type { WireDevice, WireTimeframe } from './device.ts'
export type { WireCriteria, WireCriterion, WireGroup, WireMembership } from './group.ts'
export type { WireOccurrence, WireOccurrenceMember, WireOnCall, WireOnCallSummary, WireReplacement } from './on-call.ts'
export type { WireList, WirePage, WirePageLinks, WireSelfLink } from './page.ts'
export type { WirePerson } from './person.ts'
export type { WireNamedReference, WireRecipientReference } from './reference.ts'
export type { WireService } from './service.ts'
export type {
  WireExclusion,
  WireNotifyEndOfEscalation,
  WireRecurrence,
  WireRecurrenceEnd,
  WireRepeatEscalation,
  WireRotation,
  WireShift,
  WireShiftMember,
  WireShiftReference,
} from './shift.ts'
export type { WireSite } from './site.ts'
