import type { WireGroup } from './wire/index.ts'

/**
 * Which groups to read: those that fit every part that is given, and within a list any of its values. What they refer to comes along:
 * groups inside of them, their people with devices and absences, sites and services.
 */
export interface Selection {
  /** Ids or names. */
  readonly groups?: readonly string[]
  /** Against the name. */
  readonly pattern?: RegExp
  /** Ids or names of the sites whose holidays the groups keep. */
  readonly sites?: readonly string[]
  /** Ids or names of services that the groups own. */
  readonly services?: readonly string[]
  readonly where?: (group: WireGroup) => boolean
}
