import { InvalidArgumentError } from '../errors.ts'
import type { ObservedMember, ObservedRecipient, OnCallObservation } from '../model/index.ts'
import { dayMs, formatInstant, parseInstant } from '../time/index.ts'
import { InvalidResponseError } from './client-error.ts'
import { readEnvelope } from './list-envelope.ts'
import { linkSignal } from './linked-signal.ts'
import type { PageIssueCode, PageList } from './page.ts'
import type { OnCallResource } from './resources/on-call.ts'
import type { WireOccurrenceMember, WireOnCall, WireRecipientReference, WireReplacement } from './wire/index.ts'
import { readWord } from './wire-schema/read-word.ts'
import { idOf } from './wire-schema/row-kind.ts'

export interface ObserveOptions {
  /** Ids or names, any number. */
  readonly groups: readonly string[]
  /** Instant; at most 24 hours ago where the window reaches into the future. */
  readonly from: string
  /** Instant; at most 90 days ahead. */
  readonly to: string
  readonly signal?: AbortSignal
}

/** The most that the endpoint takes at once. */
const groupsPerCall = 30
/** Of the encoded groups, so that an address of long names stays below what servers take. */
const longestGroups = 6000
const longestWindowMs = 92 * dayMs

export async function observeOnCall(
  onCall: OnCallResource,
  { groups, from, to, signal }: ObserveOptions,
): Promise<readonly OnCallObservation[]> {
  const window = { from: formatInstant(parseInstant(from)), to: formatInstant(parseInstant(to)) }
  const length = parseInstant(to) - parseInstant(from)
  if (length <= 0) throw new InvalidArgumentError(`The window must end after it begins; got ${from} to ${to}.`)
  if (length > longestWindowMs) throw new InvalidArgumentError('On-call can be asked for at most 90 days ahead.')
  const link = linkSignal(signal)
  try {
    const rows = await Promise.all(
      batches(groups).map(async (batch) =>
        wholeRows(onCall.list({ groups: batch, ...window }, { signal: link.signal })),
      ),
    )
    return rows.flat().map((row) => observationOf(row, window))
  } catch (error) {
    link.abort()
    throw error
  } finally {
    link.release()
  }
}

/** What proves nothing when a part of it is missing. */
const holes: ReadonlySet<PageIssueCode> = new Set(['unreadable-row', 'nested-incomplete', 'repeated-page', 'link-loop'])

/** All rows of a list; rejects where one of them, or a member of one, cannot be read. */
async function wholeRows(list: PageList<WireOnCall>): Promise<readonly WireOnCall[]> {
  const rows: WireOnCall[] = []
  for await (const { data, issues } of list.pages()) {
    const hole = issues.find(({ code }) => holes.has(code))
    if (hole) {
      throw new InvalidResponseError(`/on-call cannot be read whole: ${hole.message}`, {
        route: '/on-call',
        path: hole.path,
        expectation: 'every row and every member',
      })
    }
    rows.push(...data)
  }
  return rows
}

function batches(groups: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = []
  let length = 0
  for (const group of new Set(groups)) {
    const size = encodeURIComponent(group).length + 1
    const last = all.at(-1)
    if (!last || last.length === groupsPerCall || length + size > longestGroups) {
      all.push([group])
      length = size
    } else {
      last.push(group)
      length += size
    }
  }
  return all
}

function observationOf(row: WireOnCall, window: { readonly from: string; readonly to: string }): OnCallObservation {
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
