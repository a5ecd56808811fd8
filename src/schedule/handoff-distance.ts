import type { Handoff, Rotation } from '../model/index.ts'
import { civilFromDays, dayMs, parseInstant, parseWall } from '../time/index.ts'
import { unitMs } from './elapsed-handoffs.ts'
import { ordinalOf } from './occurrence-exceptions.ts'
import { rotationTiming } from './rotation-timing.ts'

type Elapsed = Extract<Handoff, { kind: 'elapsed' }>

/**
 * How many handoffs `earlier` has had when `later` has its first: from there on, turn `t` of `later` is turn `t + n` of `earlier`. `null`
 * where they do not change hands at the same times. Both are in one zone and have one recurrence.
 */
export function handoffDistance(earlier: Rotation, later: Rotation): number | null {
  const [from, to] = [earlier.handoff, later.handoff]
  if (from === null || to === null || from.every !== to.every) return null
  const steps = stepsBetween(earlier, from, to)
  const distance = steps === null ? null : steps / from.every
  return distance !== null && Number.isInteger(distance) && distance >= 0 ? distance : null
}

function stepsBetween(rotation: Rotation, from: Handoff, to: Handoff): number | null {
  if (from.kind === 'elapsed' && to.kind === 'elapsed') {
    if (from.unit !== to.unit || from.midOccurrence !== to.midOccurrence) return null
    const units = unitsBetween(from, to)
    return units === null ? null : units + (to.firstIndex - from.firstIndex) * from.every
  }
  if (from.kind !== 'occurrences' || to.kind !== 'occurrences') return null
  const { series, exceptions } = rotationTiming(rotation)
  const ordinal = (start: string): number => ordinalOf(exceptions, series.countStartingBefore(parseInstant(start)))
  return ordinal(to.firstStart) - ordinal(from.firstStart)
}

/** Months have one length only where both anchors are on one day of the month: one that a short month cut stays where it is. */
function unitsBetween(from: Elapsed, to: Elapsed): number | null {
  const [fromMs, toMs] = [parseWall(from.anchorWall), parseWall(to.anchorWall)]
  if (from.unit !== 'months') return (toMs - fromMs) / unitMs[from.unit]
  const [fromDays, toDays] = [Math.floor(fromMs / dayMs), Math.floor(toMs / dayMs)]
  const [first, second] = [civilFromDays(fromDays), civilFromDays(toDays)]
  const isOneTime = first.day === second.day && fromMs - fromDays * dayMs === toMs - toDays * dayMs
  return isOneTime ? (second.year - first.year) * 12 + second.month - first.month : null
}
