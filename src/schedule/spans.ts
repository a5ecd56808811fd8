/** Stretches of time, flat: start, end, start, end, in epoch milliseconds. Settled: ascending, and no two touch. */
export type Spans = number[]

/** Appends a stretch; one that goes on where the last began or ended makes that longer. */
export function addSpan(spans: Spans, startMs: number, endMs: number): void {
  const last = spans.length - 2
  if (last >= 0 && startMs >= (spans[last] ?? 0) && startMs <= (spans[last + 1] ?? 0)) {
    spans[last + 1] = Math.max(spans[last + 1] ?? 0, endMs)
  } else spans.push(startMs, endMs)
}

/** The same time, settled. Gives the argument back where it is that already. */
export function settleSpans(spans: Spans): Spans {
  if (isSettled(spans)) return spans
  const order = Array.from({ length: spans.length / 2 }, (_, index) => index * 2)
  order.sort((a, b) => (spans[a] ?? 0) - (spans[b] ?? 0))
  const settled: Spans = []
  for (const at of order) addSpan(settled, spans[at] ?? 0, spans[at + 1] ?? 0)
  return settled
}

function isSettled(spans: Spans): boolean {
  for (let at = 2; at < spans.length; at += 2) if (!((spans[at] ?? 0) > (spans[at - 1] ?? 0))) return false
  return true
}

/** The time that any has, settled. */
export function uniteSpans(lists: readonly Spans[]): Spans {
  return settleSpans(lists.flat())
}

/** The time that either has; both settled. */
export function joinSpans(a: Spans, b: Spans): Spans {
  const joined: Spans = []
  let [ofA, ofB] = [0, 0]
  while (ofA < a.length || ofB < b.length) {
    if ((a[ofA] ?? Infinity) <= (b[ofB] ?? Infinity)) {
      addSpan(joined, a[ofA] ?? 0, a[ofA + 1] ?? 0)
      ofA += 2
    } else {
      addSpan(joined, b[ofB] ?? 0, b[ofB + 1] ?? 0)
      ofB += 2
    }
  }
  return joined
}

/** The time that both have; both settled. */
export function intersectSpans(a: Spans, b: Spans): Spans {
  const shared: Spans = []
  let [ofA, ofB] = [0, 0]
  while (ofA < a.length && ofB < b.length) {
    const [endA, endB] = [a[ofA + 1] ?? 0, b[ofB + 1] ?? 0]
    const start = Math.max(a[ofA] ?? 0, b[ofB] ?? 0)
    const end = Math.min(endA, endB)
    if (start < end) shared.push(start, end)
    if (endA <= endB) ofA += 2
    else ofB += 2
  }
  return shared
}

/** The time that the first has and the second has not; both settled. */
export function subtractSpans(a: Spans, b: Spans): Spans {
  return intersectSpans(a, invertSpans(b, -Infinity, Infinity))
}

/** The time of a window that settled spans leave free. */
export function invertSpans(spans: Spans, fromMs: number, toMs: number): Spans {
  const free: Spans = []
  let start = fromMs
  for (let at = 0; at < spans.length; at += 2) {
    const [busyFrom, busyTo] = [spans[at] ?? 0, spans[at + 1] ?? 0]
    if (busyFrom > start) free.push(start, busyFrom)
    start = busyTo
  }
  if (start < toMs) free.push(start, toMs)
  return free
}

/** What is made of each stretch. */
export function mapSpans<T>(spans: Spans, make: (startMs: number, endMs: number) => T): T[] {
  const made: T[] = []
  for (let at = 0; at < spans.length; at += 2) made.push(make(spans[at] ?? 0, spans[at + 1] ?? 0))
  return made
}

export function lengthMs(spans: Spans): number {
  let length = 0
  for (let at = 0; at < spans.length; at += 2) length += (spans[at + 1] ?? 0) - (spans[at] ?? 0)
  return length
}
