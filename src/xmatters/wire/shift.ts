import type { WireList, WireSelfLink } from './page.ts'
import type { WireRecipientReference } from './reference.ts'

/** `GET /groups/{id}/shifts?embed=members,rotation`. */
export interface WireShift {
  readonly id: string
  readonly version?: string
  readonly group?: WireRecipientReference
  readonly name?: string
  readonly description?: string
  /** Instant; start of the first occurrence. */
  readonly start?: string
  /** Instant; end of the first occurrence. */
  readonly end?: string
  readonly timezone?: string
  readonly recurrence?: WireRecurrence
  readonly members?: WireList<WireShiftMember>
  readonly rotation?: WireRotation
  readonly rotationType?: string
  readonly exclusions?: WireList<WireExclusion>
  readonly siteHolidays?: { readonly onCall?: boolean | string; readonly start?: string; readonly end?: string }
  readonly repeatEscalation?: WireRepeatEscalation
  readonly notifyEndOfEscalation?: WireNotifyEndOfEscalation
  readonly notifyEndofEscalation?: WireNotifyEndOfEscalation
  readonly created?: string
  readonly links?: WireSelfLink
}

/** Which fields matter depends on `frequency`. */
export interface WireRecurrence {
  readonly frequency?: string
  readonly repeatEvery?: number | string
  readonly onDays?: readonly string[]
  readonly on?: string
  readonly months?: readonly string[]
  readonly dateOfMonth?: number | string
  readonly dayOfWeekClassifier?: string
  readonly dayOfWeek?: string
  readonly end?: WireRecurrenceEnd
}

export interface WireRecurrenceEnd {
  readonly endBy?: string
  readonly date?: string
  readonly repetitions?: number | string
  /** A known misspelling of `repetitions`. */
  readonly repititions?: number | string
}

/** The words of `type`, `direction` and `intervalUnit` are not documented; read them by meaning. */
export interface WireRotation {
  readonly type?: string
  readonly direction?: string
  readonly interval?: number | string
  readonly intervalUnit?: string
  readonly nextRotationTime?: string
}

/** A slot of a shift. `delay` is minutes to wait before this member. */
export interface WireShiftMember {
  readonly shift?: WireShiftReference
  readonly recipient?: WireRecipientReference
  readonly position?: number | string
  readonly delay?: number | string
  readonly escalationType?: string
  readonly inRotation?: boolean | string
  readonly onDuty?: boolean
}

/** A deleted occurrence. Field names are not documented; both spellings were seen in requests. */
export interface WireExclusion {
  readonly start?: string
  readonly end?: string
  readonly startDate?: string
  readonly endDate?: string
}

export interface WireRepeatEscalation {
  readonly repeatEnabled?: boolean | string
  readonly delay?: number | string
  readonly escalationType?: string
  readonly repetitions?: number | string
}

export interface WireNotifyEndOfEscalation {
  readonly notifyEnabled?: boolean | string
  readonly notificationType?: string
  readonly recipient?: WireRecipientReference
  readonly delay?: number | string
}

export interface WireShiftReference {
  readonly id: string
  readonly name?: string
  readonly group?: WireRecipientReference
  readonly links?: WireSelfLink
}
