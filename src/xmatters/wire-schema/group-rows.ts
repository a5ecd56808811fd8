import * as z from 'zod/mini'
import type {
  WireGroup,
  WireMembership,
  WireOccurrenceMember,
  WireRecipientReference,
  WireShift,
  WireShiftMember,
} from '../wire/index.ts'
import { idOf, rowKind, type RowKind } from './row-kind.ts'
import { flag, id, list, numeric, object, reference, text, word } from './wire-fields.ts'

export const groupRows: RowKind<WireGroup> = rowKind<WireGroup>({
  id,
  targetName: text,
  recipientType: word('GROUP', 'DYNAMIC_TEAM'),
  groupType: word('ON_CALL', 'ONCALL', 'BROADCAST', 'DYNAMIC'),
  status: word('ACTIVE', 'INACTIVE'),
  observers: z.union([list, z.string()]),
  supervisors: list,
  services: list,
  criteria: object,
  site: reference,
})

const recipientShape = { id, recipientType: word('PERSON', 'GROUP', 'DEVICE', 'DYNAMIC_TEAM') }
const recipient: z.ZodMiniType = z.object(recipientShape)

export const recipientRows: RowKind<WireRecipientReference> = rowKind<WireRecipientReference>(recipientShape)

export const membershipRows: RowKind<WireMembership> = rowKind<WireMembership>(
  { group: reference, member: recipient, shifts: list },
  ['member'],
  ({ group, member }) => `${idOf(group) ?? ''} ${idOf(member) ?? ''}`,
)

export const shiftRows: RowKind<WireShift> = rowKind<WireShift>({
  id,
  group: reference,
  name: text,
  start: text,
  end: text,
  timezone: text,
  recurrence: z.nullish(
    z.object({
      frequency: word('ONCE', 'DAILY', 'WEEKLY', 'EVERY_WEEKDAY', 'EVERY_WEEKEND_DAY', 'MONTHLY', 'YEARLY', 'HOLIDAY'),
    }),
  ),
  members: list,
  rotation: object,
  exclusions: list,
})

const slotShape = {
  position: numeric,
  delay: numeric,
  escalationType: word('NONE', 'PEER', 'MANAGEMENT'),
  inRotation: flag,
}

/** One recipient may hold several slots, so that only slot and recipient together name a row. */
function slotIdentity(position: number | string | null | undefined, holder: unknown): string | null {
  return position === undefined || position === null ? null : `${position} ${idOf(holder) ?? ''}`
}

export const shiftMemberRows: RowKind<WireShiftMember> = rowKind<WireShiftMember>(
  { ...slotShape, recipient: z.nullish(recipient) },
  [],
  (row) => slotIdentity(row.position, row.recipient),
)

export const occurrenceMemberRows: RowKind<WireOccurrenceMember> = rowKind<WireOccurrenceMember>(
  { ...slotShape, member: reference, replacements: list },
  [],
  (row) => slotIdentity(row.position, row.member),
)
