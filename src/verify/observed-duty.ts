import { groupKey, type ObservedRecipient, type OnCallSnapshot, userKey } from '../model/index.ts'
import { addDuty, type Duty, firstEndingAfter, settleDuty, type Window } from './duty.ts'
import { expectedDuty } from './expected-duty.ts'
import type { ObservedRow, ObservedSlot } from './observed-row.ts'
import type { DelayReading } from './parity-report.ts'
import { createRosterStandIns, type RosterPlace } from './roster-stand-ins.ts'
import type { SlotOffsets } from './slot-offsets.ts'
import type { SourceDirectory } from './source-directory.ts'

export interface ObservedSource {
  readonly snapshot: OnCallSnapshot
  readonly rows: ReadonlyMap<string, readonly ObservedRow[]>
  readonly offsets: SlotOffsets
  readonly directory: SourceDirectory
  readonly window: Window
}

interface Reach {
  readonly duty: Duty
  /** Whether a cycle was cut: then the result holds for this path only. */
  readonly cut: boolean
}

/** Who the observed rows say is reached by a group within the window, members that are groups followed down to people. */
export function createObservedDuty(source: ObservedSource, reading: DelayReading): (groupId: string) => Duty {
  const { snapshot, rows, offsets, directory, window } = source
  const whole = new Map<string, Duty>()
  const path = new Set<string>()
  const standIns = createRosterStandIns(snapshot)

  const reachGroup = (id: string): Reach => {
    const settled = whole.get(id)
    if (settled !== undefined) return { duty: settled, cut: false }
    if (path.has(id)) return { duty: new Map(), cut: true }
    path.add(id)
    const reach = rows.has(id) ? reachRows(rows.get(id) ?? []) : reachSnapshot(source, id, path)
    path.delete(id)
    settleDuty(reach.duty)
    if (!reach.cut) whole.set(id, reach.duty)
    return reach
  }

  const reachRows = (ofGroup: readonly ObservedRow[]): Reach => {
    const duty: Duty = new Map()
    let cut = false
    for (const row of ofGroup) {
      const [start, end] = [Math.max(row.startMs, window.fromMs), Math.min(row.endMs, window.toMs)]
      if (end <= start) continue
      const slotOffsets = offsets.of(row, reading)
      for (const [index, slot] of row.members.entries()) {
        cut = reachSlot(duty, row, slot, slotOffsets[index] ?? 0, start, end) || cut
      }
    }
    return { duty, cut }
  }

  const reachSlot = (
    duty: Duty,
    place: RosterPlace,
    slot: ObservedSlot,
    offset: number,
    start: number,
    end: number,
  ): boolean => {
    if (slot.cover.length === 0) return reachRecipient(duty, place, slot.recipient, offset, start, end)
    for (const { startMs, endMs, by } of slot.cover) {
      if (by === null || by.active === false || !isReachable(userKey(by.id), by.active)) continue
      addDuty(duty, offset, userKey(by.id), Math.max(start, startMs), Math.min(end, endMs))
    }
    let cut = false
    for (const [from, to] of uncovered(slot, start, end))
      cut = reachRecipient(duty, place, slot.recipient, offset, from, to) || cut
    return cut
  }

  const isReachable = (key: string, active: boolean | null): boolean => active ?? directory.isActiveUser(key)

  const reachRecipient = (
    duty: Duty,
    place: RosterPlace,
    recipient: ObservedRecipient,
    offset: number,
    start: number,
    end: number,
  ): boolean => {
    const { kind, id, ownerId, active } = recipient
    if (kind === 'person' || (kind === 'other' && directory.hasUser(id))) {
      if (isReachable(userKey(id), active)) addDuty(duty, offset, userKey(id), start, end)
      return false
    }
    if (kind === 'device') {
      const owner = ownerId === null ? directory.ownerOfDevice(id) : userKey(ownerId)
      // A device whose owner nobody knows stays visible under its own name.
      if (owner === null || directory.isActiveUser(owner)) addDuty(duty, offset, owner ?? `device:${id}`, start, end)
      return false
    }
    if (active === false || !directory.isActiveGroup(id)) return false
    return directory.rosterOf(id) === null
      ? reachNested(duty, id, offset, start, end)
      : reachRoster(duty, place, id, offset, start, end, new Set())
  }

  const reachNested = (duty: Duty, id: string, offset: number, start: number, end: number): boolean => {
    const nested = reachGroup(id)
    for (const [nestedOffset, byUser] of nested.duty) {
      for (const [user, spans] of byUser) {
        for (let i = firstEndingAfter(spans, start); i < spans.length && (spans[i] ?? 0) < end; i += 2) {
          addDuty(duty, offset + nestedOffset, user, Math.max(start, spans[i] ?? 0), Math.min(end, spans[i + 1] ?? 0))
        }
      }
    }
    return nested.cut
  }

  const reachRoster = (
    duty: Duty,
    place: RosterPlace,
    id: string,
    offset: number,
    start: number,
    end: number,
    seen: Set<string>,
  ): boolean => {
    const roster = directory.rosterOf(id)
    if (roster === null) return reachNested(duty, id, offset, start, end)
    if (seen.has(id) || !roster.active) return false
    seen.add(id)
    const active = roster.memberKeys.filter((user) => directory.isActiveUser(user))
    standIns(place, active, start, end, (user, from, to) => addDuty(duty, offset, user, from, to))
    let cut = false
    for (const key of roster.memberGroupKeys) {
      const memberId = key.slice(groupKey('').length)
      if (directory.isActiveGroup(memberId)) cut = reachRoster(duty, place, memberId, offset, start, end, seen) || cut
    }
    return cut
  }

  return (groupId) => reachGroup(groupId).duty
}

/** Parts of a slot's time that no replacement is listed for. */
function uncovered(slot: ObservedSlot, start: number, end: number): readonly (readonly [number, number])[] {
  const parts: [number, number][] = []
  let from = start
  for (const { startMs, endMs } of [...slot.cover].sort((a, b) => a.startMs - b.startMs)) {
    if (startMs > from) parts.push([from, Math.min(startMs, end)])
    from = Math.max(from, endMs)
  }
  if (from < end) parts.push([from, end])
  return parts.filter(([partStart, partEnd]) => partEnd > partStart)
}

/** A nested group that was not observed: what the snapshot says, with the groups on the path reaching nobody. */
function reachSnapshot({ snapshot, window }: ObservedSource, id: string, path: ReadonlySet<string>): Reach {
  const key = groupKey(id)
  if (!snapshot.escalationPolicies.some((policy) => policy.key === key)) return { duty: new Map(), cut: false }
  const onPath = new Set([...path].filter((one) => one !== id).map((one): string => groupKey(one)))
  const cut = onPath.size > 0
  const reduced = cut
    ? {
        ...snapshot,
        escalationPolicies: snapshot.escalationPolicies.map((policy) =>
          onPath.has(policy.key) ? { ...policy, levels: [] } : policy,
        ),
      }
    : snapshot
  return { duty: expectedDuty(reduced, key, window), cut }
}
