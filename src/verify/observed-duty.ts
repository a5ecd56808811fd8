import { groupKey, type ObservedRecipient, type OnCallSnapshot, userKey } from '../model/index.ts'
import { mapSpans, policyReach, subtractSpans, uniteSpans } from '../schedule/index.ts'
import { addDuty, type Duty, type DutyDraft, firstEndingAfter, settleDuty, type Window } from './duty.ts'
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

/** Who is reached; where a cycle was cut, on this path only. */
interface Reached<D = Duty> {
  readonly duty: D
  cut: boolean
}

/** Who the observed rows say is reached by a group within the window, members that are groups followed down to people. */
export function createObservedDuty(source: ObservedSource, reading: DelayReading): (groupId: string) => Duty {
  const { snapshot, rows, offsets, directory, window } = source
  const whole = new Map<string, Duty>()
  const path = new Set<string>()
  const standIns = createRosterStandIns(snapshot)

  const reachGroup = (id: string): Reached => {
    const settled = whole.get(id)
    if (settled !== undefined) return { duty: settled, cut: false }
    if (path.has(id)) return { duty: new Map(), cut: true }
    path.add(id)
    const reach = rows.has(id) ? reachRows(rows.get(id) ?? []) : reachSnapshot(source, id, path)
    path.delete(id)
    if (!reach.cut) whole.set(id, reach.duty)
    return reach
  }

  const reachRows = (ofGroup: readonly ObservedRow[]): Reached => {
    const reach: Reached<DutyDraft> = { duty: new Map(), cut: false }
    for (const row of ofGroup) {
      const [start, end] = [Math.max(row.startMs, window.fromMs), Math.min(row.endMs, window.toMs)]
      if (end <= start) continue
      const slotOffsets = offsets.of(row, reading)
      for (const [index, slot] of row.members.entries()) {
        reachSlot(reach, row, slot, slotOffsets[index] ?? 0, start, end)
      }
    }
    settleDuty(reach.duty)
    return reach
  }

  const reachSlot = (
    reach: Reached<DutyDraft>,
    place: RosterPlace,
    { cover, recipient }: ObservedSlot,
    offset: number,
    start: number,
    end: number,
  ): void => {
    if (cover.length === 0) return reachRecipient(reach, place, recipient, offset, start, end)
    for (const { startMs, endMs, by } of cover) {
      if (by !== null && by.active !== false && isReachable(userKey(by.id), by.active))
        addDuty(reach.duty, offset, userKey(by.id), Math.max(start, startMs), Math.min(end, endMs))
    }
    const covered = cover.flatMap(({ startMs, endMs }) => (endMs > startMs ? [[startMs, endMs]] : []))
    mapSpans(subtractSpans([start, end], uniteSpans(covered)), (from, to) =>
      reachRecipient(reach, place, recipient, offset, from, to),
    )
  }

  const isReachable = (key: string, active: boolean | null): boolean => active ?? directory.isActiveUser(key)

  const reachRecipient = (
    reach: Reached<DutyDraft>,
    place: RosterPlace,
    { kind, id, ownerId, active }: ObservedRecipient,
    offset: number,
    start: number,
    end: number,
  ): void => {
    if (kind === 'person' || (kind === 'other' && directory.hasUser(id))) {
      if (isReachable(userKey(id), active)) addDuty(reach.duty, offset, userKey(id), start, end)
    } else if (kind === 'device') {
      const owner = ownerId === null ? directory.ownerOfDevice(id) : userKey(ownerId)
      // A device whose owner nobody knows stays visible under its own name.
      if (owner === null || directory.isActiveUser(owner))
        addDuty(reach.duty, offset, owner ?? `device:${id}`, start, end)
    } else if (active !== false && directory.isActiveGroup(id)) {
      reachNested(reach, place, id, offset, start, end, new Set())
    }
  }

  /** What its rows or the snapshot say of a group; for one that alerts all of its members at once, these, each group once. */
  const reachNested = (
    reach: Reached<DutyDraft>,
    place: RosterPlace,
    id: string,
    offset: number,
    start: number,
    end: number,
    seen: Set<string>,
  ): void => {
    const roster = directory.rosterOf(id)
    if (roster === null) {
      const nested = reachGroup(id)
      reach.cut ||= nested.cut
      for (const [nestedOffset, byUser] of nested.duty) {
        for (const [user, spans] of byUser) {
          for (let i = firstEndingAfter(spans, start); i < spans.length && (spans[i] ?? 0) < end; i += 2) {
            const [from, to] = [Math.max(start, spans[i] ?? 0), Math.min(end, spans[i + 1] ?? 0)]
            addDuty(reach.duty, offset + nestedOffset, user, from, to)
          }
        }
      }
      return
    }
    if (seen.has(id) || !roster.active) return
    seen.add(id)
    const active = roster.memberKeys.filter((user) => directory.isActiveUser(user))
    standIns(place, active, start, end, (user, from, to) => addDuty(reach.duty, offset, user, from, to))
    for (const key of roster.memberGroupKeys) {
      const memberId = key.slice(groupKey('').length)
      if (directory.isActiveGroup(memberId)) reachNested(reach, place, memberId, offset, start, end, seen)
    }
  }

  return (groupId) => reachGroup(groupId).duty
}

/** A nested group that was not observed: what the snapshot says, with the groups on the path reaching nobody. */
function reachSnapshot({ snapshot, window }: ObservedSource, id: string, path: ReadonlySet<string>): Reached {
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
  return { duty: policyReach(reduced, key, window.fromMs, window.toMs), cut }
}
