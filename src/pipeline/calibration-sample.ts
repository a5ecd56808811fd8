import { getOrAdd } from '../get-or-add.ts'
import { mapTenant } from '../mapping/index.ts'
import { groupKey, type OnCallObservation } from '../model/index.ts'
import { verifyOnCall } from '../verify/index.ts'
import type { XMattersTenant } from '../xmatters/index.ts'
import type { CalibrateSemanticsInput } from './calibration.ts'

export interface CalibrationSample {
  readonly tenant: XMattersTenant
  readonly observed: readonly OnCallObservation[]
  readonly groups: number
}

/**
 * What a calibration needs of a tenant: so many of its groups, and those nested in them. The ones that the defaults do not explain
 * tell most; the others tell which readings would do harm.
 */
export function calibrationSample(input: CalibrateSemanticsInput): CalibrationSample {
  const { observed, from, to, timeZones = {}, mostGroups = 200 } = input
  const tenant = onCallPart(input.tenant)
  const ids = [...new Set(observed.map(({ group }) => group.id))].sort()
  if (ids.length <= mostGroups) return { tenant, observed, groups: ids.length }
  const { snapshot } = mapTenant(tenant, { timeZones })
  const { policies } = verifyOnCall({ snapshot, observed, from, to })
  const ratios = new Map(policies.map(({ key, ratio }) => [key, ratio]))
  const ratioOf = (id: string): number => ratios.get(groupKey(id)) ?? 1
  const chosen = new Set([...ids].sort((a, b) => ratioOf(a) - ratioOf(b)).slice(0, mostGroups))
  const nested = nestedGroups(tenant)
  // A set goes on to what is added to it while it is walked.
  for (const id of chosen) for (const other of nested.get(id) ?? []) chosen.add(other)
  return {
    tenant: { ...tenant, shifts: tenant.shifts.filter(({ group }) => chosen.has(group?.id ?? '')) },
    observed: observed.filter(({ group }) => chosen.has(group.id)),
    groups: chosen.size,
  }
}

/** What tells who is on call: of people whether they are active, of devices in slots and on rosters who owns them. */
function onCallPart(tenant: XMattersTenant): XMattersTenant {
  const { people, devices, roster, shifts } = tenant
  const slots = shifts.flatMap(({ members }) => members.map(({ recipient }) => recipient?.id))
  const used = new Set([...slots, ...roster.map(({ member }) => member.id)])
  return {
    ...tenant,
    people: people.map(({ id, targetName, status }) => ({ id, targetName: targetName ?? id, status: status ?? '' })),
    devices: devices.filter(({ id }) => used.has(id)),
    services: [],
  }
}

function nestedGroups({ groups, shifts }: XMattersTenant): ReadonlyMap<string, readonly string[]> {
  const known = new Set(groups.map(({ id }) => id))
  const nested = new Map<string, string[]>()
  for (const { group, members } of shifts) {
    const found = members.flatMap(({ recipient }) => (known.has(recipient?.id ?? '') ? (recipient?.id ?? []) : []))
    if (group !== undefined) getOrAdd(nested, group.id, () => []).push(...found)
  }
  return nested
}
