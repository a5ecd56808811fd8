import { InvalidArgumentError } from '../../errors.ts'
import { append } from '../../get-or-add.ts'
import { digestOf } from '../digest.ts'
import type { Change, SyncPlan } from '../plan.ts'
import { listReferences } from '../references.ts'
import type { BaselineEntry } from '../state-store.ts'

/** Which record stands for an item. */
type NamedRecord = Omit<BaselineEntry, 'value'>

/**
 * At most `parts` plans that together do what the plan does and need nothing of each other, of about equal size; each can be applied
 * by a worker of its own. Changes that depend on each other stay together, so fewer parts may come back, at least one. Brakes,
 * conflicts, drift and what was skipped are in every part; what is agreed already is in the first. `part.records` names the records
 * that a part refers to and that only the others would tell it of, such as one that another part is yet to link.
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
  const named = namedRecords(plan)
  return filled.map((changes, index) => {
    const { id: of, agreed, ...rest } = plan
    changes.sort((a, b) => order.get(a.id)! - order.get(b.id)!)
    const records = recordsOfOthers(changes, named)
    const content = {
      ...rest,
      changes,
      ...(agreed && index === 0 ? { agreed } : {}),
      part: { of, index: index + 1, count: filled.length, ...(records.length > 0 ? { records } : {}) },
    }
    return { ...content, id: digestOf(content) }
  })
}

function namedRecords({ agreed = [], changes }: SyncPlan): ReadonlyMap<string, NamedRecord> {
  const named = new Map<string, NamedRecord>()
  for (const { entity, key, targetId } of [...agreed, ...changes])
    if (targetId !== null) named.set(`${entity} ${key}`, { entity, key, targetId })
  return named
}

function recordsOfOthers(changes: readonly Change[], named: ReadonlyMap<string, NamedRecord>): readonly NamedRecord[] {
  const own = new Set(changes.map(({ entity, key }) => `${entity} ${key}`))
  const records = new Map<string, NamedRecord>()
  for (const { entity, value } of changes) {
    if (value === null) continue
    for (const { kind, reference } of listReferences(entity, value as never)) {
      const item = `${kind} ${reference}`
      const record = own.has(item) ? undefined : named.get(item)
      if (record) records.set(item, record)
    }
  }
  return [...records.values()]
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
  for (const change of changes) append(components, rootOf(change.id), change)
  return [...components.values()]
}
