/** The first place where two JSON values differ, such as `contactMethods[0].label is absent, not ""`; `null` where they are the same. */
export function firstDifference(seen: unknown, wanted: unknown, path = ''): string | null {
  if (seen === wanted) return null
  if (!isContainer(seen) || !isContainer(wanted) || Array.isArray(seen) !== Array.isArray(wanted))
    return `${path === '' ? 'it' : path} is ${different(seen, wanted)}`
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

/** Long texts from where they part. */
function different(seen: unknown, wanted: unknown): string {
  if (typeof seen !== 'string' || typeof wanted !== 'string') return `${textOf(seen)}, not ${textOf(wanted)}`
  let at = 0
  while (at < seen.length && seen[at] === wanted[at]) at += 1
  const start = Math.max(seen.length, wanted.length) > longest ? Math.max(0, at - 20) : 0
  const [here, there] = [textOf(seen.slice(start)), textOf(wanted.slice(start))]
  const parted = isLookalike(seen, wanted) ? `${escaped(here)}, not ${escaped(there)}` : `${here}, not ${there}`
  return start > 0 ? `${parted} (from character ${start} on)` : parted
}

const longest = 80

function textOf(value: unknown): string {
  if (value === undefined) return 'absent'
  const text = JSON.stringify(value)
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}

/** Composed and decomposed letters look the same in a message. */
function isLookalike(a: string, b: string): boolean {
  return a.normalize('NFKC') === b.normalize('NFKC')
}

function escaped(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e]/gu, (character) =>
    [...character].map((one) => `\\u{${one.codePointAt(0)!.toString(16)}}`).join(''),
  )
}
