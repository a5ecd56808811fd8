/**
 * Gets each time at which lanes go on or off, ascending, with what is on from then: `id` is the same for the same lanes and
 * `noLanes` where none is on, `on` lists them, ascending.
 */
export type VisitChange = (timeMs: number, id: number | string, on: () => number[]) => void

export const noLanes = 0
