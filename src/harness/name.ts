/** Default limit of a display name's length; some installations allow more. */
export const defaultMaxNameLength = 64

export interface HarnessName {
  readonly name: string
  /** What was changed, in words; empty when the name is as it was. */
  readonly warnings: readonly string[]
}

/**
 * Display name that passes the platform's validator: letters of any script, digits, `-`, `_`, `.`, `/` and single spaces. Whether the
 * limit binds on every path is not documented, so what had to change is a warning and never an error.
 */
export function harnessName(text: string, options: { maxLength?: number } = {}): HarnessName {
  const { maxLength = defaultMaxNameLength } = options
  const warnings: string[] = []
  const kept = text.replaceAll(/[^\p{L}\p{M}\p{N}\-_./ ]+/gu, ' ')
  const allowed = kept.replaceAll(/ +/g, ' ').trim()
  if (kept === text && allowed !== text) warnings.push('spaces at an end or in a row were left out')
  if (kept !== text) warnings.push('characters outside of letters, digits, "-", "_", ".", "/" and space were left out')
  const name = cutText(allowed, maxLength).trim()
  if (allowed.length > maxLength) warnings.push(`shortened to ${maxLength} characters`)
  if (name === '') {
    warnings.push('nothing of the name was left')
    return { name: 'unnamed', warnings }
  }
  return { name, warnings }
}

/** The beginning of a text, in UTF-16 units as the platform counts them, without half a character at its end. */
export function cutText(text: string, maxLength: number): string {
  return text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')
}
