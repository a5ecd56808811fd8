import { groupKey, type Override } from '../model/index.ts'
import type { WireAbsence } from '../xmatters/wire/index.ts'
import { buildOverrides, type SourceAbsence } from './build-overrides.ts'
import { mapAbsence } from './map-absence.ts'
import { approximated, dropped, type MappingIssue } from './mapping-issue.ts'
import { readId, readList, readObject } from './read-wire.ts'
import type { ReadShifts } from './read-shifts.ts'
import type { RecipientResolver } from './recipient-resolver.ts'

export interface ReadAbsences {
  /** By schedule key. */
  readonly overrides: ReadonlyMap<string, readonly Override[]>
  /** By wire value. */
  readonly issues: ReadonlyMap<unknown, readonly MappingIssue[]>
}

/** Reads all absences of a tenant, each once, as overrides of the rotations where somebody would be on call. */
export function readAbsences(
  values: unknown,
  { rotations, delaysAfter }: Pick<ReadShifts, 'rotations' | 'delaysAfter'>,
  resolver: RecipientResolver,
): ReadAbsences {
  const issues = new Map<unknown, readonly MappingIssue[]>()
  const absences: SourceAbsence[] = []
  const seen = new Set<string>()
  const keys = new Map<unknown, string>()
  for (const item of readList(values)) {
    const wire = readObject(item)
    const { value, issues: unreadable } = mapAbsence(wire as unknown as WireAbsence)
    const groupId = readId(wire['group'])
    if (value === null || seen.has(value.key)) {
      const found = value === null ? unreadable : [dropped('field.duplicate', 'id', 'There already; it is left out.')]
      issues.set(item, found)
      continue
    }
    seen.add(value.key)
    keys.set(item, value.key)
    resolver.mention(readObject(wire['member']))
    resolver.mention(readObject(wire['replacement']))
    absences.push({ override: value, scheduleKey: groupId === null ? null : groupKey(groupId) })
  }

  const overrides = buildOverrides(absences, rotations)
  const keptDelays = longestKeptDelays(overrides, delaysAfter)
  for (const [item, key] of keys) {
    const minutes = keptDelays.get(key)
    if (minutes === undefined) continue
    const message = 'The source also drops the delay after the empty slot; here the levels after it keep their time.'
    issues.set(item, [{ ...approximated('absence.delay-after-skip', 'member.id', message), effect: { minutes } }])
  }
  return { overrides, issues }
}

/** The longest delay after a slot that an absence empties, by override key. */
function longestKeptDelays(
  overrides: ReadAbsences['overrides'],
  delaysAfter: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const longest = new Map<string, number>()
  for (const list of overrides.values()) {
    for (const { key, replacement, rotationKeys } of list) {
      if (replacement !== null) continue
      const minutes = Math.max(0, ...rotationKeys.map((rotationKey) => delaysAfter.get(rotationKey) ?? 0))
      if (minutes > 0) longest.set(key, Math.max(minutes, longest.get(key) ?? 0))
    }
  }
  return longest
}
