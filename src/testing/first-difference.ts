/** The first place where two JSON values differ, such as `contactMethods[0].label is absent, not ""`; `null` where they are the same. */
export function firstDifference(seen: unknown, wanted: unknown, path = ''): string | null {
  if (seen === wanted) return null
  if (!isContainer(seen) || !isContainer(wanted) || Array.isArray(seen) !== Array.isArray(wanted))
    return `${path === '' ? 'it' : path} is ${textOf(seen)}, not ${textOf(wanted)}`
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(seen)])) {
    const place = Array.isArray(wanted) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const found = firstDifference(seen[key], wanted[key], place)
    if (found !== null) return found
  }
  return null
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function textOf(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value)
}
