import { InvalidArgumentError } from '../errors.ts'
import { digestOf } from './digest.ts'
import type { Change, SyncPlan } from './plan.ts'

/**
 * At most `parts` plans that together do what the plan does and need nothing of each other, of about equal size; each can be applied
 * by a worker of its own. Changes that depend on each other stay together, so fewer parts may come back, at least one. Brakes,
 * conflicts, drift and what was skipped are in every part; what is agreed already is in the first.
 */
export function partitionPlan(plan: SyncPlan, parts: number): readonly SyncPlan[] {
  if (!Number.isInteger(parts) || parts < 1) throw new InvalidArgumentError('A plan is split into one part or more.')
  const bins: Change[][] = Array.from({ length: parts }, () => [])
  const components = connectedChanges(plan.changes)
  // Largest first into the emptiest part keeps the parts about equal; the sort is stable, so equal sizes keep the plan's order.
  for (const component of components.sort((a, b) => b.length - a.length)) {
    let emptiest = bins[0]!
    for (const bin of bins) if (bin.length < emptiest.length) emptiest = bin
    for (const change of component) emptiest.push(change)
  }
  const filled = bins.filter((bin, index) => index === 0 || bin.length > 0)
  const order = new Map(plan.changes.map(({ id }, index) => [id, index]))
  return filled.map((changes, index) => {
    const { id: of, agreed, ...rest } = plan
    const content = {
      ...rest,
      changes: changes.sort((a, b) => order.get(a.id)! - order.get(b.id)!),
      ...(agreed && index === 0 ? { agreed } : {}),
      part: { of, index: index + 1, count: filled.length },
    }
    return { ...content, id: digestOf(content) }
  })
}

/** Groups of changes with neither a dependency nor an item in common, each in the plan's order. */
function connectedChanges(changes: readonly Change[]): Change[][] {
  const parent = new Map(changes.map(({ id }) => [id, id]))
  const rootOf = (id: string): string => {
    let root = id
    while (parent.get(root)! !== root) root = parent.get(root)!
    for (let at = id; at !== root;) {
      const next = parent.get(at)!
      parent.set(at, root)
      at = next
    }
    return root
  }
  const firstOfItem = new Map<string, string>()
  for (const { id, entity, key, dependsOn } of changes) {
    const item = `${entity} ${key}`
    const first = firstOfItem.get(item)
    if (first === undefined) firstOfItem.set(item, id)
    else parent.set(rootOf(id), rootOf(first))
    for (const needed of dependsOn) if (parent.has(needed)) parent.set(rootOf(id), rootOf(needed))
  }
  const components = new Map<string, Change[]>()
  for (const change of changes) {
    const root = rootOf(change.id)
    const component = components.get(root)
    if (component) component.push(change)
    else components.set(root, [change])
  }
  return [...components.values()]
}
