import {
  type ContactMethod,
  groupKey,
  type OnCallSnapshot,
  type Rotation,
  type Schedule,
  type User,
} from '../model/index.ts'
import { type NormalizeTimeZoneOptions, tzdbVersion } from '../time/index.ts'
import type { WireAbsence, WireDevice, WireGroup, WirePerson, WireShift } from '../xmatters/wire/index.ts'
import type { XMattersTenant } from '../xmatters/index.ts'
import { buildOverrides, type SourceAbsence } from './build-overrides.ts'
import { buildPolicy } from './build-policy.ts'
import { findCircularMembers, type NestedMember } from './circular-members.ts'
import { type CountedLedger, type LedgerAccount, openLedgerAccount } from './ledger-account.ts'
import { mapAbsence } from './map-absence.ts'
import { mapDevice } from './map-device.ts'
import { mapGroup } from './map-group.ts'
import { mapPerson } from './map-person.ts'
import { type MappedShift, mapShift } from './map-shift.ts'
import { approximated, dropped, type Mapped, type MappingIssue } from './mapping-issue.ts'
import { policiesIn } from './policy-closure.ts'
import { readList, readObject, readText, type WireObject } from './read-wire.ts'
import { createRecipientResolver } from './recipient-resolver.ts'
import { siteCountry } from './resolve-zone.ts'
import type { SourceSemantics } from './semantics.ts'
import { type FieldTable, sourceFields, type SourceResource } from './source-fields.ts'
import { indexSource } from './source-index.ts'
import { createWeakenedPolicies, sizeOfShiftIssue } from './weakened-policies.ts'

export interface MapTenantOptions {
  /** How the source is read where its documentation leaves it open; see `defaultSemantics`. */
  readonly semantics?: Partial<SourceSemantics>
  readonly timeZones?: NormalizeTimeZoneOptions
  /** Makes E.164 of a phone number; without it numbers are kept as they are. */
  readonly normalizePhone?: (number: string) => string | null
}

interface ShiftLoss {
  readonly item: unknown
  /** Of the policy. */
  readonly key: string
  readonly shift: MappedShift
  readonly issues: readonly MappingIssue[]
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
  const account = openLedgerAccount()
  const deviceContext = { timeZones, ...(normalizePhone ? { normalizePhone } : {}) }
  const countryOf = (wire: WireObject): { country?: string } => {
    const country = siteCountry(source.sites.get(readText(readObject(wire['site'])['id']) ?? '')?.['country'])
    return country === undefined ? {} : { country }
  }

  const activePolicies = new Set<string>(
    [...source.groups].flatMap(([id, { active }]) => (active ? [groupKey(id)] : [])),
  )
  const shiftIssues = new Map<unknown, readonly MappingIssue[]>()
  const shiftLosses: ShiftLoss[] = []
  const shiftsOf = new Map<string, MappedShift[]>()
  const nestedMembers: NestedMember[] = []
  const skipped = new Set<string>()
  for (const item of readList(tenant.shifts)) {
    const wire = readObject(item)
    const id = readText(wire['id'])
    const groupId = readText(readObject(wire['group'])['id']) ?? ''
    const group = source.groups.get(groupId)
    if (id === null || skipped.has(id) || group === undefined) {
      const path = group === undefined ? 'group.id' : id === null ? 'name' : 'id'
      shiftIssues.set(item, [
        dropped('shift.left-out', path, 'Without an id or a known group, or there already; it is left out.'),
      ])
      continue
    }
    skipped.add(id)
    const site = source.sites.get(readText(readObject(group.wire['site'])['id']) ?? '')
    const { value, issues } = mapShift(wire as unknown as WireShift, {
      capturedAt: tenant.capturedAt,
      semantics,
      timeZones,
      ...countryOf(group.wire),
      fallbackTimeZones: [group.wire['timezone'], site?.['timezone']],
      resolve: (recipient, path, found) => {
        const participant = resolver.resolve(recipient, path, found)
        const nested = policiesIn([participant]).filter((key) => activePolicies.has(key))
        if (nested.length > 0) nestedMembers.push({ item, policyKey: groupKey(groupId), nested, path: `${path}.id` })
        return participant
      },
    })
    if (issues.length > 0) shiftLosses.push({ item, key: groupKey(groupId), shift: value, issues })
    const list = shiftsOf.get(groupId)
    if (list === undefined) shiftsOf.set(groupId, [value])
    else list.push(value)
  }

  const rotations = new Map<string, readonly Rotation[]>()
  const offsetAfter = new Map<string, number>()
  for (const [id, shifts] of shiftsOf) {
    const slots = shifts.flatMap(({ slots }) => slots)
    for (const { rotation, delayAfterMinutes } of slots)
      if (delayAfterMinutes > 0) offsetAfter.set(rotation.key, delayAfterMinutes)
    rotations.set(groupKey(id), slots.map(({ rotation }) => rotation).sort(byKey))
  }

  const absenceIssues = new Map<unknown, readonly MappingIssue[]>()
  const absences: SourceAbsence[] = []
  const known = new Set<string>()
  const absenceKeys = new Map<unknown, string>()
  for (const item of readList(tenant.absences)) {
    const wire = readObject(item)
    const { value, issues } = mapAbsence(wire as unknown as WireAbsence)
    const groupId = readText(readObject(wire['group'])['id'])
    if (value === null || known.has(value.key)) {
      absenceIssues.set(
        item,
        value === null ? issues : [dropped('field.duplicate', 'id', 'There already; it is left out.')],
      )
      continue
    }
    known.add(value.key)
    absenceKeys.set(item, value.key)
    resolver.mention(readObject(wire['member']))
    resolver.mention(readObject(wire['replacement']))
    absences.push({ override: value, scheduleKey: groupId === null ? null : groupKey(groupId) })
    if (issues.length > 0) absenceIssues.set(item, issues)
  }
  const overrides = buildOverrides(absences, rotations)
  const vacancies = new Map<string, number>()
  for (const list of overrides.values()) {
    for (const { key, replacement, rotationKeys } of list) {
      if (replacement !== null) continue
      const minutes = Math.max(0, ...rotationKeys.map((rotationKey) => offsetAfter.get(rotationKey) ?? 0))
      if (minutes > 0) vacancies.set(key, Math.max(minutes, vacancies.get(key) ?? 0))
    }
  }
  for (const [item, key] of absenceKeys) {
    const minutes = vacancies.get(key)
    if (minutes === undefined || absenceIssues.has(item)) continue
    const message = 'The source also drops the delay after the empty slot; here the levels after it keep their time.'
    absenceIssues.set(item, [approximated('absence.delay-after-skip', 'member.id', message, { minutes })])
  }

  const weakened = createWeakenedPolicies(rotations)
  for (const { item, key, shift, issues } of shiftLosses) {
    const participants = shift.slots.flatMap(({ rotation }) => rotation.participants)
    const affects = weakened.byPolicy(key)
    shiftIssues.set(
      item,
      issues.map((issue) => sizeOfShiftIssue(issue, participants, affects)),
    )
  }
  for (const [item, issues] of findCircularMembers(nestedMembers))
    shiftIssues.set(item, [...(shiftIssues.get(item) ?? []), ...issues])

  // A device is asked for twice: by its owner, and by the account.
  const devices = new Map<WireObject, Mapped<ContactMethod>>()
  const deviceOf = (wire: WireObject): Mapped<ContactMethod> => {
    let device = devices.get(wire)
    if (device === undefined) devices.set(wire, (device = mapDevice(wire as unknown as WireDevice, deviceContext)))
    return device
  }
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
    if (issues.length > 0)
      personIssues.set(
        wire,
        issues.map((issue) => weaken(issue, weakened.byPerson(value.key))),
      )
  }

  const userGroups = []
  const schedules: Schedule[] = []
  const escalationPolicies = []
  const groupIssues = new Map<unknown, readonly MappingIssue[]>()
  for (const [id, { wire, services, active }] of source.groups) {
    const supervisorKeys = readList(wire['supervisors']).flatMap((item) => resolver.mention(readObject(item)) ?? [])
    const context = { ...resolver.rosterOf(id), supervisorKeys, ownedServices: services }
    const { value: group, issues } = mapGroup(wire as unknown as WireGroup, context)
    if (issues.length > 0) groupIssues.set(wire, issues)
    userGroups.push(group)
    const shifts = shiftsOf.get(id) ?? []
    const { key, name } = group
    escalationPolicies.push(buildPolicy({ key, name, active, shifts }))
    if (shifts.length === 0) continue
    const own = rotations.get(key) ?? []
    const [timeZone = 'UTC'] =
      own.length > 0 ? own.map((one) => one.timeZone) : shifts.flatMap((one) => one.timeZone ?? []).sort()
    schedules.push({ key, name, timeZone, rotations: own, overrides: overrides.get(key) ?? [] })
  }

  enterAll(account, tenant.people, 'people', 'person', source.people, personIssues)
  enterAll(account, tenant.groups, 'groups', 'group', source.groups, groupIssues)
  enterDevices(account, tenant, deviceOf)
  enterAll(account, tenant.roster, 'roster', 'group', null, new Map())
  enterAll(account, tenant.shifts, 'shifts', 'shift', null, shiftIssues)
  enterAll(account, tenant.absences, 'absences', 'absence', null, absenceIssues)
  enterAll(account, tenant.sites, 'sites', 'site', null, new Map())
  enterAll(account, tenant.services, 'services', 'service', null, new Map())

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

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** Somebody who cannot be invited weakens the policies where they are on call. */
function weaken(issue: MappingIssue, policies: readonly string[]): MappingIssue {
  if (issue.code !== 'user.no-email' || policies.length === 0) return issue
  return { ...issue, effect: { people: 1, affects: policies } }
}

function enterAll(
  account: LedgerAccount,
  values: unknown,
  resource: SourceResource,
  entity: string,
  firsts: ReadonlyMap<string, unknown> | null,
  issues: ReadonlyMap<unknown, readonly MappingIssue[]>,
): void {
  const fields: FieldTable = sourceFields[resource]
  const seen = new Set<string>()
  readList(values).forEach((item, index) => {
    const wire = readObject(item)
    const id = readText(resource === 'roster' ? readObject(wire['group'])['id'] : wire['id'])
    let found = issues.get(item) ?? []
    if (firsts !== null) {
      if (id === null)
        found = [dropped('field.no-id', 'targetName', 'Without an id it cannot be referred to; it is left out.')]
      else if (seen.has(id)) found = [dropped('field.duplicate', 'id', 'There already; it is left out.')]
      else seen.add(id)
    }
    account.enter(item, fields, `${resource}[${index}]`, `${entity}:${id ?? ''}`, found)
  })
}

function enterDevices(
  account: LedgerAccount,
  tenant: XMattersTenant,
  deviceOf: (wire: WireObject) => Mapped<ContactMethod>,
): void {
  readList(tenant.devices).forEach((item, index) => {
    const { value, issues } = deviceOf(readObject(item))
    account.enter(item, sourceFields.devices, `devices[${index}]`, value.key, issues)
  })
}
