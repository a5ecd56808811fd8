import { getOrAdd } from '../get-or-add.ts'
import type { Participant } from '../model/index.ts'
import { visitHolders } from './override-chain.ts'
import type { CompiledSchedule, SnapshotIndex } from './snapshot-index.ts'
import { addSpan, settleSpans, type Spans } from './spans.ts'

/** Who holds a slot, and when: users, and policies that stand for whom they reach. Spans are settled. */
export interface Holders {
  readonly users: ReadonlyMap<string, Spans>
  readonly policies: ReadonlyMap<string, Spans>
}

type Sink = (startMs: number, endMs: number) => void

const nobody: Holders = { users: new Map(), policies: new Map() }

/** Finds who holds a rotation within a window of epoch milliseconds, absences and inactive users taken into account. */
export function collectHolders(
  index: SnapshotIndex,
  schedule: CompiledSchedule,
  rotationKey: string,
  fromMs: number,
  toMs: number,
): Holders {
  const compiled = schedule.rotation(rotationKey)
  if (compiled === null) return nobody
  const { participants } = compiled.rotation
  const overrides = schedule.overrides(rotationKey)
  const users = new Map<string, Spans>()
  const policies = new Map<string, Spans>()
  const addUser = (userKey: string, start: number, end: number): void => addSpan(spansOf(users, userKey), start, end)

  const sinksOf = (participant: Participant): readonly Sink[] => {
    switch (participant.kind) {
      case 'user': {
        const { key } = participant
        if (!index.isActive(key)) return []
        if (participant.overridable === false || !overrides.has(key)) return [sinkTo(users, key)]
        return [(start, end) => visitHolders(overrides, index.isActive, key, start, end, addUser)]
      }
      case 'policy':
        return [sinkTo(policies, participant.key)]
      case 'all':
        return participant.of.flatMap(sinksOf)
      case 'nobody':
        break
    }
    return []
  }
  const sinks = participants.map(sinksOf)
  const { starts, ends, places } = compiled.timing.duty(fromMs, toMs, participants.length)
  for (let at = 0; at < starts.length; at++) {
    for (const sink of sinks[places[at] ?? 0] ?? []) sink(starts[at] ?? 0, ends[at] ?? 0)
  }
  return { users: settleAll(users), policies: settleAll(policies) }
}

function sinkTo(held: Map<string, Spans>, key: string): Sink {
  const spans = spansOf(held, key)
  return (start, end) => addSpan(spans, start, end)
}

function spansOf(held: Map<string, Spans>, key: string): Spans {
  return getOrAdd(held, key, () => [])
}

function settleAll(held: Map<string, Spans>): Map<string, Spans> {
  for (const [key, spans] of held) held.set(key, settleSpans(spans))
  return held
}
