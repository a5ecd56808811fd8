import { append, getOrAdd } from '../get-or-add.ts'
import type { Override } from '../model/index.ts'
import { parseInstant } from '../time/index.ts'

/** The overrides of one rotation, by the user whom they replace, the strongest first. */
export type RotationOverrides = ReadonlyMap<string, readonly TimedOverride[]>

interface TimedOverride {
  readonly key: string
  readonly isForGroup: boolean
  readonly fromMs: number
  readonly toMs: number
  readonly replacement: string | null
}

export const noOverrides: RotationOverrides = new Map()

/** Sorts a schedule's overrides by the rotations that they name; a rotation that none names is not in the result. */
export function overridesByRotation(overrides: readonly Override[]): ReadonlyMap<string, RotationOverrides> {
  const sorted = new Map<string, Map<string, TimedOverride[]>>()
  for (const override of overrides) {
    const timed = readOverride(override)
    for (const rotationKey of override.rotationKeys) {
      const byUser = getOrAdd(sorted, rotationKey, () => new Map<string, TimedOverride[]>())
      append(byUser, override.replaces, timed)
    }
  }
  for (const byUser of sorted.values()) for (const ofUser of byUser.values()) ofUser.sort(byPrecedence)
  return sorted
}

function readOverride({ key, scope, from, to, replacement }: Override): TimedOverride {
  return { key, isForGroup: scope === 'group', fromMs: parseInstant(from), toMs: parseInstant(to), replacement }
}

function byPrecedence(a: TimedOverride, b: TimedOverride): number {
  return Number(b.isForGroup) - Number(a.isForGroup) || b.fromMs - a.fromMs || (a.key < b.key ? -1 : 1)
}

/**
 * Tells who holds, over a stretch of time, what a user would hold: the user, or whoever is at the end of the chain of
 * replacements. Nobody is told where a chain closes to a circle, ends without a replacement or meets an inactive user.
 */
export function visitHolders(
  overrides: RotationOverrides,
  isActive: (userKey: string) => boolean,
  userKey: string,
  startMs: number,
  endMs: number,
  visit: (userKey: string, startMs: number, endMs: number) => void,
): void {
  const follow = (user: string, start: number, end: number, before: readonly string[]): void => {
    if (before.includes(user) || !isActive(user)) return
    const own = overrides.get(user) ?? []
    // Most occurrences meet none of a person's absences, and there are very many occurrences.
    if (!own.some(({ fromMs, toMs }) => fromMs < end && toMs > start)) return visit(user, start, end)
    const path = [...before, user]
    for (const [pieceStart, pieceEnd] of pieces(own, start, end)) {
      const strongest = own.find(({ fromMs, toMs }) => fromMs <= pieceStart && toMs > pieceStart)
      if (strongest === undefined) visit(user, pieceStart, pieceEnd)
      else if (strongest.replacement !== null) follow(strongest.replacement, pieceStart, pieceEnd, path)
    }
  }
  follow(userKey, startMs, endMs, [])
}

/** Cuts a stretch where any override begins or ends. */
function pieces(overrides: readonly TimedOverride[], start: number, end: number): [start: number, end: number][] {
  const inside = overrides.flatMap(({ fromMs, toMs }) => [fromMs, toMs]).filter((at) => at > start && at < end)
  const cuts = [...new Set([start, ...inside, end])].sort((a, b) => a - b)
  return cuts.slice(1).map((to, index) => [cuts[index] ?? to, to])
}
