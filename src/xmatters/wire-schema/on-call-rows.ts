import * as z from 'zod/mini'
import type { WireOccurrence, WireOnCall, WireOnCallSummary } from '../wire/index.ts'
import { idOf, rowKind, type RowKind } from './row-kind.ts'
import { id, list, numeric, reference, text } from './wire-fields.ts'

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

export const onCallSummaryRows: RowKind<WireOnCallSummary> = rowKind<WireOnCallSummary>(
  { group: reference, shift: reference, recipient: reference, delay: numeric, escalationLevel: numeric },
  [],
  () => null,
)
