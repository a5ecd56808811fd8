import type { WireSelfLink } from './page.ts'

/** Mention of a recipient. `recipientType` is `PERSON`, `GROUP`, `DEVICE` or `DYNAMIC_TEAM`, in any case; new values may come. */
export interface WireRecipientReference {
  readonly id: string
  readonly targetName?: string
  readonly recipientType?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly groupType?: string
  readonly status?: string
  /** Of a device, when asked for. */
  readonly owner?: WireRecipientReference
  readonly links?: WireSelfLink
}

/** Mention of something with a name of its own, such as a site, a shift or a role. */
export interface WireNamedReference {
  readonly id: string
  readonly name?: string
  readonly description?: string
  readonly links?: WireSelfLink
}
