import { decide, type ItemMerge } from './merge-decision.ts'
import type { MergedField, SideValues } from './merge-sides.ts'

/** Merges a set element by element: what one side adds or takes away is no matter of what the other does to other elements. */
export function mergeSet(
  item: ItemMerge,
  field: string,
  { base, source, target, isUndecided }: SideValues,
): MergedField {
  const [inBase, inSource, inTarget] = [setOf(base), setOf(source), setOf(target)]
  const hasBase = Array.isArray(base)
  const value: string[] = []
  const baseline: string[] = []
  const undecided: string[] = []
  let isWritten = false
  for (const element of [...new Set([...inBase, ...inSource, ...inTarget])].sort()) {
    const path = `${field}[${element}]`
    const known = hasBase && (inBase.has(element) || !isUndecided(path))
    const present = (set: ReadonlySet<string>): string | undefined => (set.has(element) ? element : undefined)
    const place = { path, field, known, base: present(inBase), source: present(inSource), target: present(inTarget) }
    const decision = decide(item, place)
    const wins = decision === 'target' || decision === 'unresolved' ? inTarget : inSource
    if (wins.has(element)) value.push(element)
    if (decision === 'source') isWritten = true
    if (decision === 'source' || decision === 'agreed' || decision === 'same') {
      if (inSource.has(element)) baseline.push(element)
    } else if (!known) undecided.push(path)
    else if (inBase.has(element)) baseline.push(element)
  }
  return { value, isWritten, baseline, undecided }
}

function setOf(value: unknown): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? (value as readonly string[]) : [])
}
