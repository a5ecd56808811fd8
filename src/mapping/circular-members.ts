import { append, getOrAdd } from '../get-or-add.ts'
import { approximated, type MappingIssue } from './mapping-issue.ts'

/** A member of a shift that hands on to policies. */
export interface NestedMember {
  /** The wire value of its shift. */
  readonly item: unknown
  /** Of the shift's group. */
  readonly policyKey: string
  readonly nested: readonly string[]
  /** Of the recipient's id, inside the shift. */
  readonly path: string
}

type Edges = Map<string, Set<string>>

/** Finds the members through which a group comes back to itself, by the shift that they are in. */
export function findCircularMembers(members: readonly NestedMember[]): ReadonlyMap<unknown, readonly MappingIssue[]> {
  const [ahead, behind]: [Edges, Edges] = [new Map(), new Map()]
  for (const { policyKey, nested } of members) {
    for (const key of nested) {
      getOrAdd(ahead, policyKey, () => new Set()).add(key)
      getOrAdd(behind, key, () => new Set()).add(policyKey)
    }
  }
  // What nothing leads to is on no circle, nor is then what only that led to.
  const apart = new Set([...ahead.keys()].filter((key) => !behind.has(key)))
  for (const key of apart) {
    for (const next of ahead.get(key) ?? []) {
      const left = behind.get(next)
      left?.delete(key)
      if (left?.size === 0) apart.add(next)
    }
  }
  const circles = new Map<string, string>()
  for (const root of ahead.keys()) {
    if (apart.has(root) || circles.has(root)) continue
    const reached = reachFrom(root, ahead)
    if (!reached.has(root)) continue
    for (const key of reachFrom(root, behind)) if (reached.has(key)) circles.set(key, root)
  }
  const found = new Map<unknown, MappingIssue[]>()
  for (const { item, policyKey, nested, path } of members) {
    const circle = circles.get(policyKey)
    if (circle === undefined || !nested.some((key) => circles.get(key) === circle)) continue
    const message = 'The group leads back to that of the shift; where it comes round again it reaches nobody.'
    append(found, item, approximated('member.circle', path, message))
  }
  return found
}

/** All that can be reached by at least one step; the start only if a way leads back to it. */
function reachFrom(start: string, edges: Edges): ReadonlySet<string> {
  const found = new Set(edges.get(start))
  // A set goes on to what is added to it while it is walked.
  for (const key of found) for (const next of edges.get(key) ?? []) found.add(next)
  return found
}
