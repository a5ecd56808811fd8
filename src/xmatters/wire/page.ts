/** Envelope of a list. `links` are paths from the origin's root. */
export interface WirePage<T> {
  readonly count?: number
  readonly total?: number
  readonly data: readonly T[]
  readonly links?: WirePageLinks
}

export interface WirePageLinks {
  readonly self?: string
  readonly next?: string
  readonly previous?: string
}

/** What some endpoints give as a page and others as a bare array. */
export type WireList<T> = WirePage<T> | readonly T[]

export interface WireSelfLink {
  readonly self?: string
}
