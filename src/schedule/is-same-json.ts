/** Whether two JSON values are the same, whatever the order of their object keys. A key that is `undefined` is absent. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && isSameList(a, b)
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]
  let surplus = 0
  for (const key of Object.keys(left)) {
    const value = left[key]
    if (value === undefined) continue
    surplus += 1
    const other = right[key]
    if (value !== other && (!Object.hasOwn(right, key) || !isSameJson(value, other))) return false
  }
  for (const key of Object.keys(right)) if (right[key] !== undefined) surplus -= 1
  return surplus === 0
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index += 1) if (!isSameJson(a[index], b[index])) return false
  return true
}
