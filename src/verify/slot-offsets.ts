import { getOrAdd } from '../get-or-add.ts'
import type { OnCallSnapshot } from '../model/index.ts'
import type { ObservedRow } from './observed-row.ts'
import type { DelayReading } from './parity-report.ts'

/**
 * Finds each listed member's offset. A source may leave out a slot that reaches nobody, whose delay passes all the same, so
 * delays of missing positions are taken from other rows of the shift, or else from the snapshot.
 */
export interface SlotOffsets {
  of(row: ObservedRow, reading: DelayReading): readonly number[]
  /**
   * Which reading of the rows' delays gives the offsets that the snapshot has: above 0 for `before`, below for `after`. It looks at the
   * timelines alone, so that it stays right where other people are on call.
   */
  votes(): number
}

type ByReading<T> = Readonly<Record<DelayReading, T>>

export function slotOffsetsFrom(rows: readonly ObservedRow[], snapshot: OnCallSnapshot): SlotOffsets {
  const observed = observedDelays(rows)
  const expected = expectedOffsets(snapshot)
  const byReading = <T>(make: (reading: DelayReading) => T): ByReading<T> => ({
    before: make('before'),
    after: make('after'),
  })
  const known = new Map<string, ByReading<ReadonlyMap<number, number>>>()
  const delaysOf = (shiftId: string): ByReading<ReadonlyMap<number, number>> =>
    getOrAdd(known, shiftId, () => {
      const [seen, offsets] = [observed.get(shiftId) ?? new Map<number, number>(), expected.get(shiftId) ?? []]
      return byReading((reading) => completeDelays(seen, offsets, reading))
    })
  const found = byReading(() => new Map<ObservedRow, readonly number[]>())
  const of: SlotOffsets['of'] = (row, reading) =>
    getOrAdd(found[reading], row, () => {
      const slots = expected.get(row.shiftId)?.length ?? 0
      const members = isShared(row, slots) ? shareSlots(row.members, reading) : row.members
      return timeline(members, delaysOf(row.shiftId)[reading], reading)
    })
  const votes = (): number => {
    let votes = 0
    for (const row of rows) {
      const slots = expected.get(row.shiftId)
      if (slots !== undefined) votes += fit(row, slots, of(row, 'before')) - fit(row, slots, of(row, 'after'))
    }
    return votes
  }
  return { of, votes }
}

/** Whether a row lists several people for one slot: only where each slot plainly has a position of its own. */
function isShared({ members }: ObservedRow, slots: number): boolean {
  return members.length > slots && new Set(members.map(({ position }) => position)).size === slots
}

/**
 * Where somebody's turn ends within an occurrence, all who hold a slot then are listed at its position. Their slot's delay passes once,
 * whether each of them has it or only one.
 */
function shareSlots(members: ObservedRow['members'], reading: DelayReading): ObservedRow['members'] {
  return members.map((member) => {
    const sharing = members.filter(({ position }) => position === member.position)
    const bearer = sharing.at(reading === 'before' ? 0 : -1)
    return { ...member, delay: member === bearer ? Math.max(...sharing.map(({ delay }) => delay)) : 0 }
  })
}

function timeline(
  members: ObservedRow['members'],
  delays: ReadonlyMap<number, number>,
  reading: DelayReading,
): readonly number[] {
  const missing = missingPositions(members, delays)
  const listed = members.map(({ position, delay }, at) => ({ position, delay, at }))
  const slots = missing.length === 0 ? listed : [...listed, ...missing].sort((a, b) => a.position - b.position)
  const offsets: number[] = Array.from({ length: members.length }, () => 0)
  let elapsed = 0
  for (const { delay, at } of slots) {
    if (reading === 'before') elapsed += delay
    if (at >= 0) offsets[at] = elapsed
    if (reading === 'after') elapsed += delay
  }
  return offsets
}

/** 2 where each member is at the offset of its own slot, which a position mostly names; 1 where at that of any slot; else 0. */
function fit({ members }: ObservedRow, known: readonly number[], offsets: readonly number[]): 0 | 1 | 2 {
  const isOwn = [0, 1].some((first) =>
    members.every(({ position }, index) => known[position - first] === offsets[index]),
  )
  return isOwn ? 2 : offsets.every((offset) => known.includes(offset)) ? 1 : 0
}

function missingPositions(
  members: ObservedRow['members'],
  delays: ReadonlyMap<number, number>,
): readonly { readonly position: number; readonly delay: number; readonly at: -1 }[] {
  if (members.length >= delays.size) return []
  const last = members.at(-1)?.position ?? -Infinity
  const listed = new Set(members.map(({ position }) => position))
  return [...delays]
    .filter(([position]) => position < last && !listed.has(position))
    .map(([position, delay]) => ({ position, delay, at: -1 as const }))
}

/** By shift, the delay at each position that any row lists; the earliest row counts, and in it the longest one. */
function observedDelays(rows: readonly ObservedRow[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const delays = new Map<string, Map<number, number>>()
  for (const { shiftId, members } of rows) {
    const ofShift = getOrAdd(delays, shiftId, () => new Map<number, number>())
    let last: number | null = null
    for (const { position, delay } of members) {
      const known = ofShift.get(position)
      if (known === undefined || (position === last && delay > known)) ofShift.set(position, delay)
      if (known === undefined) last = position
    }
  }
  return delays
}

/** By shift, the offset of each slot in slot order, as the policies' levels have it. */
function expectedOffsets(snapshot: OnCallSnapshot): Map<string, number[]> {
  const offsets = new Map<string, number[]>()
  for (const { levels } of snapshot.escalationPolicies) {
    for (const { offsetMinutes, targets } of levels) {
      for (const target of targets) {
        const slot = target.kind === 'rotation' ? slotOf(target.key) : null
        if (slot === null) continue
        getOrAdd(offsets, slot.shiftId, () => [])[slot.index] = offsetMinutes
      }
    }
  }
  return offsets
}

/** Takes a rotation's key apart; `null` where it names no slot of a shift. */
export function slotOf(rotationKey: string): { readonly shiftId: string; readonly index: number } | null {
  const match = /^shift:(.+)\/slot:([1-9]\d*)$/.exec(rotationKey)
  return match === null ? null : { shiftId: match[1] ?? '', index: Number(match[2]) - 1 }
}

/** Adds delays of positions that no row lists, where positions plainly are the numbers of the snapshot's slots. */
function completeDelays(
  seen: ReadonlyMap<number, number>,
  offsets: readonly (number | undefined)[],
  reading: DelayReading,
): ReadonlyMap<number, number> {
  const positions = [...seen.keys()]
  const first = Math.min(...positions) === 0 ? 0 : 1
  const isSlot = (position: number): boolean =>
    Number.isInteger(position) && position >= first && position < first + offsets.length
  if (!positions.every(isSlot)) return seen
  const complete = new Map(seen)
  for (let index = 0; index < offsets.length; index++) {
    if (complete.has(index + first)) continue
    const [start, end] =
      reading === 'before' ? [offsets[index - 1] ?? 0, offsets[index]] : [offsets[index], offsets[index + 1]]
    if (start !== undefined && end !== undefined) complete.set(index + first, end - start)
  }
  return complete
}
