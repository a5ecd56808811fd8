import type { Participant, PolicyRepeat, Rotation } from '../model/index.ts'
import { formatInstant, type NormalizeTimeZoneOptions } from '../time/index.ts'
import type { WireShift } from '../xmatters/wire/index.ts'
import { mapRecurrence } from './map-recurrence.ts'
import { mapRotation, ringParticipants } from './map-rotation.ts'
import { dropped, type Mapped, type MappingIssue } from './mapping-issue.ts'
import {
  listPath,
  readFlag,
  readInstant,
  readList,
  readMinutes,
  readNumber,
  readObject,
  readText,
  type WireObject,
} from './read-wire.ts'
import { readShiftZone } from './read-shift-zone.ts'
import { defaultSemantics, type SourceSemantics } from './semantics.ts'

export interface ShiftContext {
  /** Instant at which the order of the members was read. Default: when the shift began. */
  readonly capturedAt?: string
  readonly semantics?: Partial<SourceSemantics>
  readonly timeZones?: NormalizeTimeZoneOptions
  /** ISO 3166 alpha-2 of the group's site. */
  readonly country?: string
  /** Other labels to try where the shift's own zone cannot be resolved, the likeliest first. */
  readonly fallbackTimeZones?: readonly unknown[]
  /** Finds who a recipient is. Default: people by id, groups as policies. */
  readonly resolve?: (recipient: WireObject, path: string, issues: MappingIssue[]) => Participant
}

/** A shift as slots: one rotation each, with its offset from the alert. */
export interface MappedShift {
  readonly slots: readonly MappedSlot[]
  readonly timeZone: string | null
  readonly repeat: PolicyRepeat | null
}

export interface MappedSlot {
  readonly offsetMinutes: number
  /** Minutes from this slot to the next; 0 for the last. */
  readonly delayAfterMinutes: number
  readonly rotation: Rotation
}

interface Member {
  readonly position: number
  readonly delayMinutes: number
  readonly inRotation: boolean
  readonly participant: Participant
}

/** Reads a shift: its slots by position, each a rotation whose people move and whose delay stays. */
export function mapShift(shift: WireShift, context: ShiftContext = {}): Mapped<MappedShift> {
  const wire: WireObject = readObject(shift)
  const issues: MappingIssue[] = []
  const timeZone = readShiftZone(wire, context, issues)
  const { semantics = {} } = context
  const recurrence = mapRecurrence(shift, { timeZone, semantics })
  const capturedAt = context.capturedAt ?? formatInstant(readInstant(wire['start']) ?? 0)
  const clock = { timeZone: timeZone ?? 'UTC', recurrence: recurrence.value, capturedAt }
  const turning = mapRotation(shift.rotation, { ...clock, semantics })
  issues.push(...recurrence.issues, ...turning.issues)
  const members = readMembers(wire['members'], context, issues)
  const offsets = slotOffsets(members, { ...defaultSemantics, ...semantics })
  const ring = members.filter(({ inRotation }) => inRotation).map(({ participant }) => participant)
  const { handoff, direction } = turning.value
  const id = readText(wire['id']) ?? ''
  const name = readText(wire['name']) ?? id
  let place = 0
  const slots = members.map((member, index): MappedSlot => {
    const turns = member.inRotation && handoff !== null && ring.length > 1
    const participants = turns ? ringParticipants(ring, place, direction) : [member.participant]
    if (member.inRotation) place++
    const offsetMinutes = offsets[index] ?? 0
    return {
      offsetMinutes,
      delayAfterMinutes: (offsets[index + 1] ?? offsetMinutes) - offsetMinutes,
      rotation: {
        key: `shift:${id}/slot:${index + 1}`,
        name: members.length === 1 ? name : `${name} ${index + 1}`,
        timeZone: clock.timeZone,
        recurrence: recurrence.value,
        participants,
        handoff: turns ? handoff : null,
      },
    }
  })
  noteHoliday(wire, issues)
  return { value: { slots, timeZone, repeat: readRepeat(wire, slots, issues) }, issues }
}

function readMembers(value: unknown, context: ShiftContext, issues: MappingIssue[]): readonly Member[] {
  const path = listPath('members', value)
  const members = readList(value).map((item, index): Member => {
    const wire = readObject(item)
    const recipient = readObject(wire['recipient'])
    const at = `${path}[${index}]`
    return {
      position: readNumber(wire['position']) ?? Number.MAX_SAFE_INTEGER,
      delayMinutes: readMinutes(wire['delay'], `${at}.delay`, issues),
      inRotation: readFlag(wire['inRotation'] ?? recipient['inRotation'], true),
      participant: context.resolve?.(recipient, `${at}.recipient`, issues) ?? defaultParticipant(recipient),
    }
  })
  return members.sort((a, b) => a.position - b.position)
}

function defaultParticipant(recipient: WireObject): Participant {
  const id = readText(recipient['id'])
  if (id === null) return { kind: 'nobody' }
  const isGroup = readText(recipient['recipientType'])?.toUpperCase() === 'GROUP'
  return isGroup ? { kind: 'policy', key: `group:${id}` } : { kind: 'user', key: `person:${id}` }
}

function slotOffsets(members: readonly Member[], { memberDelay }: SourceSemantics): readonly number[] {
  let sum = 0
  return members.map(({ delayMinutes }) => {
    const before = sum
    sum += delayMinutes
    return memberDelay === 'before' ? sum : before
  })
}

function noteHoliday(wire: WireObject, issues: MappingIssue[]): void {
  const holidays = readObject(wire['siteHolidays'])
  for (const field of ['onCall', 'start', 'end'].filter((one) => one in holidays)) {
    const message = 'What the shift does on holidays; the API has no dates.'
    issues.push(dropped('shift.holiday-times', `siteHolidays.${field}`, message))
  }
}

function readRepeat(wire: WireObject, slots: readonly MappedSlot[], issues: MappingIssue[]): PolicyRepeat | null {
  const repeat = readObject(wire['repeatEscalation'])
  if (!readFlag(repeat['repeatEnabled'], false)) return null
  const repetitions = readNumber(repeat['repetitions'])
  return {
    rotationKeys: slots.map(({ rotation }) => rotation.key).sort(),
    delayMinutes: readMinutes(repeat['delay'], 'repeatEscalation.delay', issues),
    repetitions,
  }
}
