import type { ObservedMember, ObservedRecipient, OnCallObservation } from '../../../src/model/index.ts'
import { usualReadings, type FakeReadings } from '../../../src/testing/fake/fake-readings.ts'
import { fakeTenant } from '../../../src/testing/fake/fake-tenant.ts'
import { walkOnCall } from '../../../src/testing/fake/on-call-walk.ts'
import { rowsOf } from '../../../src/testing/fake/rows-of.ts'
import type { XMattersTenant } from '../../../src/xmatters/index.ts'
import type { WireOccurrenceMember, WireRecipientReference } from '../../../src/xmatters/wire/index.ts'

/** What the fake says about every group of a tenant, without the way over HTTP. */
export function observeWalk(
  tenant: XMattersTenant,
  { from, to }: { readonly from: string; readonly to: string },
  readings: Partial<FakeReadings> = {},
): OnCallObservation[] {
  const window = { fromMs: Date.parse(from), toMs: Date.parse(to) }
  const walk = walkOnCall(fakeTenant(tenant), window, { ...usualReadings, ...readings })
  return tenant.groups.flatMap((group) =>
    walk(group).map(({ shift, start = '', end = '', members = [] }): OnCallObservation => ({
      group: { id: group.id, name: group.targetName ?? group.id },
      shift: shift === undefined ? null : { id: shift.id, name: shift.name ?? shift.id },
      start,
      end,
      members: members.map(readMember),
    })),
  )
}

function readMember(wire: WireOccurrenceMember): ObservedMember {
  return {
    position: Number(wire.position),
    delay: Number(wire.delay),
    escalationType: wire.escalationType ?? 'NONE',
    inRotation: null,
    member: readRecipient(wire.member),
    replacements: rowsOf(wire.replacements).map(({ start = '', end = '', replacement }) => ({
      start,
      end,
      replacement:
        replacement === undefined
          ? null
          : {
              id: replacement.id,
              name: replacement.targetName ?? replacement.id,
              active: replacement.status === undefined ? null : replacement.status === 'ACTIVE',
            },
    })),
  }
}

function readRecipient(member: WireOccurrenceMember['member']): ObservedRecipient {
  const { id, targetName, recipientType, status, owner }: Partial<WireRecipientReference> = member ?? {}
  const kind = ({ PERSON: 'person', GROUP: 'group', DEVICE: 'device' } as const)[recipientType ?? ''] ?? 'other'
  return {
    id: id ?? '',
    name: targetName ?? id ?? '',
    kind,
    ownerId: owner?.id ?? null,
    active: status === undefined ? null : status === 'ACTIVE',
  }
}
