import { referencesOf } from './references.ts'
import type { TenantDraft } from './tenant-draft.ts'

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
