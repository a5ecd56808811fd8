/** A stream of random values that depends on its seed alone (splitmix32). */
export interface Random {
  /** From 0, below 1. */
  next(): number
  /** A whole number, both ends included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly [T, ...T[]]): T
  /** Some of a list, in random order, each once. */
  some<T>(list: readonly T[], count: number): T[]
  uuid(): string
}

export function createRandom(seed: number): Random {
  let state = Math.trunc(seed) | 0
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const word = (): string =>
    Math.floor(next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0')
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    some: (list, count) => {
      // A shuffle of which only the first places are dealt, and no more of the list than those is touched.
      const moved = new Map<number, number>()
      return Array.from({ length: Math.min(count, list.length) }, (_, at) => {
        const from = int(at, list.length - 1)
        const dealt = moved.get(from) ?? from
        moved.set(from, moved.get(at) ?? at)
        return list.slice(dealt, dealt + 1)
      }).flat()
    },
    uuid: () => {
      const digits = word() + word() + word() + word()
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`
    },
  }
}
