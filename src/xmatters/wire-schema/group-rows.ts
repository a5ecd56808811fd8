import * as z from 'zod/mini'
import type { WireGroup, WireMembership, WireRecipientReference, WireShift, WireShiftMember } from '../wire/index.ts'
import { idOf, rowKind, type RowKind } from './row-kind.ts'
import { flag, id, list, numeric, object, reference, text, word } from './wire-fields.ts'

export const groupRows: RowKind<WireGroup> = rowKind<WireGroup>(
  {
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
  },
  ['id'],
  ({ id }) => id,
)

const recipientShape = { id, recipientType: word('PERSON', 'GROUP', 'DEVICE', 'DYNAMIC_TEAM') }
const recipient: z.ZodMiniType = z.object(recipientShape)

export const recipientRows: RowKind<WireRecipientReference> = rowKind<WireRecipientReference>(
  recipientShape,
  ['id'],
  ({ id }) => id,
)

export const membershipRows: RowKind<WireMembership> = rowKind<WireMembership>(
  { group: reference, member: recipient, shifts: list },
  ['member'],
  ({ group, member }) => `${idOf(group) ?? ''} ${idOf(member) ?? ''}`,
)

export const shiftRows: RowKind<WireShift> = rowKind<WireShift>(
  {
    id,
    group: reference,
    name: text,
    start: text,
    end: text,
    timezone: text,
    recurrence: z.nullish(
      z.object({
        frequency: word(
          'ONCE',
          'DAILY',
          'WEEKLY',
          'EVERY_WEEKDAY',
          'EVERY_WEEKEND_DAY',
          'MONTHLY',
          'YEARLY',
          'HOLIDAY',
        ),
      }),
    ),
    members: list,
    rotation: object,
    exclusions: list,
  },
  ['id'],
  ({ id }) => id,
)

const escalationType: z.ZodMiniType = word('NONE', 'PEER', 'MANAGEMENT')

/** One recipient may hold several slots, so that only slot and recipient together name a row. */
export const shiftMemberRows: RowKind<WireShiftMember> = rowKind<WireShiftMember>(
  {
    recipient: z.nullish(recipient),
    position: numeric,
    delay: numeric,
    escalationType,
    inRotation: flag,
  },
  [],
  ({ position, recipient }) =>
    position === undefined || position === null ? null : `${position} ${idOf(recipient) ?? ''}`,
)
