/** A word of the wire in capitals, whatever its case there; empty for what is no text. */
export function readWord(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : ''
}
