import type { ObservedMember, ObservedRecipient, OnCallObservation } from '../model/index.ts'
import { formatInstant, parseInstant } from '../time/index.ts'
import { InvalidResponseError } from './client-error.ts'
import { readEnvelope } from './list-envelope.ts'
import type { WireList, WireOccurrenceMember, WireOnCall, WireRecipientReference } from './wire/index.ts'
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
    members: rowsOf(row.members).flatMap((member, index) => memberOf(member, index, { start, end })),
  }
}

function memberOf(
  row: WireOccurrenceMember,
  index: number,
  occurrence: { readonly start: string; readonly end: string },
): readonly ObservedMember[] {
  const { member } = row
  if (!member || idOf(member) === null) return []
  return [
    {
      position: numberOr(row.position, index + 1),
      delay: numberOr(row.delay, 0),
      escalationType: readWord(row.escalationType) || 'NONE',
      inRotation: flagOf(row.inRotation),
      member: {
        ...namedOf(member),
        kind: kinds[readWord(member.recipientType)] ?? 'other',
        ownerId: 'owner' in member ? idOf(member.owner) : null,
      },
      replacements: rowsOf(row.replacements).map(({ start, end, replacement }) => ({
        start: instantOr(start, occurrence.start),
        end: instantOr(end, occurrence.end),
        replacement: replacement && idOf(replacement) !== null ? namedOf(replacement) : null,
      })),
    },
  ]
}

const kinds: Readonly<Record<string, ObservedRecipient['kind']>> = {
  PERSON: 'person',
  GROUP: 'group',
  DEVICE: 'device',
  DYNAMIC_TEAM: 'dynamic',
}

function namedOf(mention: WireRecipientReference & { readonly status?: string }): {
  readonly id: string
  readonly name: string
  readonly active: boolean | null
} {
  return { id: idOf(mention) ?? '', name: mention.targetName ?? '', active: activeOf(mention.status) }
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

function rowsOf<T>(list: WireList<T> | undefined): readonly T[] {
  const rows = (readEnvelope(list)?.rows ?? []) as readonly T[]
  return rows.filter((row) => typeof row === 'object' && row !== null)
}
