import type { TenantShift } from '../../xmatters/index.ts'
import type { WireDevice, WireGroup, WireMembership, WirePerson, WireShiftMember } from '../../xmatters/wire/index.ts'
import { aPerson } from './wire-people.ts'
import { aReference } from './wire-references.ts'

/** An on-call group of the wire. */
export function aGroup(overrides: Partial<WireGroup> = {}): WireGroup {
  const targetName = overrides.targetName ?? 'Payments Platform'
  const id = overrides.id ?? `group-${targetName.toLowerCase().replaceAll(' ', '-')}`
  return {
    id,
    targetName,
    recipientType: 'GROUP',
    groupType: 'ON_CALL',
    status: 'ACTIVE',
    externallyOwned: false,
    allowDuplicates: true,
    useDefaultDevices: true,
    observedByAll: true,
    description: '',
    created: '2023-02-06T18:04:11.202Z',
    links: { self: `/api/xm/1/groups/${id}` },
    ...overrides,
  }
}

/** A shift of the wire: weekdays from nine to five in US/Eastern, with no members and no rotation. */
export function aShift(overrides: Partial<TenantShift> = {}): TenantShift {
  const name = overrides.name ?? 'Weekdays'
  const id = overrides.id ?? `shift-${name.toLowerCase().replaceAll(' ', '-')}`
  const group = overrides.group ?? aReference(aGroup())
  return {
    id,
    group,
    name,
    description: '',
    start: '2026-01-05T14:00:00.000Z',
    end: '2026-01-05T22:00:00.000Z',
    timezone: 'US/Eastern',
    recurrence: {
      frequency: 'WEEKLY',
      repeatEvery: 1,
      onDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
      end: { endBy: 'NEVER' },
    },
    links: { self: `/api/xm/1/groups/${group.id}/shifts/${id}` },
    ...overrides,
    members: overrides.members ?? [],
  }
}

/** A slot of a shift: in rotation, at position 1, with no delay before it. */
export function aMember(
  recipient: WirePerson | WireGroup | WireDevice = aPerson(),
  overrides: Partial<WireShiftMember> = {},
): WireShiftMember {
  return {
    recipient: aReference(recipient),
    position: 1,
    delay: 0,
    escalationType: 'NONE',
    inRotation: true,
    ...overrides,
  }
}

/** A row of a group's roster. */
export function aMembership(group: WireGroup, member: WirePerson | WireGroup | WireDevice): WireMembership {
  return { group: aReference(group), member: aReference(member) }
}
