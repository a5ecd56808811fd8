import { append } from '../get-or-add.ts'
import type { EscalationPolicy, OnCallSnapshot } from '../model/index.ts'
import { instantTexts } from './instant-text.ts'
import type { Reach } from './policy-reach.ts'
import { policyReach } from './render-escalation.ts'
import { readWindow, type RenderWindow } from './render-window.ts'
import { findPolicy, indexSnapshot } from './snapshot-index.ts'
import { invertSpans, lengthMs, mapSpans, type Spans, uniteSpans } from './spans.ts'

/** How much of a window a policy reaches somebody, and whom how long. Minutes may have a fraction. */
export interface PolicyCoverage {
  /** `group:<uuid>`. */
  readonly key: string
  /** Time in which anybody is reached at any level. */
  readonly coveredMinutes: number
  /** The rest of the window. */
  readonly gapMinutes: number
  readonly gaps: readonly CoverageGap[]
  /** By user key; time at two levels at once counts once. */
  readonly load: readonly PersonLoad[]
  /** By offset: the policy's own levels, and those that nested policies add. */
  readonly byLevel: readonly LevelCoverage[]
}

/** A stretch without anybody: instants, the second excluded. */
export interface CoverageGap {
  readonly start: string
  readonly end: string
}

export interface PersonLoad {
  readonly userKey: string
  readonly minutes: number
}

export interface LevelCoverage {
  readonly offsetMinutes: number
  readonly coveredMinutes: number
  readonly gapMinutes: number
  readonly load: readonly PersonLoad[]
}

/**
 * Measures every policy of a snapshot over a window: its gaps, and the minutes on call of each person.
 *
 * Policies in the snapshot's order, inactive ones too: they are one gap. Throws `InvalidArgumentError` for a window that is none.
 */
export function coverage(snapshot: OnCallSnapshot, window: RenderWindow): PolicyCoverage[] {
  return snapshot.escalationPolicies.map(({ key }) => policyCoverage(snapshot, key, window))
}

/** Measures one policy as `coverage` does. Throws `UnknownKeyError`, and `InvalidArgumentError` for a window that is none. */
export function policyCoverage(snapshot: OnCallSnapshot, policyKey: string, window: RenderWindow): PolicyCoverage {
  const { fromMs, toMs } = readWindow(window)
  const policy = findPolicy(indexSnapshot(snapshot), policyKey)
  return measure(policy, policyReach(snapshot, policyKey, fromMs, toMs), fromMs, toMs)
}

function measure(policy: EscalationPolicy, reach: Reach, fromMs: number, toMs: number): PolicyCoverage {
  const spansOf = new Map<string, Spans[]>()
  for (const users of reach.values()) {
    for (const [user, spans] of users) append(spansOf, user, spans)
  }
  const covered = uniteSpans([...spansOf.values()].flat())
  const gaps = invertSpans(covered, fromMs, toMs)
  const offsets = new Set([...policy.levels.map(({ offsetMinutes }) => offsetMinutes), ...reach.keys()])
  return {
    key: policy.key,
    coveredMinutes: minutes(covered),
    gapMinutes: minutes(gaps),
    gaps: mapSpans(gaps, instantTexts),
    load: toLoad([...spansOf].map(([userKey, spans]) => [userKey, uniteSpans(spans)])),
    byLevel: [...offsets].sort((a, b) => a - b).map((offset) => measureLevel(offset, reach, toMs - fromMs)),
  }
}

function measureLevel(offsetMinutes: number, reach: Reach, windowMs: number): LevelCoverage {
  const users = [...(reach.get(offsetMinutes) ?? [])]
  const covered = lengthMs(uniteSpans(users.map(([, spans]) => spans)))
  return {
    offsetMinutes,
    coveredMinutes: covered / 60_000,
    gapMinutes: (windowMs - covered) / 60_000,
    load: toLoad(users),
  }
}

function toLoad(users: readonly (readonly [userKey: string, spans: Spans])[]): PersonLoad[] {
  const load = users.map(([userKey, spans]) => ({ userKey, minutes: minutes(spans) }))
  return load.sort((a, b) => (a.userKey < b.userKey ? -1 : 1))
}

function minutes(spans: Spans): number {
  return lengthMs(spans) / 60_000
}
