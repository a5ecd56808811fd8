/** The lanes that are on; lanes are numbers from 0. */
export interface LaneSet {
  /** Switches a lane on or off. */
  toggle(lane: number): void
  isEmpty(): boolean
  /** The same for the same lanes. */
  id(): number | string
  /** Ascending. */
  lanes(): number[]
}

/** Lanes whose numbers fit a bit mask. */
const maskBits = 31

export function createLaneSet(count: number): LaneSet {
  return count <= maskBits ? createMaskSet(count) : createListSet()
}

function createMaskSet(count: number): LaneSet {
  let mask = 0
  return {
    toggle: (lane) => (mask ^= 1 << lane),
    isEmpty: () => mask === 0,
    id: () => mask,
    lanes: () => {
      const on: number[] = []
      for (let lane = 0; lane < count; lane++) if ((mask & (1 << lane)) !== 0) on.push(lane)
      return on
    },
  }
}

function createListSet(): LaneSet {
  const on: number[] = []
  return {
    toggle: (lane) => {
      let at = on.length
      while (at > 0 && (on[at - 1] ?? -1) > lane) at--
      if (on[at - 1] === lane) on.splice(at - 1, 1)
      else on.splice(at, 0, lane)
    },
    isEmpty: () => on.length === 0,
    id: () => on.join(),
    lanes: () => [...on],
  }
}
