import {
  buildTransitionTable,
  type Counter,
  createCounter,
  type TransitionTable,
  type ZoneRules,
} from './transition-table.ts'
import { formatWall } from './instant.ts'
import { WallTimeError } from './time-errors.ts'

/**
 * What a wall-clock time means that a change of offset skips (a gap) or repeats (an overlap).
 *
 * | | gap | overlap |
 * |---|---|---|
 * | `compatible` | counted on with the offset before it: 02:30 becomes 03:30 | the first of the two |
 * | `earlier` | counted back with the offset after it: 02:30 becomes 01:30 | the first |
 * | `later` | like `compatible` | the second |
 * | `first-valid` | the instant of the change: 02:30 becomes 03:00 | the first |
 * | `reject` | throws `WallTimeError` | throws `WallTimeError` |
 *
 * The first three are those of Temporal; `compatible` is RFC 5545's rule too.
 */
export type Disambiguation = 'compatible' | 'earlier' | 'later' | 'first-valid' | 'reject'

export const disambiguations: readonly Disambiguation[] = ['compatible', 'earlier', 'later', 'first-valid', 'reject']

/**
 * The clock of one zone. All numbers are milliseconds; a wall clock is written as the instant that it would be in UTC.
 *
 * Offsets are exact from 1970 on, whole minutes in Liberia until 1972; before 1970 the offset of its first day is used.
 */
export interface Zone {
  /** The primary IANA name. */
  readonly id: string
  offsetMsAt(epochMs: number): number
  /** Throws `WallTimeError` under `reject` only. */
  localToEpoch(localMs: number, disambiguation?: Disambiguation): number
  epochToLocal(epochMs: number): number
  /** Changes of the offset after an instant, in order; fewer than asked for where the zone has no more. */
  nextTransitions(fromEpochMs: number, count: number): Transition[]
}

/** A change of a zone's offset. `at` is the first instant with the new one. */
export interface Transition {
  readonly at: number
  readonly offsetBeforeMs: number
  readonly offsetAfterMs: number
}

interface Engine extends TransitionTable {
  readonly countInstants: Counter
  readonly countWalls: Counter
}

const firstHorizonYear = 2100
/** Far enough for every instant to be moved, by whole 400-year cycles of the calendar, to where the table reaches and only the rule holds. */
const lastHorizonYear = 2600
const cycleMs = 146_097 * 86_400_000
const firstHorizonMs = Date.UTC(firstHorizonYear, 11, 1)
const lastHorizonMs = Date.UTC(lastHorizonYear, 11, 1)

/** Makes the clock of a zone; the table is extended when a time beyond 2100 is first asked for. */
export function createZone(id: string, rules: ZoneRules): Zone {
  if (rules.changes.length === 0 && rules.rule === null) return createFixedZone(id, rules.initialOffsetMs)
  let near: Engine | null = null
  let far: Engine | null = null
  const engineFor = (ms: number): Engine => {
    if (ms < firstHorizonMs || rules.rule === null) return (near ??= createEngine(rules, firstHorizonYear))
    return (far ??= createEngine(rules, lastHorizonYear + 100))
  }

  const offsetMsAt = (epochMs: number): number => {
    const ms = epochMs < lastHorizonMs ? epochMs : epochMs - cyclesBeyondHorizon(epochMs)
    const engine = near !== null && ms < firstHorizonMs ? near : engineFor(ms)
    return engine.offsets[engine.countInstants(ms)] ?? Number.NaN
  }

  const localToEpoch = (localMs: number, disambiguation: Disambiguation = 'compatible'): number => {
    const cycles = localMs < lastHorizonMs ? 0 : cyclesBeyondHorizon(localMs)
    const local = localMs - cycles
    const engine = near !== null && local < firstHorizonMs ? near : engineFor(local)
    const index = engine.countWalls(local)
    const before = engine.offsets[index] ?? Number.NaN
    if (disambiguation === 'compatible') return localMs - before
    // Beyond the last change there is nothing to be inside of: every comparison with NaN is false.
    const change = engine.at[index] ?? Number.NaN
    const after = engine.offsets[index + 1] ?? Number.NaN
    if (!(local >= change + Math.min(before, after))) return localMs - before
    const isGap = after > before
    if (disambiguation === 'reject') {
      throw new WallTimeError(isGap ? 'nonexistent-wall-time' : 'ambiguous-wall-time', formatWall(localMs), id)
    }
    if (disambiguation === 'first-valid') return isGap ? change + cycles : localMs - before
    return localMs - (isGap === (disambiguation === 'earlier') ? after : before)
  }

  const nextTransitions = (fromEpochMs: number, count: number): Transition[] => {
    const cycles = fromEpochMs < lastHorizonMs ? 0 : cyclesBeyondHorizon(fromEpochMs)
    const found: Transition[] = []
    let engine = engineFor(fromEpochMs - cycles)
    for (let index = engine.countInstants(fromEpochMs - cycles); found.length < count; index++) {
      if (index >= engine.at.length) engine = engineFor(lastHorizonMs)
      const at = engine.at[index]
      if (at === undefined) {
        const last = found.at(-1)
        if (rules.rule === null || last === undefined) break
        return [...found, ...nextTransitions(last.at, count - found.length)]
      }
      const offsetBeforeMs = engine.offsets[index] ?? Number.NaN
      found.push({ at: at + cycles, offsetBeforeMs, offsetAfterMs: engine.offsets[index + 1] ?? Number.NaN })
    }
    return found
  }

  return { id, offsetMsAt, localToEpoch, epochToLocal: (epochMs) => epochMs + offsetMsAt(epochMs), nextTransitions }
}

function createFixedZone(id: string, offsetMs: number): Zone {
  return {
    id,
    offsetMsAt: () => offsetMs,
    localToEpoch: (localMs) => localMs - offsetMs,
    epochToLocal: (epochMs) => epochMs + offsetMs,
    nextTransitions: () => [],
  }
}

function createEngine(rules: ZoneRules, lastYear: number): Engine {
  const table = buildTransitionTable(rules, lastYear)
  return { ...table, countInstants: createCounter(table.at), countWalls: createCounter(table.wallKeys) }
}

function cyclesBeyondHorizon(ms: number): number {
  return (Math.floor((ms - lastHorizonMs) / cycleMs) + 1) * cycleMs
}
