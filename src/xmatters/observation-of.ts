import type { ObservedMember, ObservedRecipient, OnCallObservation } from '../model/index.ts'
import { formatInstant, parseInstant } from '../time/index.ts'
import { InvalidResponseError } from './client-error.ts'
import { readEnvelope } from './list-envelope.ts'
import type { WireOccurrenceMember, WireOnCall, WireRecipientReference, WireReplacement } from './wire/index.ts'
import { readWord } from './wire-schema/read-word.ts'
import { idOf } from './wire-schema/row-kind.ts'

/** A row of `/on-call` in the model's words; one without times is about the whole window. */
export function observationOf(
  row: WireOnCall,
  window: { readonly from: string; readonly to: string },
): OnCallObservation {
  const shiftId = idOf(row.shift)
  const start = instantOr(row.start, window.from)
  const end = instantOr(row.end, window.to)
  return {
    group: { id: idOf(row.group) ?? '', name: row.group.targetName ?? '' },
    shift: shiftId === null ? null : { id: shiftId, name: row.shift?.name ?? '' },
    start,
    end,
    members: rowsOf(row.members).flatMap((member: WireOccurrenceMember, index) =>
      memberOf(member, index, { start, end }),
    ),
  }
}

function memberOf(
  row: WireOccurrenceMember,
  index: number,
  occurrence: { readonly start: string; readonly end: string },
): readonly ObservedMember[] {
  const { member } = row
  if (idOf(member) === null || !member) return []
  return [
    {
      position: numberOr(row.position, index + 1),
      delay: numberOr(row.delay, 0),
      escalationType: readWord(row.escalationType) || 'NONE',
      inRotation: flagOf(row.inRotation),
      member: recipientOf(member),
      replacements: rowsOf(row.replacements).map(({ start, end, replacement }: WireReplacement) => ({
        start: instantOr(start, occurrence.start),
        end: instantOr(end, occurrence.end),
        replacement:
          replacement && idOf(replacement) !== null
            ? { id: idOf(replacement) ?? '', name: replacement.targetName ?? '', active: activeOf(replacement.status) }
            : null,
      })),
    },
  ]
}

function recipientOf(member: WireRecipientReference & { readonly status?: string }): ObservedRecipient {
  return {
    id: idOf(member) ?? '',
    name: member.targetName ?? '',
    kind: kindOf(member.recipientType),
    ownerId: idOf(member.owner),
    active: activeOf(member.status),
  }
}

function kindOf(type: unknown): ObservedRecipient['kind'] {
  switch (readWord(type)) {
    case 'PERSON':
      return 'person'
    case 'GROUP':
      return 'group'
    case 'DEVICE':
      return 'device'
    case 'DYNAMIC_TEAM':
      return 'dynamic'
    default:
      return 'other'
  }
}

function activeOf(status: string | undefined): boolean | null {
  const word = readWord(status)
  return word === '' ? null : word === 'ACTIVE'
}

function flagOf(value: boolean | string | undefined): boolean | null {
  if (typeof value === 'boolean') return value
  return typeof value === 'string' && value !== '' ? value.toLowerCase() === 'true' : null
}

function numberOr(value: number | string | undefined, fallback: number): number {
  const number = value === undefined || value === null || value === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : fallback
}

function instantOr(value: string | undefined, fallback: string): string {
  if (!value) return fallback
  try {
    return formatInstant(parseInstant(value))
  } catch (cause) {
    throw new InvalidResponseError('/on-call gave a time that is no instant.', {
      route: '/on-call',
      path: 'data[].start',
      expectation: 'an instant such as 2026-11-23T09:00:00Z',
      cause,
    })
  }
}

function rowsOf(value: unknown): readonly Readonly<Record<string, never>>[] {
  return (readEnvelope(value)?.rows ?? []).filter(
    (row): row is Readonly<Record<string, never>> => typeof row === 'object' && row !== null,
  )
}
