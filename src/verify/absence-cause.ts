import type { Override } from '../model/index.ts'
import { parseInstant } from '../time/index.ts'
import type { DutyDifference } from './compare-duty.ts'
import type { ObservedRow } from './observed-row.ts'

/** Tells whether somebody of those who differ is away, or stands in, by one side or the other. */
export type AbsenceCauses = (difference: DutyDifference, userKeys: ReadonlySet<string>) => boolean

interface Cover {
  readonly startMs: number
  readonly endMs: number
  /** Who is away, and who stands in. */
  readonly userKeys: readonly string[]
}

export function createAbsenceCauses(overrides: readonly Override[], rows: readonly ObservedRow[]): AbsenceCauses {
  const covers: Cover[] = overrides.map(({ from, to, replaces, replacement }) => ({
    startMs: parseInstant(from),
    endMs: parseInstant(to),
    userKeys: replacement === null ? [replaces] : [replaces, replacement],
  }))
  for (const { members } of rows) {
    for (const { recipient, cover } of members) {
      for (const { startMs, endMs, by } of cover) {
        if (by?.id === recipient.id) continue
        const away = `person:${recipient.id}`
        covers.push({ startMs, endMs, userKeys: by === null ? [away] : [away, `person:${by.id}`] })
      }
    }
  }
  return ({ startMs, endMs }, userKeys) =>
    covers.some(
      (cover) => cover.startMs < endMs && cover.endMs > startMs && cover.userKeys.some((key) => userKeys.has(key)),
    )
}
