import type { WireList, WireSelfLink } from './page.ts'
import type { WireNamedReference, WireRecipientReference } from './reference.ts'
import type { WireService } from './service.ts'
import type { WireShiftReference } from './shift.ts'

/** `GET /groups`. `groupType` is `ON_CALL` (also when absent), `BROADCAST` or `DYNAMIC`. */
export interface WireGroup {
  readonly id: string
  readonly targetName?: string
  readonly recipientType?: string
  readonly groupType?: string
  readonly status?: string
  readonly externallyOwned?: boolean
  readonly externalKey?: string
  readonly locked?: readonly string[]
  readonly allowDuplicates?: boolean
  readonly useDefaultDevices?: boolean
  readonly observedByAll?: boolean
  readonly observers?: WireList<WireNamedReference> | string
  readonly supervisors?: WireList<WireRecipientReference>
  readonly services?: WireList<WireService>
  readonly criteria?: WireCriteria
  readonly description?: string
  readonly site?: WireNamedReference
  readonly timezone?: string
  readonly created?: string
  readonly responseCount?: number | string
  readonly responseCountThreshold?: number | string
  readonly links?: WireSelfLink
}

/** The rule of a dynamic group. */
export interface WireCriteria {
  readonly operand?: string
  readonly criterion?: WireList<WireCriterion>
}

export interface WireCriterion {
  readonly criterionType?: string
  readonly field?: string
  readonly operand?: string
  readonly value?: string
}

/** A row of a roster, `GET /groups/{id}/members`. */
export interface WireMembership {
  readonly group: WireRecipientReference
  readonly member: WireRecipientReference
  readonly shifts?: WireList<WireShiftReference>
}
