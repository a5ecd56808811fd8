import { getOrAdd } from '../get-or-add.ts'
import type { EscalationPolicy } from '../model/index.ts'
import { collectHolders, type Holders } from './collect-holders.ts'
import type { SnapshotIndex } from './snapshot-index.ts'
import { intersectSpans, joinSpans, type Spans } from './spans.ts'

/** Who is reached, and when: settled spans by offset in minutes, then user key. */
export type Reach = ReadonlyMap<number, ReadonlyMap<string, Spans>>

const nobody: Reach = new Map()

/** Whom policies reach within one window; what nested policies have in common is read once. */
export interface ReachReader {
  /** Nobody for a policy that is not in the snapshot or not active, and nobody in a window without length. */
  policy(key: string): Reach
  /** Users who hold something of a group themselves, together with those whom the policies that hold it reach at any offset. */
  holders(groupKey: string, held: Holders): ReadonlyMap<string, Spans>
}

/** Opens a reader for a window of epoch milliseconds. */
export function createReachReader(index: SnapshotIndex, fromMs: number, toMs: number): ReachReader {
  const memo = new Map<string, Reach>()

  /** A policy that is on the path already reaches nobody, so on a circle the result depends on how one got there. */
  const reachOf = (key: string, path: readonly string[]): Reach => {
    const policy = index.policies.get(key)
    if (policy === undefined || !policy.active || fromMs === toMs || path.includes(key)) return nobody
    const onCircle = path.length === 0 ? [] : sharingCircle(index, key, path)
    const memoKey = JSON.stringify([key, ...onCircle])
    return getOrAdd(memo, memoKey, () => read(policy, path))
  }

  const read = (policy: EscalationPolicy, before: readonly string[]): Reach => {
    const path = [...before, policy.key]
    const reach = new Map<number, Map<string, Spans>>()
    const add = (offset: number, userKey: string, spans: Spans): void => {
      if (spans.length === 0) return
      addTo(
        getOrAdd(reach, offset, () => new Map()),
        userKey,
        spans,
      )
    }
    const addPolicy = (offset: number, key: string, during: Spans): void => {
      for (const [inner, users] of reachOf(key, path)) {
        for (const [user, spans] of users) add(offset + inner, user, intersectSpans(during, spans))
      }
    }
    for (const { offsetMinutes, targets } of policy.levels) {
      for (const target of targets) {
        if (target.kind === 'user') {
          if (index.isActive(target.key)) add(offsetMinutes, target.key, [fromMs, toMs])
        } else if (target.kind === 'policy') addPolicy(offsetMinutes, target.key, [fromMs, toMs])
        else {
          const schedule = index.schedules.get(target.scheduleKey)
          if (schedule === undefined) continue
          const { users, policies } = collectHolders(index, index.compileSchedule(schedule), target.key, fromMs, toMs)
          for (const [key, spans] of users) add(offsetMinutes, key, spans)
          for (const [key, spans] of policies) addPolicy(offsetMinutes, key, spans)
        }
      }
    }
    return reach
  }

  return {
    policy: (key) => reachOf(key, []),
    holders: (groupKey, held) => {
      const users = new Map(held.users)
      for (const [key, during] of held.policies) {
        for (const ofLevel of reachOf(key, [groupKey]).values()) {
          for (const [user, spans] of ofLevel) addTo(users, user, intersectSpans(during, spans))
        }
      }
      return users
    },
  }
}

/** The policies of a path, sorted, that lie on a circle with a policy. */
function sharingCircle(index: SnapshotIndex, key: string, path: readonly string[]): string[] {
  const cycles = index.cycles()
  return path.filter((one) => cycles.get(one) === cycles.get(key)).sort()
}

function addTo(users: Map<string, Spans>, key: string, spans: Spans): void {
  const known = users.get(key)
  users.set(key, known === undefined ? spans : joinSpans(known, spans))
}
