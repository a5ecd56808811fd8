import type { WireDevice } from './device.ts'
import type { WireList, WireSelfLink } from './page.ts'
import type { WireNamedReference, WireRecipientReference } from './reference.ts'

/** `GET /people`. There is no e-mail field: addresses are those of EMAIL devices. */
export interface WirePerson {
  readonly id: string
  readonly targetName?: string
  readonly recipientType?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly externallyOwned?: boolean
  readonly externalKey?: string
  readonly locked?: readonly string[]
  readonly version?: string
  readonly licenseType?: string
  readonly language?: string
  readonly timezone?: string
  readonly webLogin?: string
  readonly phoneLogin?: string
  readonly site?: WireNamedReference
  readonly properties?: Readonly<Record<string, unknown>>
  readonly roles?: WireList<WireNamedReference>
  readonly supervisors?: WireList<WireRecipientReference>
  readonly devices?: WireList<WireDevice>
  readonly lastLogin?: string
  readonly whenCreated?: string
  readonly whenUpdated?: string
  readonly status?: string
  readonly links?: WireSelfLink
}
