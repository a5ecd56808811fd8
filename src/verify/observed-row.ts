import { getOrAdd } from '../get-or-add.ts'
import type { ObservedMember, OnCallObservation } from '../model/index.ts'

/** One observed occurrence with its instants read and its members in slot order. */
export interface ObservedRow {
  readonly groupId: string
  readonly shiftId: string
  readonly startMs: number
  readonly endMs: number
  readonly members: readonly ObservedSlot[]
}

export interface ObservedSlot {
  readonly position: number
  readonly delay: number
  readonly recipient: ObservedMember['member']
  readonly cover: readonly Cover[]
}

/** Who takes a slot over for a part of the occurrence; `null` leaves it empty. */
export interface Cover {
  readonly startMs: number
  readonly endMs: number
  readonly by: NonNullable<ObservedMember['replacements'][number]['replacement']> | null
}

/** Rows with a shift by group, in order of time; groups that have only rows without shift keep an empty list. */
export function readObservedRows(
  observed: readonly OnCallObservation[],
  read: (instant: string) => number,
): ReadonlyMap<string, readonly ObservedRow[]> {
  const rows = new Map<string, ObservedRow[]>()
  for (const { group, shift, start, end, members } of observed) {
    const ofGroup = getOrAdd(rows, group.id, () => [])
    if (shift === null) continue
    ofGroup.push({
      groupId: group.id,
      shiftId: shift.id,
      startMs: read(start),
      endMs: read(end),
      members: readSlots(members, read),
    })
  }
  for (const ofGroup of rows.values()) {
    ofGroup.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || compareText(a.shiftId, b.shiftId))
  }
  return rows
}

function readSlots(members: readonly ObservedMember[], read: (text: string) => number): readonly ObservedSlot[] {
  const slots = members.map(({ position, delay, member, replacements }) => ({
    position,
    delay: Number.isFinite(delay) ? delay : 0,
    recipient: member,
    cover: replacements.map((one) => ({ startMs: read(one.start), endMs: read(one.end), by: one.replacement })),
  }))
  return slots.sort((a, b) => a.position - b.position)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
