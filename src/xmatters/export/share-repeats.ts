import { readEnvelope } from '../list-envelope.ts'
import { idOf } from '../wire-schema/row-kind.ts'

/** Fields of rows that mention another row. */
const mentionFields = ['group', 'member', 'owner', 'recipient', 'replacement', 'site'] as const
/** Fields of which many rows say the same, though it has no id. */
const alikeFields = ['properties', 'recurrence', 'roles', 'timeframes'] as const
/** Values of such a field that are kept to compare the next with. */
const remembered = 4

/**
 * Lets equal parts of rows be one object: mentions of the same thing, and what most rows say alike. A tenant mentions each person some ten
 * times, in devices, rosters, shifts and absences; without this the mentions need more memory than the people. The rows are changed in
 * place, because they are fresh from a response and nobody else's yet.
 */
export function createRepeatSharing(): (row: unknown) => void {
  const byId = new Map<string, unknown>()
  const shareMention = (mention: unknown): unknown => {
    const id = idOf(mention)
    if (id === null) return mention
    const known = byId.get(id)
    if (known !== undefined && isEqual(known, mention)) return known
    byId.set(id, mention)
    return mention
  }
  const recent = new Map(alikeFields.map((field) => [field, [] as unknown[]]))
  const shareAlike = (field: (typeof alikeFields)[number], value: unknown): unknown => {
    const seen = recent.get(field) ?? []
    const known = seen.find((one) => isEqual(one, value))
    if (known !== undefined) return known
    seen.unshift(value)
    seen.length = Math.min(seen.length, remembered)
    return value
  }
  const share = (row: unknown): void => {
    if (typeof row !== 'object' || row === null) return
    const fields = row as Record<string, unknown>
    for (const field of mentionFields) if (Object.hasOwn(fields, field)) fields[field] = shareMention(fields[field])
    for (const field of alikeFields) if (Object.hasOwn(fields, field)) fields[field] = shareAlike(field, fields[field])
    for (const item of readEnvelope(fields['members'])?.rows ?? []) share(item)
  }
  return share
}

/** Such parts are flat but for links and lists; what is deeper is left as it came. */
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
