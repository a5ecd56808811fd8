import { append } from '../get-or-add.ts'
import type { EscalationPolicy, Target } from '../model/index.ts'
import type { MappedShift } from './map-shift.ts'

export interface PolicySource {
  readonly key: string
  readonly name: string
  readonly active: boolean
  readonly shifts: readonly MappedShift[]
}

/** Lays the shifts of a group over each other: one level for each distinct offset, targeting every slot that has it. */
export function buildPolicy({ key, name, active, shifts }: PolicySource): EscalationPolicy {
  const levels = new Map<number, string[]>()
  for (const { slots } of shifts) {
    for (const { offsetMinutes, rotation } of slots) {
      append(levels, offsetMinutes, rotation.key)
    }
  }
  const repeat = shifts.flatMap(({ repeat }) => repeat ?? [])
  return {
    key,
    name,
    ownerGroupKey: key,
    active,
    levels: [...levels]
      .sort(([a], [b]) => a - b)
      .map(([offsetMinutes, keys]) => ({
        offsetMinutes,
        targets: keys.sort().map((rotationKey): Target => ({ kind: 'rotation', scheduleKey: key, key: rotationKey })),
      })),
    repeat: repeat.length === 0 ? null : repeat,
  }
}
