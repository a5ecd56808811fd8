import type { WireList, WireSelfLink } from './page.ts'
import type { WireRecipientReference } from './reference.ts'

/** `GET /services`. */
export interface WireService {
  readonly id: string
  readonly targetName?: string
  readonly recipientType?: string
  readonly description?: string
  readonly serviceType?: string
  readonly serviceTier?: string
  readonly ownedBy?: WireRecipientReference
  readonly serviceLinks?: WireList<{ readonly label?: string; readonly url?: string }>
  readonly externallyOwned?: boolean
  readonly status?: string
  readonly links?: WireSelfLink
}
