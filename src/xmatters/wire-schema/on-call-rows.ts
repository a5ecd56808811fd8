import * as z from 'zod/mini'
import type { WireOccurrence, WireOccurrenceMember, WireOnCall, WireOnCallSummary } from '../wire/index.ts'
import { idOf, rowKind, type RowKind } from './row-kind.ts'
import { flag, id, list, numeric, reference, text, word } from './wire-fields.ts'

const occurrence = { shift: reference, start: text, end: text, members: list }

export const onCallRows: RowKind<WireOnCall> = rowKind<WireOnCall>(
  { ...occurrence, group: z.object({ id }) },
  ['group'],
  occurrenceIdentity,
)

export const occurrenceRows: RowKind<WireOccurrence> = rowKind<WireOccurrence>(
  { ...occurrence, group: reference },
  [],
  (row) => idOf(row) ?? occurrenceIdentity(row),
)

function occurrenceIdentity({ group, shift, start, end }: WireOnCall): string {
  return `${idOf(group) ?? ''} ${idOf(shift) ?? ''} ${start ?? ''} ${end ?? ''}`
}

export const occurrenceMemberRows: RowKind<WireOccurrenceMember> = rowKind<WireOccurrenceMember>(
  {
    position: numeric,
    delay: numeric,
    escalationType: word('NONE', 'PEER', 'MANAGEMENT'),
    inRotation: flag,
    member: reference,
    replacements: list,
  },
  [],
  ({ position, member }) => (position === undefined || position === null ? null : `${position} ${idOf(member) ?? ''}`),
)

export const onCallSummaryRows: RowKind<WireOnCallSummary> = rowKind<WireOnCallSummary>(
  { group: reference, shift: reference, recipient: reference, delay: numeric, escalationLevel: numeric },
  [],
  () => null,
)
