/** How many colours the page has. */
export const colorCount = 48

/** The colour of a person, the same on every page and in every run: FNV-1a over the key. */
export function personColor(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  // Keys differ in their last characters only; mixing spreads that over all bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % colorCount
}
