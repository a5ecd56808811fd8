import type { HostClock } from './host-clock.ts'
import type { OffsetChange } from './posix-transitions.ts'
import type { ZoneRules } from './transition-table.ts'
import type { Zone } from './zone.ts'

/** Shorter than any two changes of one zone lie apart, so that none is stepped over. */
const stepMs = 14 * 86_400_000

/** An instant at which the host and a zone disagree, or null where they agree everywhere in a window. */
export function firstDifference(zone: Zone, host: HostClock, fromMs: number, toMs: number): number | null {
  const differs = (ms: number): boolean => host(ms) !== zone.offsetMsAt(ms)
  let changeAt = zone.nextTransitions(fromMs, 1)[0]?.at ?? Infinity
  // The last instant of the window is looked at too, whatever is left of the last step.
  for (let ms = fromMs; ms < toMs; ms = Math.min(ms + stepMs, Math.max(ms + 1, toMs - 1))) {
    while (changeAt <= ms) {
      // Both sides of a change, so that one that comes an hour late is seen as well.
      if (differs(changeAt - 1)) return changeAt - 1
      if (differs(changeAt)) return changeAt
      changeAt = zone.nextTransitions(changeAt, 1)[0]?.at ?? Infinity
    }
    if (differs(ms)) return ms
  }
  return null
}

/** Finds the changes of offset that the host knows, by steps and halving. */
export function probeHostRules(host: HostClock, fromMs: number, toMs: number): ZoneRules {
  const changes: OffsetChange[] = []
  const initialOffsetMs = host(fromMs)
  let offset = initialOffsetMs
  for (let ms = fromMs; ms < toMs; ms += stepMs) {
    const next = host(ms + stepMs)
    if (next === offset) continue
    changes.push({ at: findChange(host, ms, ms + stepMs, offset), offsetAfterMs: next })
    offset = next
  }
  return { initialOffsetMs, changes, rule: null, ruleFromYear: Infinity }
}

function findChange(host: HostClock, from: number, to: number, offsetBefore: number): number {
  let [low, high] = [from, to]
  // To the second: changes lie on whole seconds.
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (host(middle) === offsetBefore) low = middle
    else high = middle
  }
  return high
}
