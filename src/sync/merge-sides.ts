export type JsonObject = Readonly<Record<string, unknown>>

/** The three values of a field; `undefined` means absent, and for the base that nothing is known. */
export interface SideValues {
  readonly base: unknown
  readonly source: unknown
  readonly target: unknown
  /** Whether the base's lack of this element means nothing. */
  readonly isUndecided: (path: string) => boolean
}

/** What becomes of a field. */
export interface MergedField {
  readonly value: unknown
  /** Whether the value is to be written to the target. */
  readonly isWritten: boolean
  /** `undefined`: nothing is agreed. */
  readonly baseline: unknown
  /** Paths of elements on which nothing is agreed. */
  readonly undecided: readonly string[]
}
