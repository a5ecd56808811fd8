import type { EscalationPolicy } from '../../model/index.ts'
import { listNames } from '../list-names.ts'
import type { Skipped } from '../plan.ts'
import { listReferences, type ReferenceMapper } from '../references.ts'

/**
 * Says which levels of a policy alert nobody in the target although the source names somebody or something there; `null` where none does.
 * The policy comes about all the same, and looks as if nothing were wrong with it.
 */
export function emptiedLevels(
  wanted: EscalationPolicy,
  written: Partial<EscalationPolicy>,
  nameOf: ReferenceMapper,
): Pick<Skipped, 'code' | 'reason'> | null {
  const empty = new Set(
    written.levels?.filter(({ targets }) => targets.length === 0).map((level) => level.offsetMinutes),
  )
  const levels = wanted.levels.filter(({ offsetMinutes, targets }) => targets.length > 0 && empty.has(offsetMinutes))
  if (levels.length === 0) return null
  const missing = listReferences('escalationPolicy', { ...wanted, levels }).filter(({ kind }) => kind !== 'userGroup')
  const names = listNames([...new Set(missing.map(({ kind, reference }) => nameOf(kind, reference)))])
  const offsets = levels.map(({ offsetMinutes }) => offsetMinutes).join(', ')
  const reason = `It alerts nobody after ${offsets} min, because the target does not get ${names}.`
  return { code: 'alerts-nobody', reason }
}
