import { parseInstant } from '../time/index.ts'

/** Reads instants, each text once: the same few thousand edges come back in every policy. */
export function createInstantReader(): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    let ms = known.get(text)
    if (ms === undefined) known.set(text, (ms = parseInstant(text)))
    return ms
  }
}
