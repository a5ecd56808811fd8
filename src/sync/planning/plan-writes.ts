import { compareItems } from '../entity-kinds.ts'
import { differingFields, type JsonObject } from '../json-object.ts'
import { orderChanges, type OrderedNode } from './order-changes.ts'
import type { Change, FieldChange } from '../plan.ts'
import type { AnyValue } from '../plan-input.ts'
import { editReferences, listReferences } from '../references.ts'

interface Node extends OrderedNode {
  readonly change: Change
}

/**
 * Orders what creates and changes items, and says what each needs: the creation or invitation of whatever its value refers to. Items
 * that refer to each other in a circle are created without the reference that closes it, which an update adds.
 */
export function orderWrites(changes: readonly Change[]): readonly Change[] {
  const makers = new Map<string, string>()
  for (const { id, action, entity, key } of changes)
    if (action === 'create' || action === 'invite') makers.set(`${entity} ${key}`, id)
  const nodes = [...changes]
    .sort(compareItems)
    .map((change): Node => ({ id: change.id, needs: needsOf(change, makers), change }))
  const { order, cut } = orderChanges(nodes)

  const closing: Change[] = []
  const ordered = order.map(({ change, needs }): Change => {
    const open = cut.get(change.id)
    if (!open) return { ...change, dependsOn: needs }
    const value = change.value as AnyValue
    const created: AnyValue = editReferences(change.entity, value as never, (entity, key) =>
      open.has(makers.get(`${entity} ${key}`) ?? '') ? null : key,
    )
    const old = created as unknown as JsonObject
    const fields = differingFields(value, created).map(([path, source]): FieldChange => ({
      path,
      source,
      target: old[path],
      winner: 'source',
    }))
    closing.push({
      ...change,
      id: `${change.entity}:${change.key}:update`,
      action: 'update',
      fields,
      dependsOn: [...new Set([change.id, ...needs])].sort(),
      reason: 'Adds the references that close a circle, now that what they lead to exists.',
    })
    return { ...change, value: created, dependsOn: needs.filter((need) => !open.has(need)) }
  })
  return [...ordered, ...closing]
}

function needsOf({ id, action, entity, value }: Change, makers: ReadonlyMap<string, string>): readonly string[] {
  if (makers.size === 0 || entity === 'user' || (action !== 'create' && action !== 'update')) return []
  const needs = new Set<string>()
  for (const { kind, reference } of listReferences(entity, value as never)) {
    const maker = makers.get(`${kind} ${reference}`)
    if (maker !== undefined && (maker !== id || action === 'create')) needs.add(maker)
  }
  return [...needs].sort()
}
