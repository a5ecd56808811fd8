import { addAbsence, addMembership, addShift, addSupervisors, noReferences, type References } from './references.ts'
import { idOf } from '../wire-schema/row-kind.ts'
import type { TenantDraft, TenantRows } from './tenant-draft.ts'

/** How many ids a message names. */
const mostNamed = 3

/** An instance leaves out silently what an account may not see: what is named somewhere and was in no list is a gap. */
export function reportUnseen(draft: TenantDraft): void {
  const named = referencesOf(draft.rows)
  for (const resource of ['people', 'groups', 'devices'] as const) {
    if (!draft.isRead(resource)) continue
    const unseen = [...named[resource]].filter((id) => !draft.rows[resource].has(id)).sort()
    if (unseen.length === 0) continue
    const some = unseen.slice(0, mostNamed).join(', ')
    const more = unseen.length > mostNamed ? ` and ${unseen.length - mostNamed} more` : ''
    draft.addGap(
      resource,
      undefined,
      'filtered',
      `${some}${more} named elsewhere, but not among what the account may see.`,
    )
  }
}

/** Everything that what was read so far refers to. */
export function referencesOf({ groups, roster, shifts, absences, devices }: TenantRows): References {
  const named = noReferences()
  for (const group of groups.values()) addSupervisors(named, group)
  for (const row of roster.values()) addMembership(named, row)
  for (const shift of shifts.values()) addShift(named, shift)
  for (const id of named.devices) {
    const owner = idOf(devices.get(id)?.owner)
    if (owner !== null) named.people.add(owner)
  }
  for (const absence of absences.values()) addAbsence(named, absence)
  return named
}
