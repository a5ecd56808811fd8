import { append } from '../get-or-add.ts'
import { groupKey, type Rotation } from '../model/index.ts'
import { policiesIn } from '../schedule/index.ts'
import type { XMattersTenant } from '../xmatters/index.ts'
import type { WireShift } from '../xmatters/wire/index.ts'
import { byKey } from './by-key.ts'
import { findCircularMembers, type NestedMember } from './circular-members.ts'
import { type MappedShift, mapShift, type ShiftContext } from './map-shift.ts'
import { dropped, type MappingIssue } from './mapping-issue.ts'
import { readId, readList, readObject, readText, type WireObject } from './read-wire.ts'
import type { RecipientResolver } from './recipient-resolver.ts'
import type { SourceIndex } from './source-index.ts'
import { createWeakenedPolicies, sizeOfShiftIssue, type WeakenedPolicies } from './weakened-policies.ts'

export interface ShiftReading {
  readonly source: SourceIndex
  readonly resolver: RecipientResolver
  readonly shiftContext: Pick<ShiftContext, 'semantics' | 'timeZones'>
  readonly countryOf: (wire: WireObject) => { readonly country?: string }
}

export interface ReadShifts {
  /** By group id, in the order of the source. */
  readonly byGroup: ReadonlyMap<string, readonly MappedShift[]>
  /** By policy key, sorted by their own. */
  readonly rotations: ReadonlyMap<string, readonly Rotation[]>
  /** Minutes from a rotation's slot to the next, by rotation key; zeros left out. */
  readonly delaysAfter: ReadonlyMap<string, number>
  readonly weakened: WeakenedPolicies
  /** By wire value. */
  readonly issues: ReadonlyMap<unknown, readonly MappingIssue[]>
}

interface ShiftLoss {
  readonly item: unknown
  readonly policyKey: string
  readonly shift: MappedShift
  readonly issues: readonly MappingIssue[]
}

/** Reads all shifts of a tenant, each id once; what is wrong with one is told together with the policies that it weakens. */
export function readShifts(
  tenant: XMattersTenant,
  { source, resolver, shiftContext, countryOf }: ShiftReading,
): ReadShifts {
  const activePolicies = new Set<string>(
    [...source.groups].flatMap(([id, { active }]) => (active ? [groupKey(id)] : [])),
  )
  const issues = new Map<unknown, readonly MappingIssue[]>()
  const losses: ShiftLoss[] = []
  const byGroup = new Map<string, MappedShift[]>()
  const nestedMembers: NestedMember[] = []
  const seen = new Set<string>()
  for (const item of readList(tenant.shifts)) {
    const wire = readObject(item)
    const id = readText(wire['id'])
    const groupId = readId(wire['group']) ?? ''
    const group = source.groups.get(groupId)
    if (id === null || seen.has(id) || group === undefined) {
      const path = group === undefined ? 'group.id' : id === null ? 'name' : 'id'
      issues.set(item, [
        dropped('shift.left-out', path, 'Without an id or a known group, or there already; it is left out.'),
      ])
      continue
    }
    seen.add(id)
    const policyKey = groupKey(groupId)
    const site = source.sites.get(readText(readObject(group.wire['site'])['id']) ?? '')
    const mapped = mapShift(wire as unknown as WireShift, {
      capturedAt: tenant.instanceTime ?? tenant.capturedAt,
      ...shiftContext,
      ...countryOf(group.wire),
      fallbackTimeZones: [group.wire['timezone'], site?.['timezone']],
      resolve: (recipient, path, found) => {
        const participant = resolver.resolve(recipient, path, found)
        const nested = policiesIn([participant]).filter((key) => activePolicies.has(key))
        if (nested.length > 0) nestedMembers.push({ item, policyKey, nested, path: `${path}.id` })
        return participant
      },
    })
    if (mapped.issues.length > 0) losses.push({ item, policyKey, shift: mapped.value, issues: mapped.issues })
    append(byGroup, groupId, mapped.value)
  }

  const rotations = new Map<string, readonly Rotation[]>()
  const delaysAfter = new Map<string, number>()
  for (const [id, shifts] of byGroup) {
    const slots = shifts.flatMap((shift) => shift.slots)
    for (const { rotation, delayAfterMinutes } of slots)
      if (delayAfterMinutes > 0) delaysAfter.set(rotation.key, delayAfterMinutes)
    rotations.set(groupKey(id), slots.map(({ rotation }) => rotation).sort(byKey))
  }

  const weakened = createWeakenedPolicies(rotations)
  for (const { item, policyKey, shift, issues: found } of losses) {
    const participants = shift.slots.flatMap(({ rotation }) => rotation.participants)
    const affects = weakened.byPolicy(policyKey)
    issues.set(
      item,
      found.map((issue) => sizeOfShiftIssue(issue, participants, affects)),
    )
  }
  for (const [item, found] of findCircularMembers(nestedMembers))
    issues.set(item, [...(issues.get(item) ?? []), ...found])
  return { byGroup, rotations, delaysAfter, weakened, issues }
}
