import type { WireSelfLink } from './page.ts'
import type { WireRecipientReference } from './reference.ts'

/** `GET /temporary-absences`. Without `group` it is for every group of the member; without `replacement` nobody stands in. */
export interface WireAbsence {
  readonly id: string
  readonly start?: string
  readonly end?: string
  readonly member?: WireRecipientReference
  readonly group?: WireRecipientReference
  readonly replacement?: WireRecipientReference
  readonly absenceType?: string
  readonly includeDirectNotifications?: boolean
  readonly links?: WireSelfLink
}
