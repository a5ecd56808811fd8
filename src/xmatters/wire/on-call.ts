import type { WirePage } from './page.ts'
import type { WireDevice } from './device.ts'
import type { WireGroup } from './group.ts'
import type { WirePerson } from './person.ts'
import type { WireRecipientReference } from './reference.ts'
import type { WireNotifyEndOfEscalation, WireShift, WireShiftReference } from './shift.ts'

/** `GET /on-call`: one occurrence of one shift; without `shift` and `members` when nothing is on call. */
export interface WireOnCall {
  readonly group: WireRecipientReference
  readonly shift?: WireShiftReference | WireShift
  readonly start?: string
  readonly end?: string
  readonly members?: WirePage<WireOccurrenceMember> | readonly WireOccurrenceMember[]
  readonly occurrenceType?: string
  readonly notifyEndOfEscalation?: WireNotifyEndOfEscalation
}

export interface WireOccurrenceMember {
  readonly position?: number | string
  readonly delay?: number | string
  readonly escalationType?: string
  readonly inRotation?: boolean | string
  readonly member?: WireRecipientReference | WirePerson | WireGroup | WireDevice
  readonly replacements?: WirePage<WireReplacement> | readonly WireReplacement[]
}

export interface WireReplacement {
  readonly start?: string
  readonly end?: string
  readonly replacement?: WireRecipientReference
}

/** `GET /groups/{id}/occurrences`. */
export interface WireOccurrence extends WireOnCall {
  readonly id?: string
}

/** `GET /on-call-summary`: a bare array of these. */
export interface WireOnCallSummary {
  readonly group?: { readonly id: string; readonly name?: string }
  readonly shift?: { readonly id: string; readonly name?: string }
  readonly recipient?: WireRecipientReference & { readonly displayName?: string }
  readonly absence?: WireRecipientReference
  readonly delay?: number | string
  readonly escalationLevel?: number | string
}
