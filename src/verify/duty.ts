/** Half-open spans in milliseconds since 1970, flat: start, end, start, end. Settled spans ascend and do not touch. */
export type Spans = readonly number[]

/** Who is reached when: minutes after the alert, then user key, then spans. */
export type Duty = Map<number, Map<string, number[]>>

export interface Window {
  readonly fromMs: number
  readonly toMs: number
}

/** Notes that a user is reached at an offset during a span. Spans may come in any order; `settleDuty` sorts out the rest. */
export function addDuty(duty: Duty, offset: number, user: string, start: number, end: number): void {
  if (end <= start) return
  let byUser = duty.get(offset)
  if (byUser === undefined) duty.set(offset, (byUser = new Map()))
  const spans = byUser.get(user)
  if (spans === undefined) {
    byUser.set(user, [start, end])
    return
  }
  const last = spans.length - 1
  // Rows mostly come in order and end where the next begins.
  if (start >= (spans[last - 1] ?? Infinity) && start <= (spans[last] ?? -Infinity)) {
    if (end > (spans[last] ?? Infinity)) spans[last] = end
  } else spans.push(start, end)
}

/** Sorts and merges all spans in place. */
export function settleDuty(duty: Duty): Duty {
  for (const byUser of duty.values()) {
    for (const [user, spans] of byUser) {
      if (!isSettled(spans)) byUser.set(user, mergeSpans(spans))
    }
  }
  return duty
}

function isSettled(spans: Spans): boolean {
  for (let i = 2; i < spans.length; i += 2) {
    if ((spans[i] ?? 0) <= (spans[i - 1] ?? 0)) return false
  }
  return true
}

/** Sorted, overlapping and touching spans joined. */
export function mergeSpans(spans: Spans): number[] {
  const pairs: [number, number][] = []
  for (let i = 0; i < spans.length; i += 2) pairs.push([spans[i] ?? 0, spans[i + 1] ?? 0])
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const merged: number[] = []
  for (const [start, end] of pairs) {
    const last = merged.length - 1
    if (last > 0 && start <= (merged[last] ?? 0)) merged[last] = Math.max(merged[last] ?? 0, end)
    else merged.push(start, end)
  }
  return merged
}

/** Milliseconds in settled spans. */
export function spansMs(spans: Spans): number {
  let total = 0
  for (let i = 0; i < spans.length; i += 2) total += (spans[i + 1] ?? 0) - (spans[i] ?? 0)
  return total
}

/** Milliseconds that two lists of settled spans share. */
export function sharedMs(a: Spans, b: Spans): number {
  let total = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [aEnd, bEnd] = [a[i + 1] ?? 0, b[j + 1] ?? 0]
    const overlap = Math.min(aEnd, bEnd) - Math.max(a[i] ?? 0, b[j] ?? 0)
    if (overlap > 0) total += overlap
    if (aEnd <= bEnd) i += 2
    else j += 2
  }
  return total
}

/** Index of the first span that ends after an instant. */
export function firstEndingAfter(spans: Spans, ms: number): number {
  let [low, high] = [0, spans.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle * 2 + 1] ?? Infinity) > ms) high = middle
    else low = middle + 1
  }
  return low * 2
}

/** Users reached at an instant, by offset; offsets ascend, users are sorted, offsets that reach nobody are left out. */
export function dutyAt(
  duty: Duty | undefined,
  ms: number,
): { readonly offset: number; readonly users: readonly string[] }[] {
  const levels: { offset: number; users: string[] }[] = []
  for (const [offset, byUser] of duty ?? []) {
    const users: string[] = []
    for (const [user, spans] of byUser) {
      if ((spans[firstEndingAfter(spans, ms)] ?? Infinity) <= ms) users.push(user)
    }
    if (users.length > 0) levels.push({ offset, users: users.sort() })
  }
  return levels.sort((a, b) => a.offset - b.offset)
}
