import { aReference } from '../builders/wire-references.ts'
import type {
  WireDevice,
  WireGroup,
  WireOnCall,
  WireOccurrenceMember,
  WirePerson,
  WireRecipientReference,
  WireReplacement,
  WireShiftMember,
} from '../../xmatters/wire/index.ts'
import { type FakeReadings, usualReadings } from './fake-readings.ts'
import type { FakeShift, FakeTenant } from './fake-tenant.ts'
import { groupBy } from './group-by.ts'
import { type WalkCover, type WalkCovers, walkCovers } from './walk-absences.ts'
import { walkClock } from './walk-clock.ts'
import { walkOccurrences } from './walk-occurrences.ts'
import { type WalkStretch, walkTurns } from './walk-turns.ts'

export interface WalkWindow {
  readonly fromMs: number
  readonly toMs: number
}

/** A row of `/on-call`, its members whole. */
export type WalkRow = Omit<WireOnCall, 'members'> & {
  readonly shift?: FakeShift
  readonly members?: readonly WireOccurrenceMember[]
}

/**
 * Who is on call in one group after another, worked out from the payloads day by day. It shares no code with the rooms that map
 * and render, so that two readings of the same rules can be held against each other.
 *
 * One row for each occurrence that overlaps the window, not clipped to it; one row without shift for a group where nothing is.
 * A member that is a group stays a group. Whoever takes over within an occurrence stands at the same position with no delay.
 */
export function walkOnCall(
  tenant: FakeTenant,
  window: WalkWindow,
  readings: FakeReadings = usualReadings,
): (group: WireGroup) => readonly WalkRow[] {
  const capturedMs = Date.parse(tenant.capturedAt)
  const people = new Map<string, WirePerson>(tenant.people.map((one) => [one.id, one]))
  const devices = new Map<string, WireDevice>(tenant.devices.map((one) => [one.id, one]))
  const groups = new Map<string, WireGroup>(tenant.groups.map((one) => [one.id, one]))
  const covers = walkCovers(tenant.absences, (id) => !isInactive(people.get(id)?.status))
  const shifts = groupBy(tenant.shifts, ({ group }) => group?.id ?? '')

  const whole = (reference: WireRecipientReference): WirePerson | WireDevice | WireGroup | WireRecipientReference => {
    const device = devices.get(reference.id)
    if (device?.owner !== undefined) return { ...device, owner: people.get(device.owner.id) ?? device.owner }
    return people.get(reference.id) ?? device ?? groups.get(reference.id) ?? reference
  }
  const replacement = ({ startMs, endMs, personId }: WalkCover): WireReplacement => {
    const person = personId === null ? undefined : people.get(personId)
    const window = { start: instantText(startMs), end: instantText(endMs) }
    if (person === undefined) return window
    const status = person.status === undefined ? {} : { status: person.status }
    return { ...window, replacement: { ...aReference(person), ...status } }
  }

  return (group) => {
    const rows = isInactive(group.status)
      ? []
      : (shifts.get(group.id) ?? []).flatMap((shift) =>
          walkShift(shift, { capturedMs, window, readings, covers, whole, replacement }).map((row) => ({
            group: aReference(group),
            shift,
            ...row,
          })),
        )
    rows.sort((a, b) => compare(a.start, b.start) || compare(a.end, b.end) || compare(a.shift.id, b.shift.id))
    if (rows.length > 0) return rows
    return [{ group: aReference(group), start: instantText(window.fromMs), end: instantText(window.toMs) }]
  }
}

interface ShiftWalk {
  readonly capturedMs: number
  readonly window: WalkWindow
  readonly readings: FakeReadings
  readonly covers: WalkCovers
  readonly whole: (reference: WireRecipientReference) => WirePerson | WireDevice | WireGroup | WireRecipientReference
  readonly replacement: (cover: WalkCover) => WireReplacement
}

interface ShiftRow {
  readonly start: string
  readonly end: string
  readonly members: readonly WireOccurrenceMember[]
}

function walkShift(
  shift: FakeShift,
  { capturedMs, window, readings, covers, whole, replacement }: ShiftWalk,
): ShiftRow[] {
  const clock = walkClock(shift.timezone ?? 'UTC')
  if (clock === null) return []
  const occurrences = walkOccurrences(shift, clock, window, readings)
  const lastMs = Math.max(window.toMs, ...occurrences.map(({ endMs }) => endMs))
  const turnsOf = walkTurns(shift, { clock, capturedMs, toMs: lastMs, readings })
  const slots = [...shift.members].sort((a, b) => Number(a.position ?? 0) - Number(b.position ?? 0))
  const ring = slots.filter(isMoving)
  const backwards = (shift.rotation?.direction ?? '').toUpperCase().startsWith('LAST')
  const holder = (slot: WireShiftMember, turn: number): WireShiftMember => {
    const place = ring.findIndex((one) => one === slot)
    if (place < 0) return slot
    const at = backwards ? place - turn : place + turn
    return ring[((at % ring.length) + ring.length) % ring.length] ?? slot
  }
  const held = (slot: WireShiftMember, { startMs, endMs, turns }: WalkStretch): WireOccurrenceMember[] => {
    const recipients = turns.map((turn) => holder(slot, turn).recipient).filter((one) => one !== undefined)
    const distinct = recipients.filter(({ id }, index) => recipients.findIndex((one) => one.id === id) === index)
    return distinct.map((recipient, index) => {
      const member = whole(recipient)
      const covered = isPerson(recipient, member)
        ? covers(shift.group?.id ?? '', recipient.id, startMs, endMs).map(replacement)
        : []
      return {
        position: Number(slot.position ?? 0),
        delay: index === 0 ? Number(slot.delay ?? 0) : 0,
        escalationType: (slot.escalationType ?? 'NONE').toUpperCase(),
        inRotation: isMoving(slot),
        member,
        ...(covered.length > 0 && {
          replacements: { count: covered.length, total: covered.length, data: covered },
        }),
      }
    })
  }
  return occurrences
    .filter(({ startMs, endMs, excluded }) => !excluded && endMs > startMs)
    .flatMap(turnsOf)
    .filter(({ endMs }) => endMs > window.fromMs)
    .map((stretch) => ({
      start: instantText(stretch.startMs),
      end: instantText(stretch.endMs),
      members: slots.flatMap((slot) => held(slot, stretch)),
    }))
}

const isInactive = (status: string | undefined): boolean => (status ?? '').toUpperCase() === 'INACTIVE'

const isMoving = ({ inRotation }: WireShiftMember): boolean => String(inRotation ?? true).toLowerCase() !== 'false'

const isPerson = (recipient: WireRecipientReference, member: object): boolean =>
  (recipient.recipientType ?? ('recipientType' in member ? String(member.recipientType) : '')).toUpperCase() ===
  'PERSON'

const instantText = (epochMs: number): string => new Date(epochMs).toISOString().replace('.000Z', 'Z')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
