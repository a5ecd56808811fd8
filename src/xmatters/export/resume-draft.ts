import { InvalidArgumentError } from '../../errors.ts'
import { parseInstant } from '../../time/index.ts'
import type { TenantSelection, TenantShift, XMattersTenant } from '../tenant.ts'
import { readWord } from '../wire-schema/read-word.ts'
import { idOf } from '../wire-schema/row-kind.ts'
import { partsOf } from './read-group-parts.ts'
import { rosterKey, type TenantDraft, tenantLists } from './tenant-draft.ts'

/**
 * Takes over what an earlier export read to its end, so that the rest alone is read. Read again is what had a gap, and the shifts of groups
 * in which somebody's turn may have come since, because the order of a shift's members speaks of the capture.
 *
 * Throws `InvalidArgumentError` for an export of another instance or of another selection.
 */
export function resumeDraft(
  draft: TenantDraft,
  earlier: XMattersTenant,
  now: { readonly origin: string; readonly capturedAt: string; readonly asked: TenantSelection['asked'] | null },
): void {
  const lists = [
    ...tenantLists.map((list) => earlier[list]),
    earlier.roster,
    earlier.shifts,
    earlier.completeness?.gaps,
  ]
  if (!lists.every(Array.isArray)) throw new InvalidArgumentError('What is to be resumed is no exported tenant.')
  if (earlier.origin !== now.origin) {
    throw new InvalidArgumentError(`The export to resume is of ${earlier.origin}, not of ${now.origin}.`)
  }
  if (JSON.stringify(earlier.selection?.asked ?? null) !== JSON.stringify(now.asked)) {
    throw new InvalidArgumentError('The export to resume has another selection.')
  }
  const { rows } = draft
  const broken = new Set<string>()
  for (const { resource, group = '', reason } of earlier.completeness.gaps) {
    if (reason !== 'duplicate') broken.add(`${resource} ${group}`)
  }
  const turned = earlier.shifts.filter((shift) => mayHaveTurned(shift, earlier.capturedAt, now.capturedAt))
  const moved = new Set(turned.map(groupOf))
  const isWhole = (resource: string, group = ''): boolean =>
    !broken.has(`${resource} ${group}`) && !(resource === 'shifts' && moved.has(group))

  for (const row of earlier.roster) {
    const group = idOf(row.group) ?? ''
    if (isWhole('roster', group)) rows.roster.set(rosterKey(group, idOf(row.member) ?? ''), row)
  }
  for (const shift of earlier.shifts) if (isWhole('shifts', groupOf(shift))) rows.shifts.set(shift.id, shift)
  for (const group of earlier.groups) {
    for (const part of partsOf(group)) if (isWhole(part, group.id)) draft.markRead(part, group.id)
  }
  // A selection keeps a few rows of each list only, of which others may be wanted now.
  if (earlier.selection !== null) return
  for (const list of tenantLists) {
    if (!isWhole(list)) continue
    for (const row of earlier[list]) draft.keep(list, row)
    draft.markRead(list)
  }
}

function groupOf({ group }: TenantShift): string {
  return idOf(group) ?? ''
}

function mayHaveTurned({ rotation }: TenantShift, since: string, at: string): boolean {
  if (since === at || !rotation || Object.keys(rotation).length === 0) return false
  const next = readWord(rotation.nextRotationTime)
  try {
    return parseInstant(next) <= parseInstant(at)
  } catch {
    return true
  }
}
