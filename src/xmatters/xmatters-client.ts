import type { OnCallObservation } from '../model/index.ts'
import type { XMattersClientOptions } from './client-options.ts'
import { type ExportOptions, exportTenant } from './export/export-tenant.ts'
import { createTransport } from './http/create-transport.ts'
import { observeOnCall, type ObserveOptions } from './observe-on-call.ts'
import {
  createDeviceNames,
  createDevices,
  createDeviceTypes,
  type DeviceNamesResource,
  type DevicesResource,
  type DeviceTypesResource,
} from './resources/devices.ts'
import { createGroups, createRoster, type GroupsResource, type RosterResource } from './resources/groups.ts'
import {
  createOnCall,
  createOnCallSummary,
  type OnCallResource,
  type OnCallSummaryResource,
} from './resources/on-call.ts'
import { createPeople, type PeopleResource } from './resources/people.ts'
import {
  type AbsencesResource,
  createAbsences,
  createRoles,
  createServices,
  createSites,
  type RolesResource,
  type ServicesResource,
  type SitesResource,
} from './resources/places.ts'
import type { CallOptions } from './resources/read-resource.ts'
import {
  createOccurrences,
  createShiftMembers,
  createShifts,
  type OccurrencesResource,
  type ShiftMembersResource,
  type ShiftsResource,
} from './resources/shifts.ts'
import type { XMattersTenant } from './tenant.ts'
import { type ConnectionReport, testConnection } from './test-connection.ts'
import type { Transport } from './transport.ts'

/**
 * Reads one xMatters instance. Nothing here writes.
 *
 * Everything waits in one queue: `concurrency`, `requestsPerSecond`, pauses and credentials hold for the whole client, so use one for
 * an instance. Throws `InvalidArgumentError` for options that no valid program would pass; calls reject with `XMattersClientError`.
 */
export class XMattersClient {
  readonly #transport: Transport
  readonly #username: string | null
  readonly people: PeopleResource
  readonly devices: DevicesResource
  readonly groups: GroupsResource
  readonly roster: RosterResource
  readonly shifts: ShiftsResource
  readonly shiftMembers: ShiftMembersResource
  readonly occurrences: OccurrencesResource
  readonly onCall: OnCallResource
  readonly onCallSummary: OnCallSummaryResource
  readonly absences: AbsencesResource
  readonly sites: SitesResource
  readonly services: ServicesResource
  readonly roles: RolesResource
  readonly deviceNames: DeviceNamesResource
  readonly deviceTypes: DeviceTypesResource

  constructor(options: XMattersClientOptions) {
    const transport = createTransport(options)
    this.#transport = transport
    this.#username = 'username' in options.auth ? options.auth.username : null
    this.people = createPeople(transport)
    this.devices = createDevices(transport)
    this.groups = createGroups(transport)
    this.roster = createRoster(transport)
    this.shifts = createShifts(transport)
    this.shiftMembers = createShiftMembers(transport)
    this.occurrences = createOccurrences(transport)
    this.onCall = createOnCall(transport)
    this.onCallSummary = createOnCallSummary(transport)
    this.absences = createAbsences(transport)
    this.sites = createSites(transport)
    this.services = createServices(transport)
    this.roles = createRoles(transport)
    this.deviceNames = createDeviceNames(transport)
    this.deviceTypes = createDeviceTypes(transport)
  }

  /** Whether the instance can be read, as whom and what of it; a bad credential or a wrong host is a result. Rejects only when aborted. */
  async testConnection(options?: CallOptions): Promise<ConnectionReport> {
    return testConnection(this.#transport, this.#username, options)
  }

  /**
   * Reads the on-call setup as plain JSON, all of it or what `select` takes and refers to.
   *
   * What is refused or does not add up is in `completeness`. Rejects when the credentials are refused, when aborted, and when the
   * instance cannot be read at all.
   */
  async exportTenant(options?: ExportOptions): Promise<XMattersTenant> {
    return exportTenant(this.#transport, this, options)
  }

  /** What the instance itself says about who is on call from `from` to `to` (instants, at most 90 days ahead), for any number of groups. */
  async observeOnCall(options: ObserveOptions): Promise<OnCallObservation[]> {
    return observeOnCall(this.onCall, options)
  }
}
