import type { TenantShift } from '../../xmatters/index.ts'
import type {
  WireDevice,
  WireGroup,
  WireMembership,
  WirePerson,
  WireShiftMember,
  WireSite,
} from '../../xmatters/wire/index.ts'
import { teamAreas, teamKinds } from './data/names.ts'
import type { Random } from './random.ts'
import {
  rotationOf,
  type ShiftShape,
  timesOf,
  unusualShifts,
  unusualZones,
  usualShifts,
  usualZones,
} from './tenant-shifts.ts'
import { aGroup, aMember, aMembership, aShift } from './wire-groups.ts'
import { aReference, aSiteReference } from './wire-references.ts'

export interface Teams {
  readonly groups: readonly WireGroup[]
  readonly roster: readonly WireMembership[]
  readonly shifts: readonly TenantShift[]
}

export interface TeamSource {
  readonly random: Random
  readonly people: readonly WirePerson[]
  readonly devices: readonly WireDevice[]
  readonly sites: readonly WireSite[]
  readonly count: number
  readonly nowMs: number
}

type Role = 'on-call' | 'broadcast' | 'dynamic' | 'inactive' | 'no-shifts'

/** Teams with their rosters and shifts: most are plain, some are nested, two of them in each other. */
export function formTeams(source: TeamSource): Teams {
  const { random, people, sites, count } = source
  const groups = Array.from({ length: count }, (_, index) => formGroup(source, index, roleOf(index)))
  const recipients = new Map([...people, ...source.devices, ...groups].map((one) => [one.id, one]))
  const nesting = nestingOf(groups)
  const phones = new Map(
    source.devices.flatMap((one) => (one.deviceType === 'VOICE' && one.owner ? [[one.owner.id, one] as const] : [])),
  )
  const shifts: TenantShift[] = []
  const roster: WireMembership[] = []
  for (const [index, group] of groups.entries()) {
    const role = roleOf(index)
    const crew = random.some(people, random.int(4, 8))
    const plans = role === 'on-call' || role === 'inactive' ? plansOf(index) : []
    const found = plans.map((shape, place): TenantShift => {
      const number = shifts.length + place
      const usual = index % 6 !== 4
      const zone = usual ? random.pick(usualZones) : random.pick(unusualZones)
      const rotation = rotationOf(random, number, { zone, startMinute: shape.startMinute, nowMs: source.nowMs })
      const exclusions = shape.name === 'Default Shift' && index % 4 === 1 ? [source.nowMs + 6 * dayMs] : []
      const times = timesOf(shape, zone, source.nowMs)
      return aShift({
        id: random.uuid(),
        group: aReference(group),
        name: place > 0 && plans[place - 1]?.name === shape.name ? `${shape.name} ${place + 1}` : shape.name,
        timezone: zone,
        ...times,
        ...(rotation !== null && { rotation }),
        ...(exclusions.length > 0 && { exclusions: exclusions.map((at) => sameDay(times, at)) }),
        members: number % 29 === 19 ? [] : slotsOf(random, { number, crew, phones, nested: nesting(index, number) }),
      })
    })
    shifts.push(...found)
    const inShifts = new Set(found.flatMap(({ members }) => members.flatMap(({ recipient }) => recipient?.id ?? [])))
    const known = [...inShifts].flatMap((id) => recipients.get(id) ?? [])
    const rest = crew.filter(({ id }) => !inShifts.has(id))
    roster.push(...[...known, ...rest].map((member) => aMembership(group, member)))
  }
  return {
    groups: groups.map((group, index) => withSupervisors(group, people[(index * 7) % people.length], sites)),
    roster,
    shifts,
  }
}

const dayMs = 86_400_000

function roleOf(index: number): Role {
  if (index % 15 === 7) return 'broadcast'
  if (index % 22 === 11) return 'dynamic'
  if (index % 44 === 20) return 'inactive'
  return index % 44 === 30 ? 'no-shifts' : 'on-call'
}

function formGroup({ random, nowMs }: TeamSource, index: number, role: Role): WireGroup {
  const area = teamAreas[index % teamAreas.length] ?? 'Payments'
  const kind = teamKinds[Math.floor(index / teamAreas.length) % teamKinds.length] ?? 'Platform'
  const round = Math.floor(index / (teamAreas.length * teamKinds.length))
  const name = role === 'broadcast' ? `${area} Everyone` : role === 'dynamic' ? `${area} On Site` : `${area} ${kind}`
  const criterion = { criterionType: 'BASIC_FIELD', field: 'SITE', operand: 'EQUALS', value: 'Victoria' }
  return aGroup({
    id: random.uuid(),
    targetName: round === 0 ? name : `${name} ${round + 1}`,
    groupType: role === 'broadcast' ? 'BROADCAST' : role === 'dynamic' ? 'DYNAMIC' : 'ON_CALL',
    status: role === 'inactive' ? 'INACTIVE' : 'ACTIVE',
    allowDuplicates: index % 20 !== 3,
    description: index % 3 === 0 ? '' : `Looks after ${area.toLowerCase()}`,
    created: new Date(nowMs - 500 * dayMs).toISOString(),
    ...(role === 'dynamic' && { criteria: { operand: 'AND', criterion: { count: 1, total: 1, data: [criterion] } } }),
  })
}

function withSupervisors(group: WireGroup, person: WirePerson | undefined, sites: readonly WireSite[]): WireGroup {
  const site = sites[group.targetName?.length === 0 ? 0 : (group.targetName?.length ?? 0) % 11]
  const supervisors = person === undefined ? [] : [aReference(person)]
  return {
    ...group,
    observers: { count: 0, total: 0, data: [] },
    supervisors: { count: supervisors.length, total: supervisors.length, data: supervisors },
    ...(site !== undefined && { site: aSiteReference(site) }),
  }
}

/** Three or four shifts: a usual set, filled up with unusual ones in turn. */
function plansOf(index: number): readonly ShiftShape[] {
  const usual = usualShifts[index % usualShifts.length] ?? []
  const count = index % 2 === 0 ? 4 : 3
  const extra = Array.from({ length: Math.max(0, count - usual.length) }, (_, place) => {
    return unusualShifts[(index * 3 + place) % unusualShifts.length]
  })
  return [...usual, ...extra.filter((one) => one !== undefined)]
}

/** A group for the last slot, where the shift has one: a later team, or one that alerts everybody, or for once the one before. */
function nestingOf(groups: readonly WireGroup[]): (index: number, number: number) => WireGroup | null {
  const onCall = groups.filter((_, index) => roleOf(index) === 'on-call')
  const places = new Map(onCall.map((group, at) => [group, at]))
  const broadcast = groups.find(({ groupType }) => groupType === 'BROADCAST') ?? null
  const dynamic = groups.find(({ groupType }) => groupType === 'DYNAMIC') ?? null
  return (index, number) => {
    const group = groups[index]
    const at = group === undefined ? undefined : places.get(group)
    // The first two are nested in each other.
    if (number === 0) return onCall[1] ?? null
    if (at === 1 && number < 9) return onCall[0] ?? null
    if (number % 17 === 11) return broadcast
    if (number % 17 === 5) return dynamic
    return number % 7 === 3 && at !== undefined ? (onCall[at + 1 + (number % 3)] ?? null) : null
  }
}

interface SlotPlan {
  readonly number: number
  readonly crew: readonly WirePerson[]
  /** By their owners' ids. */
  readonly phones: ReadonlyMap<string, WireDevice>
  readonly nested: WireGroup | null
}

function slotsOf(random: Random, { number, crew, phones, nested }: SlotPlan): readonly WireShiftMember[] {
  const people = random.some(crew, random.int(2, Math.min(5, crew.length)))
  const recipients: (WirePerson | WireDevice | WireGroup)[] = [...people]
  const first = people[0]
  const phone = first === undefined ? undefined : phones.get(first.id)
  if (number % 12 === 6 && phone !== undefined) recipients[0] = phone
  if (first !== undefined && number % 25 === 13) recipients.push(first)
  if (nested !== null) recipients.push(nested)
  return recipients.map((recipient, index) => {
    const delay = index === 0 ? 0 : random.pick([0, 5, 10, 10, 15, 30])
    const isLast = index === recipients.length - 1 && index > 0
    return aMember(recipient, {
      position: index + 1,
      delay,
      escalationType: delay === 0 ? 'NONE' : isLast ? 'MANAGEMENT' : 'PEER',
      inRotation: !(isLast && (nested !== null || number % 5 < 2)),
    })
  })
}

/** The occurrence of a daily shift that begins within a day after an instant. */
function sameDay(
  { start, end }: { readonly start: string; readonly end: string },
  at: number,
): { start: string; end: string } {
  const moved = Math.ceil((at - Date.parse(start)) / dayMs) * dayMs
  const text = (instant: string): string => new Date(Date.parse(instant) + moved).toISOString()
  return { start: text(start), end: text(end) }
}
