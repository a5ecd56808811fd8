import type { WireList, WireSelfLink } from './page.ts'
import type { WireRecipientReference } from './reference.ts'

/** `GET /devices`. `deviceType` is an open list: `EMAIL`, `VOICE`, `TEXT_PHONE`, `ANDROID_PUSH`, ... */
export interface WireDevice {
  readonly id: string
  readonly name?: string
  readonly targetName?: string
  readonly recipientType?: string
  readonly deviceType?: string
  readonly description?: string
  readonly emailAddress?: string
  readonly phoneNumber?: string
  readonly pin?: string
  readonly twoWayDevice?: boolean
  readonly country?: string
  readonly accountId?: string
  readonly accountid?: string
  readonly apnToken?: string
  readonly registrationId?: string
  readonly alertSound?: string
  readonly soundStatus?: string
  readonly soundThreshold?: string
  readonly testStatus?: string
  readonly externallyOwned?: boolean
  readonly externalKey?: string
  readonly defaultDevice?: boolean
  readonly priorityThreshold?: string
  readonly sequence?: number | string
  /** Minutes on this device before the person's next one. */
  readonly delay?: number | string
  readonly owner?: WireRecipientReference
  readonly provider?: { readonly id: string }
  readonly privileged?: boolean
  readonly status?: string
  readonly timeframes?: WireList<WireTimeframe>
  readonly links?: WireSelfLink
}

export interface WireTimeframe {
  readonly name?: string
  /** Wall clock `08:00`. */
  readonly startTime?: string
  readonly timezone?: string
  readonly durationInMinutes?: number | string
  readonly days?: readonly string[]
  readonly excludeHolidays?: boolean
}
