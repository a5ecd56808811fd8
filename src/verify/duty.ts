import { getOrAdd } from '../get-or-add.ts'
import { addSpan, type Reach, settleSpans, type Spans } from '../schedule/index.ts'

/** Who is reached when: minutes after the alert, then user key, then spans. */
export type Duty = Reach

/** A duty to be added to; its spans may be in any order. */
export type DutyDraft = Map<number, Map<string, Spans>>

export interface Window {
  readonly fromMs: number
  readonly toMs: number
}

/** Notes that a user is reached at an offset during a span. */
export function addDuty(duty: DutyDraft, offset: number, user: string, start: number, end: number): void {
  if (end <= start) return
  const byUser = getOrAdd(duty, offset, () => new Map<string, Spans>())
  addSpan(
    getOrAdd(byUser, user, () => []),
    start,
    end,
  )
}

/** Sorts and merges all spans in place. */
export function settleDuty(duty: DutyDraft): Duty {
  for (const byUser of duty.values()) for (const [user, spans] of byUser) byUser.set(user, settleSpans(spans))
  return duty
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
