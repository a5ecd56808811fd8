import type { EscalationPolicy } from '../model/index.ts'
import { collectHolders, type Holders } from './collect-holders.ts'
import type { Reach } from './reach.ts'
import type { SnapshotIndex } from './snapshot-index.ts'
import { addSpan, intersectSpans, settleSpans, type Spans } from './spans.ts'

const nobody: Reach = new Map()

/** Whom policies reach within one window; what nested policies have in common is read once. */
export interface ReachReader {
  /** Nobody for a policy that is not in the snapshot or not active. */
  policy(key: string): Reach
  /** Users who hold something of a group themselves, together with those whom the policies that hold it reach at any offset. */
  holders(groupKey: string, held: Holders): ReadonlyMap<string, Spans>
}

/** Opens a reader for a window of epoch milliseconds. */
export function createReachReader(index: SnapshotIndex, fromMs: number, toMs: number): ReachReader {
  const memo = new Map<string, Reach>()

  /** A policy that is on the path already reaches nobody, so on a circle the result depends on how one got there. */
  const nested = (key: string, path: readonly string[]): Reach => {
    const policy = index.policies.get(key)
    if (policy === undefined || !policy.active || path.includes(key)) return nobody
    const circle = index.cycles().get(key)
    const onCircle = circle === undefined ? [] : path.filter((one) => index.cycles().get(one) === circle).sort()
    const memoKey = onCircle.length === 0 ? key : JSON.stringify([key, ...onCircle])
    let reach = memo.get(memoKey)
    if (reach === undefined) memo.set(memoKey, (reach = read(policy, path)))
    return reach
  }

  const read = (policy: EscalationPolicy, before: readonly string[]): Reach => {
    const path = [...before, policy.key]
    const byOffset = new Map<number, Map<string, Spans>>()
    const usersAt = (offset: number): Map<string, Spans> => {
      let users = byOffset.get(offset)
      if (users === undefined) byOffset.set(offset, (users = new Map()))
      return users
    }
    for (const { offsetMinutes, targets } of policy.levels) {
      const held: Holders = { users: usersAt(offsetMinutes), policies: new Map() }
      for (const target of targets) {
        if (target.kind === 'user') {
          if (index.isActive(target.key)) addTo(held.users, target.key, [fromMs, toMs])
        } else if (target.kind === 'policy') addTo(held.policies, target.key, [fromMs, toMs])
        else {
          const schedule = index.schedules.get(target.scheduleKey)
          if (schedule === undefined) continue
          collectHolders(index, index.compileSchedule(schedule), target.key, fromMs, toMs, held)
        }
      }
      for (const [key, spans] of held.policies) {
        const during = settleSpans(spans)
        for (const [inner, users] of nested(key, path)) {
          for (const [user, theirs] of users) {
            addTo(usersAt(offsetMinutes + inner), user, intersectSpans(during, theirs))
          }
        }
      }
    }
    return settle(byOffset)
  }

  return {
    policy: (key) => nested(key, []),
    holders: (groupKey, held) => {
      const users = new Map(held.users)
      for (const [key, spans] of held.policies) {
        const during = settleSpans(spans)
        for (const ofLevel of nested(key, [groupKey]).values()) {
          for (const [user, theirs] of ofLevel) addTo(users, user, intersectSpans(during, theirs))
        }
      }
      return settleAll(users)
    },
  }
}

function addTo(users: Map<string, Spans>, key: string, spans: Spans): void {
  if (spans.length === 0) return
  const known = users.get(key)
  if (known === undefined) users.set(key, spans)
  else for (let at = 0; at < spans.length; at += 2) addSpan(known, spans[at] ?? 0, spans[at + 1] ?? 0)
}

function settle(byOffset: ReadonlyMap<number, ReadonlyMap<string, Spans>>): Reach {
  return new Map([...byOffset].map(([offset, users]) => [offset, settleAll(users)]))
}

function settleAll(users: ReadonlyMap<string, Spans>): ReadonlyMap<string, Spans> {
  return new Map([...users].map(([key, spans]) => [key, settleSpans(spans)]))
}
