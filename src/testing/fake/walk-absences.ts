import type { WireAbsence } from '../../xmatters/wire/index.ts'
import { groupBy } from './group-by.ts'

/** A stretch for which somebody else, or nobody (`null`), holds a person's slot. */
export interface WalkCover {
  readonly startMs: number
  readonly endMs: number
  readonly personId: string | null
}

interface WalkAbsence {
  readonly id: string
  readonly startMs: number
  readonly endMs: number
  readonly personId: string
  readonly groupId: string | null
  readonly replacementId: string | null
}

/** Who holds what a person would hold in a group, wherever that is not the person, piece by piece. */
export type WalkCovers = (groupId: string, personId: string, startMs: number, endMs: number) => readonly WalkCover[]

export function walkCovers(absences: readonly WireAbsence[], isActive: (personId: string) => boolean): WalkCovers {
  const byPerson = groupBy(absences.flatMap(readAbsence), ({ personId }) => personId)
  const strongest = (personId: string, groupId: string, at: number): WalkAbsence | undefined =>
    (byPerson.get(personId) ?? [])
      .filter((one) => one.startMs <= at && at < one.endMs && (one.groupId ?? groupId) === groupId)
      .sort(byStrength)[0]
  const holderAt = (personId: string, groupId: string, at: number): string | null => {
    const before = new Set<string>()
    for (let holder: string | null = personId; holder !== null;) {
      if (before.has(holder) || !isActive(holder)) return null
      before.add(holder)
      const absence = strongest(holder, groupId, at)
      if (absence === undefined) return holder
      holder = absence.replacementId
    }
    return null
  }
  /** Instants at which somebody of the person's chain goes or returns. */
  const edges = (personId: string, seen: Set<string>): readonly number[] => {
    if (seen.has(personId)) return []
    seen.add(personId)
    return (byPerson.get(personId) ?? []).flatMap(({ startMs, endMs, replacementId }) => [
      startMs,
      endMs,
      ...(replacementId === null ? [] : edges(replacementId, seen)),
    ])
  }
  return (groupId, personId, startMs, endMs) => {
    if (!byPerson.has(personId) || !isActive(personId)) return []
    const inside = edges(personId, new Set()).filter((at) => at > startMs && at < endMs)
    const cuts = [...new Set([startMs, ...inside, endMs])].sort((a, b) => a - b)
    const covers: WalkCover[] = []
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const holder = holderAt(personId, groupId, from)
      if (holder === personId) continue
      const to = cuts[index + 1] ?? endMs
      const last = covers.at(-1)
      if (last?.endMs === from && last.personId === holder) covers[covers.length - 1] = { ...last, endMs: to }
      else covers.push({ startMs: from, endMs: to, personId: holder })
    }
    return covers
  }
}

/** The one for the group before the one for all groups, then the later start, then the id. */
function byStrength(a: WalkAbsence, b: WalkAbsence): number {
  if ((a.groupId === null) !== (b.groupId === null)) return a.groupId === null ? 1 : -1
  return b.startMs - a.startMs || (a.id < b.id ? -1 : 1)
}

function readAbsence({ id, start, end, member, group, replacement }: WireAbsence): readonly WalkAbsence[] {
  const [startMs, endMs] = [Date.parse(start ?? ''), Date.parse(end ?? '')]
  if (member === undefined || !(startMs < endMs)) return []
  const [groupId, replacementId] = [group?.id ?? null, replacement?.id ?? null]
  return [{ id, startMs, endMs, personId: member.id, groupId, replacementId }]
}
