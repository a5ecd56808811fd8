import type { LedgerEffect, LedgerEntry } from '../model/index.ts'

/** What one mapper could not carry over as it is. `path` is relative to the wire value, such as `recurrence.frequency`. */
export interface MappingIssue {
  readonly code: string
  readonly outcome: LedgerEntry['outcome']
  readonly path: string
  readonly message: string
  readonly effect?: LedgerEffect
}

/** A model value and what was lost on the way to it. */
export interface Mapped<T> {
  readonly value: T
  readonly issues: readonly MappingIssue[]
}

export function approximated(code: string, path: string, message: string): MappingIssue {
  return { code, outcome: 'approximated', path, message }
}

export function dropped(code: string, path: string, message: string): MappingIssue {
  return { code, outcome: 'dropped', path, message }
}

/** What keeps a shift from ever being on duty. */
export function offDuty(code: string, path: string, reason: string): MappingIssue {
  return dropped(code, path, `${reason}; the shift is never on duty here.`)
}
