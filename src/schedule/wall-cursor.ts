import type { Disambiguation, Zone } from '../time/index.ts'

/** Turns wall-clock times of one zone into instants; faster than one by one, because most lie between the same changes. */
export interface WallCursor {
  toInstant(localMs: number): number
  /** Replaces the first `length` wall-clock times of a column by their instants. */
  convert(column: Float64Array, length: number): void
}

/** Stretches of wall clock that are neither skipped nor repeated, nor touched by such a time: within one, the offset is fixed. */
interface PlainStretches {
  readonly from: Float64Array
  readonly until: Float64Array
  readonly offsetMs: Float64Array
}

const tableStartMs = Date.UTC(2000, 0, 1)
/** Two changes a year to the end of the century; later times are converted one by one. */
const tableChanges = 200
const known = new WeakMap<Zone, PlainStretches>()

/** Opens a cursor; times may be asked for in any order, and near ones one after the other are fast. */
export function createWallCursor(zone: Zone, disambiguation: Disambiguation): WallCursor {
  const { from, until, offsetMs } = plainStretches(zone)
  let [plainFrom, plainUntil, offset] = [Infinity, Infinity, Number.NaN]
  const isPlain = (localMs: number): boolean => localMs >= plainFrom && localMs < plainUntil
  const seek = (localMs: number): void => {
    const index = lastAtOrBefore(from, localMs)
    plainFrom = from[index] ?? Infinity
    plainUntil = until[index] ?? Infinity
    offset = offsetMs[index] ?? 0
  }
  const toInstant = (localMs: number): number => {
    if (!isPlain(localMs)) seek(localMs)
    return isPlain(localMs) ? localMs - offset : zone.localToEpoch(localMs, disambiguation)
  }
  return {
    toInstant,
    convert: (column, length) => {
      for (let at = 0; at < length;) {
        column[at] = toInstant(column[at] ?? 0)
        at++
        const [start, end, shift] = [plainFrom, plainUntil, offset]
        for (; at < length; at++) {
          const local = column[at] ?? 0
          if (local < start || local >= end) break
          column[at] = local - shift
        }
      }
    },
  }
}

function plainStretches(zone: Zone): PlainStretches {
  let stretches = known.get(zone)
  if (stretches === undefined) {
    const changes = zone.nextTransitions(tableStartMs, tableChanges)
    const first = { at: tableStartMs, offset: zone.offsetMsAt(tableStartMs) }
    const starts = changes.map(({ at, offsetBeforeMs, offsetAfterMs }) => at + Math.max(offsetBeforeMs, offsetAfterMs))
    const ends = changes.map(({ at, offsetBeforeMs, offsetAfterMs }) => at + Math.min(offsetBeforeMs, offsetAfterMs))
    const isWhole = changes.length < tableChanges
    stretches = {
      from: Float64Array.from([first.at + first.offset, ...starts]),
      until: Float64Array.from([...ends, isWhole ? Infinity : -Infinity]),
      offsetMs: Float64Array.from([first.offset, ...changes.map(({ offsetAfterMs }) => offsetAfterMs)]),
    }
    known.set(zone, stretches)
  }
  return stretches
}

/** -1 where all are later. */
function lastAtOrBefore(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
