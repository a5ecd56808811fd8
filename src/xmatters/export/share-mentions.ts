import { readEnvelope } from '../list-envelope.ts'
import { idOf } from '../wire-schema/row-kind.ts'

/** Fields of rows that mention another row. */
const mentionFields = ['group', 'member', 'owner', 'recipient', 'replacement', 'site'] as const

/**
 * Lets equal mentions of the same thing be one object. A tenant mentions each person some ten times, in devices, rosters, shifts and
 * absences; without this the mentions need more memory than the people. The rows are changed in place, because they are fresh from a
 * response and nobody else's yet.
 */
export function createMentionSharing(): (row: unknown) => void {
  const shared = new Map<string, unknown>()
  const shareOne = (mention: unknown): unknown => {
    const id = idOf(mention)
    if (id === null) return mention
    const known = shared.get(id)
    if (known !== undefined && isEqual(known, mention)) return known
    shared.set(id, mention)
    return mention
  }
  const share = (row: unknown): void => {
    if (typeof row !== 'object' || row === null) return
    const fields = row as Record<string, unknown>
    for (const field of mentionFields) if (Object.hasOwn(fields, field)) fields[field] = shareOne(fields[field])
    for (const item of readEnvelope(fields['members'])?.rows ?? []) share(item)
  }
  return share
}

/** Mentions are flat but for their links; what is deeper is left as it came. */
const deepest = 3

/** Of JSON values; keys in another order count as another value, as they do to a reader of the JSON. */
function isEqual(one: unknown, other: unknown, depth = 0): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || depth > deepest)
    return false
  const keys = Object.keys(one)
  const otherKeys = Object.keys(other)
  return (
    keys.length === otherKeys.length &&
    Array.isArray(one) === Array.isArray(other) &&
    keys.every(
      (key, index) =>
        key === otherKeys[index] &&
        isEqual((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], depth + 1),
    )
  )
}
