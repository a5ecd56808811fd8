import { getOrAdd } from '../get-or-add.ts'
import type { OnCallSnapshot } from '../model/index.ts'
import { instantTexts, isSameJson, policiesIn, type Spans, sweep } from '../schedule/index.ts'
import type { Duty } from './duty.ts'
import type { DoubleBooking } from './snapshot-impact.ts'

/** People whom two policies alert at once, at offset 0, at the same time; a policy and one that it hands on to count as one. */
export function findDoubleBookings(
  snapshot: OnCallSnapshot,
  duties: ReadonlyMap<string, Duty>,
  names: (key: string) => string,
): DoubleBooking[] {
  const bookings = new Map<string, Map<string, Spans>>()
  for (const [policy, duty] of duties) {
    for (const [user, spans] of duty.get(0) ?? []) getOrAdd(bookings, user, () => new Map()).set(policy, spans)
  }
  const below = handsOnTo(snapshot)
  const found: DoubleBooking[] = []
  for (const [userKey, byPolicy] of [...bookings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (byPolicy.size < 2) continue
    const policies = [...byPolicy.keys()]
    sweep(
      [...byPolicy.values()],
      (on) => {
        const keys = on.flatMap((lane) => policies[lane] ?? [])
        return keys.filter((key) => !keys.some((other) => other !== key && below(key).has(other))).sort()
      },
      (startMs, endMs, policyKeys) => {
        if (policyKeys.length < 2) return
        const { start, end } = instantTexts(startMs, endMs)
        const last = found.at(-1)
        if (last?.userKey === userKey && last.end === start && isSameJson(last.policyKeys, policyKeys)) {
          found[found.length - 1] = { ...last, end }
        } else found.push({ userKey, name: names(userKey), start, end, policyKeys })
      },
    )
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
