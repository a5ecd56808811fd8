import { mergeSpans, type Spans } from './duty.ts'

/** What is in `a` and not in `b`; both settled. */
export function subtractSpans(a: Spans, b: Spans): number[] {
  const rest: number[] = []
  let j = 0
  for (let i = 0; i < a.length; i += 2) {
    let start = a[i] ?? 0
    const end = a[i + 1] ?? 0
    while (j < b.length && (b[j + 1] ?? 0) <= start) j += 2
    for (let k = j; k < b.length && (b[k] ?? 0) < end; k += 2) {
      if ((b[k] ?? 0) > start) rest.push(start, b[k] ?? 0)
      start = Math.max(start, b[k + 1] ?? 0)
    }
    if (start < end) rest.push(start, end)
  }
  return rest
}

/** What is in any of the lists. */
export function unionSpans(lists: Iterable<Spans>): number[] {
  const all: number[] = []
  for (const list of lists) for (const ms of list) all.push(ms)
  return mergeSpans(all)
}
