import { XMattersSyncError } from '../errors.ts'

/** Thrown for a zone that neither the data in use nor the host knows; code `unknown-time-zone`. */
export class UnknownTimeZoneError extends XMattersSyncError {
  readonly zone: string

  constructor(zone: string) {
    super(
      'unknown-time-zone',
      `No time zone is named ${quoteLabel(zone)}; normalizeTimeZone turns other labels into IANA names.`,
    )
    this.zone = zone
  }
}

/** Thrown by the disambiguation `reject`; code `nonexistent-wall-time` or `ambiguous-wall-time`. */
export class WallTimeError extends XMattersSyncError {
  constructor(code: 'nonexistent-wall-time' | 'ambiguous-wall-time', wall: string, zone: string) {
    const what = code === 'nonexistent-wall-time' ? 'is skipped' : 'happens twice'
    super(code, `${wall} ${what} in ${zone}.`)
  }
}

const longestQuote = 60

/** A label made fit for a message: quoted, escaped and cut. */
export function quoteLabel(label: string): string {
  return JSON.stringify(label.length > longestQuote ? `${label.slice(0, longestQuote)}...` : label)
}
