import type { ZoneSource } from './zone-source.ts'

const mostEdits = 2
const mostSuggestions = 3

/** The zones whose names are one or two slips of the pen away from a label, for a person to choose from. */
export function suggestNames(label: string, source: ZoneSource): string[] {
  const text = label.toLowerCase().replaceAll(' ', '_')
  if (text.length < 5) return []
  const near: { zone: string; edits: number }[] = []
  for (const [name, zone] of source.primaryOf) {
    if (Math.abs(name.length - text.length) > mostEdits || name.charAt(0).toLowerCase() !== text.charAt(0)) continue
    const edits = countEdits(text, name.toLowerCase())
    if (edits <= mostEdits) near.push({ zone, edits })
  }
  const zones = near.sort((a, b) => a.edits - b.edits || (a.zone < b.zone ? -1 : 1)).map(({ zone }) => zone)
  return [...new Set(zones)].slice(0, mostSuggestions)
}

/** Letters to add, drop or change to make one text of the other. */
function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
