/** Somebody whom one place of a ring is to hold. */
export interface HeldPlace<T> {
  readonly place: number
  readonly holder: T
}

/**
 * The ring in an order in which the places named hold whom they are to hold, and everybody else follows whoever they followed before,
 * as far as that is possible. A mere rotation where one does it. `null` where two claims contradict each other or the ring lacks a
 * holder.
 */
export function arrangeRing<T>(ring: readonly T[], claims: readonly HeldPlace<T>[]): readonly T[] | null {
  const size = ring.length
  const first = claims[0]
  if (!first) return ring
  /** Which member of the old ring each place gets, and who has got a place. */
  const members = new Map<number, number>()
  const seated = new Set<number>()
  const seat = (place: number, member: number): void => {
    members.set(place, member)
    seated.add(member)
  }
  let turnedBy: number | null = null
  for (const { place, holder } of claims) {
    const taken = members.get(place)
    if (taken !== undefined) {
      if (ring[taken] !== holder) return null
      continue
    }
    const isFree = (member: number): boolean => ring[member] === holder && !seated.has(member)
    // Who is in the ring twice is taken where a mere rotation would take them.
    const rotated: number = (place + (turnedBy ?? 0)) % size
    const member: number =
      turnedBy !== null && isFree(rotated) ? rotated : ring.findIndex((_, candidate) => isFree(candidate))
    if (member === -1) return null
    turnedBy ??= (member - place + size) % size
    seat(place, member)
  }

  // From where a run of claims ends, each free place goes to the next member of the old ring who has none.
  const runEnd = claims.find(({ place }) => !members.has((place + 1) % size))?.place ?? first.place
  let last = members.get(runEnd)!
  for (let step = 1; step < size; step += 1) {
    const place = (runEnd + step) % size
    if (!members.has(place)) {
      let next = (last + 1) % size
      while (seated.has(next)) next = (next + 1) % size
      seat(place, next)
    }
    last = members.get(place)!
  }
  return ring.map((_, place) => ring[members.get(place)!]!)
}

/** By how many places `ring` is ahead of `base`: `ring[i]` is `base[i + n]`. `null` where it is another ring. */
export function ringLead<T>(base: readonly T[], ring: readonly T[]): number | null {
  const size = base.length
  if (ring.length !== size) return null
  for (let lead = 0; lead < size; lead += 1) {
    if (ring.every((member, at) => member === base[(at + lead) % size])) return lead
  }
  return null
}
