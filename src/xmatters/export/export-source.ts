import type { DevicesResource } from '../resources/devices.ts'
import type { GroupsResource, RosterResource } from '../resources/groups.ts'
import type { PeopleResource } from '../resources/people.ts'
import type { AbsencesResource, ServicesResource, SitesResource } from '../resources/places.ts'
import type { ShiftMembersResource, ShiftsResource } from '../resources/shifts.ts'

/** The resources that an export reads. */
export interface ExportClient {
  readonly people: PeopleResource
  readonly devices: DevicesResource
  readonly groups: GroupsResource
  readonly roster: RosterResource
  readonly shifts: ShiftsResource
  readonly shiftMembers: ShiftMembersResource
  readonly absences: AbsencesResource
  readonly sites: SitesResource
  readonly services: ServicesResource
}

/** Where an export reads from, and what ends it. */
export interface ExportSource {
  readonly client: ExportClient
  readonly signal: AbortSignal
  /** Ends everything under way, because the export has failed with this. */
  readonly abort: (error: unknown) => void
}
