import type { Participant } from '../model/index.ts'
import { visitHolders } from './override-chain.ts'
import { addSpan, type Spans } from './spans.ts'
import type { CompiledSchedule, SnapshotIndex } from './snapshot-index.ts'
import { visitDuty } from './visit-duty.ts'

/** Who holds a slot, and when: users, and policies that stand for whom they reach. */
export interface Holders {
  readonly users: Map<string, Spans>
  readonly policies: Map<string, Spans>
}

type Sink = (startMs: number, endMs: number) => void

/** Adds who holds a rotation within a window of epoch milliseconds, absences and inactive users taken into account. */
export function collectHolders(
  index: SnapshotIndex,
  schedule: CompiledSchedule,
  rotationKey: string,
  fromMs: number,
  toMs: number,
  holders: Holders,
): void {
  const compiled = schedule.rotation(rotationKey)
  if (compiled === null) return
  const overrides = schedule.overrides(rotationKey)
  const isActive = (userKey: string): boolean => index.isActive(userKey)
  const addUser = (userKey: string, start: number, end: number): void => addTo(holders.users, userKey, start, end)

  const sinksOf = (participant: Participant): readonly Sink[] => {
    switch (participant.kind) {
      case 'user': {
        const { key } = participant
        if (!isActive(key)) return []
        const isFixed = participant.overridable === false || overrides?.has(key) !== true
        if (isFixed) return [(start, end) => addUser(key, start, end)]
        return [(start, end) => visitHolders(overrides, isActive, key, start, end, addUser)]
      }
      case 'policy':
        return [(start, end) => addTo(holders.policies, participant.key, start, end)]
      case 'all':
        return participant.of.flatMap(sinksOf)
      case 'nobody':
        break
    }
    return []
  }
  const sinks = compiled.rotation.participants.map(sinksOf)
  visitDuty(compiled, fromMs, toMs, (place, start, end) => {
    for (const sink of sinks[place] ?? []) sink(start, end)
  })
}

function addTo(held: Map<string, Spans>, key: string, start: number, end: number): void {
  const spans = held.get(key)
  if (spans === undefined) held.set(key, [start, end])
  else addSpan(spans, start, end)
}
