import { getOrAdd } from '../get-or-add.ts'
import type { OnCallSnapshot } from '../model/index.ts'
import { policiesIn } from '../schedule/index.ts'
import { formatInstant } from '../time/index.ts'
import type { Duty } from './duty.ts'
import type { DoubleBooking } from './snapshot-impact.ts'

/** People whom two policies alert at once, at offset 0, at the same time; a policy and one that it hands on to count as one. */
export function findDoubleBookings(
  snapshot: OnCallSnapshot,
  duties: ReadonlyMap<string, Duty>,
  names: (key: string) => string,
): DoubleBooking[] {
  const bookings = new Map<string, { ms: number; policy: string; enters: boolean }[]>()
  for (const [policy, duty] of duties) {
    for (const [user, spans] of duty.get(0) ?? []) {
      const edges = getOrAdd(bookings, user, () => [])
      for (const [i, ms] of spans.entries()) edges.push({ ms, policy, enters: i % 2 === 0 })
    }
  }
  const below = handsOnTo(snapshot)
  const found: DoubleBooking[] = []
  for (const [userKey, edges] of [...bookings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (new Set(edges.map(({ policy }) => policy)).size < 2) continue
    edges.sort((a, b) => a.ms - b.ms)
    const present = new Set<string>()
    for (let i = 0; i < edges.length;) {
      const ms = edges[i]?.ms ?? 0
      for (let edge = edges[i]; edge?.ms === ms; edge = edges[++i]) {
        if (edge.enters) present.add(edge.policy)
        else present.delete(edge.policy)
      }
      const end = edges[i]?.ms
      if (end === undefined || present.size < 2) continue
      const policyKeys = [...present]
        .filter((key) => ![...present].some((other) => other !== key && below(key).has(other)))
        .sort()
      if (policyKeys.length < 2) continue
      const last = found.at(-1)
      const start = formatInstant(ms)
      if (last?.userKey === userKey && last.end === start && last.policyKeys.join() === policyKeys.join()) {
        found[found.length - 1] = { ...last, end: formatInstant(end) }
      } else found.push({ userKey, name: names(userKey), start, end: formatInstant(end), policyKeys })
    }
  }
  return found
}

/** Policies that a policy reaches through its rotations, itself excluded. */
function handsOnTo(snapshot: OnCallSnapshot): (key: string) => ReadonlySet<string> {
  const direct = new Map(
    snapshot.schedules.map(({ key, rotations }) => [
      key,
      rotations.flatMap(({ participants }) => policiesIn(participants)),
    ]),
  )
  const cache = new Map<string, ReadonlySet<string>>()
  return (root) =>
    getOrAdd(cache, root, () => {
      const seen = new Set([root])
      // A set goes on to what is added to it while it is walked.
      for (const key of seen) for (const next of direct.get(key) ?? []) seen.add(next)
      seen.delete(root)
      return seen
    })
}
