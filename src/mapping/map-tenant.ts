import { getOrAdd } from '../get-or-add.ts'
import { type ContactMethod, groupKey, type OnCallSnapshot, type Schedule, type User } from '../model/index.ts'
import { type NormalizeTimeZoneOptions, tzdbVersion } from '../time/index.ts'
import type { WireDevice, WireGroup, WirePerson } from '../xmatters/wire/index.ts'
import type { XMattersTenant } from '../xmatters/index.ts'
import { buildPolicy } from './build-policy.ts'
import { byKey } from './by-key.ts'
import { type CountedLedger, openLedgerAccount } from './ledger-account.ts'
import { mapDevice } from './map-device.ts'
import { mapGroup } from './map-group.ts'
import { mapPerson } from './map-person.ts'
import { dropped, type Mapped, type MappingIssue } from './mapping-issue.ts'
import { readAbsences } from './read-absences.ts'
import { readShifts } from './read-shifts.ts'
import { readId, readList, readObject, type WireObject } from './read-wire.ts'
import { createRecipientResolver } from './recipient-resolver.ts'
import { siteCountry } from './resolve-zone.ts'
import type { SourceSemantics } from './semantics.ts'
import { sourceFields, type SourceResource } from './source-fields.ts'
import { indexSource } from './source-index.ts'

export interface MapTenantOptions {
  /** How the source is read where its documentation leaves it open; see `defaultSemantics`. */
  readonly semantics?: Partial<SourceSemantics>
  readonly timeZones?: NormalizeTimeZoneOptions
  /** Makes E.164 of a phone number; without it numbers are kept as they are. */
  readonly normalizePhone?: (number: string) => string | null
}

export interface MappedTenant {
  readonly snapshot: OnCallSnapshot
  readonly ledger: CountedLedger
}

/**
 * Maps a tenant to the on-call model, and accounts for every leaf of it: mapped, approximated, dropped or unknown.
 *
 * Pure and total: whatever the wire values are, they end in the snapshot or in the ledger, never in an exception.
 */
export function mapTenant(tenant: XMattersTenant, options: MapTenantOptions = {}): MappedTenant {
  const { semantics = {}, timeZones = {}, normalizePhone } = options
  const source = indexSource(tenant)
  const resolver = createRecipientResolver(source)
  const deviceContext = { timeZones, ...(normalizePhone ? { normalizePhone } : {}) }
  const countryOf = (wire: WireObject): { country?: string } => {
    const country = siteCountry(source.sites.get(readId(wire['site']) ?? '')?.['country'])
    return country === undefined ? {} : { country }
  }

  const shifts = readShifts(tenant, { source, resolver, shiftContext: { semantics, timeZones }, countryOf })
  const absences = readAbsences(tenant.absences, shifts, resolver)

  // A device is asked for twice: by its owner, and by the account.
  const devices = new Map<WireObject, Mapped<ContactMethod>>()
  const deviceOf = (wire: WireObject): Mapped<ContactMethod> =>
    getOrAdd(devices, wire, () => mapDevice(wire as unknown as WireDevice, deviceContext))
  const users: User[] = []
  const personIssues = new Map<unknown, readonly MappingIssue[]>()
  for (const [id, wire] of source.people) {
    const methods = (source.devicesOf.get(id) ?? []).map((device) => deviceOf(device).value)
    const { value, issues } = mapPerson(wire as unknown as WirePerson, {
      ...deviceContext,
      ...countryOf(wire),
      contactMethods: methods,
    })
    users.push(value)
    personIssues.set(wire, issues.map(weaken(() => shifts.weakened.byPerson(value.key))))
  }

  const userGroups = []
  const schedules: Schedule[] = []
  const escalationPolicies = []
  const groupIssues = new Map<unknown, readonly MappingIssue[]>()
  const rosterIssues = new Map<unknown, readonly MappingIssue[]>()
  for (const row of source.strayRows)
    rosterIssues.set(row, [dropped('member.unknown', 'group.id', 'A row of a group that was not read is left out.')])
  for (const [id, { wire, services, active }] of source.groups) {
    const supervisorKeys = readList(wire['supervisors']).flatMap((item) => resolver.mention(readObject(item)) ?? [])
    const context = { ...resolver.rosterOf(id, rosterIssues), supervisorKeys, ownedServices: services }
    const { value: group, issues } = mapGroup(wire as unknown as WireGroup, context)
    groupIssues.set(wire, issues)
    userGroups.push(group)
    const own = shifts.byGroup.get(id) ?? []
    const { key, name } = group
    escalationPolicies.push(buildPolicy({ key, name, active, shifts: own }))
    if (own.length === 0) continue
    const rotations = shifts.rotations.get(key) ?? []
    const zones = [...rotations.map((one) => one.timeZone), ...own.flatMap((one) => one.timeZone ?? []).sort()]
    const [timeZone = 'UTC'] = zones
    schedules.push({ key, name, timeZone, rotations, overrides: absences.overrides.get(key) ?? [] })
  }

  const account = openLedgerAccount()
  const enter = (resource: SourceResource, entity: string, issues: Issues): void => {
    // Others refer to these, so that each must be there once, and known by an id.
    const seen = resource === 'people' || resource === 'groups' ? new Set<string | null>([null]) : null
    readList(tenant[resource]).forEach((item, index) => {
      const id = readId(resource === 'roster' ? readObject(item)['group'] : item)
      const isLost = seen?.has(id) ?? false
      seen?.add(id)
      const found = isLost ? [leftOut(id)] : (issues.get(item) ?? [])
      account.enter(item, sourceFields[resource], `${resource}[${index}]`, `${entity}:${id ?? ''}`, found)
    })
  }
  enter('people', 'person', personIssues)
  enter('groups', 'group', groupIssues)
  enter('devices', 'device', { get: (item) => deviceOf(readObject(item)).issues })
  enter('roster', 'group', rosterIssues)
  enter('shifts', 'shift', shifts.issues)
  enter('absences', 'absence', absences.issues)
  enter('sites', 'site', new Map())
  enter('services', 'service', new Map())

  const selected = tenant.selection?.groupIds
  return {
    snapshot: {
      origin: tenant.origin,
      capturedAt: tenant.capturedAt,
      tzdb: tzdbVersion(),
      scope: {
        complete: readObject(tenant.completeness)['complete'] === true,
        selected: Array.isArray(selected) ? selected.map((id) => groupKey(String(id))).sort() : null,
      },
      users: [...users, ...resolver.stubs()].sort(byKey),
      userGroups: userGroups.sort(byKey),
      schedules: schedules.sort(byKey),
      escalationPolicies: escalationPolicies.sort(byKey),
    },
    ledger: account.close(),
  }
}

/** By wire value. */
type Issues = Pick<ReadonlyMap<unknown, readonly MappingIssue[]>, 'get'>

function leftOut(id: string | null): MappingIssue {
  return id === null
    ? dropped('field.no-id', 'targetName', 'Without an id it cannot be referred to; it is left out.')
    : dropped('field.duplicate', 'id', 'There already; it is left out.')
}

/** Somebody who cannot be invited weakens the policies where they are on call. */
function weaken(policies: () => readonly string[]): (issue: MappingIssue) => MappingIssue {
  return (issue) => {
    const affects = issue.code === 'user.no-email' ? policies() : []
    return affects.length === 0 ? issue : { ...issue, effect: { people: 1, affects } }
  }
}
