import type { Rotation } from '../model/index.ts'
import { getZone, type Zone } from '../time/index.ts'
import { findExceptions, type OccurrenceExceptions } from './occurrence-exceptions.ts'
import { occurrenceSeries, type OccurrenceSeries } from './occurrence-series.ts'
import { rotationTurns, type RotationTurns } from './rotation-turns.ts'

/** A rotation, read once. */
export interface CompiledRotation {
  readonly rotation: Rotation
  readonly zone: Zone
  readonly series: OccurrenceSeries
  readonly exceptions: OccurrenceExceptions
  readonly turns: RotationTurns
}

export function compileRotation(rotation: Rotation): CompiledRotation {
  const { recurrence, handoff } = rotation
  const zone = getZone(rotation.timeZone)
  const series = occurrenceSeries(recurrence, zone)
  const exceptions = findExceptions(recurrence.exceptions, series)
  const turns = rotationTurns(handoff, series, exceptions, zone, recurrence.disambiguation)
  return { rotation, zone, series, exceptions, turns }
}
