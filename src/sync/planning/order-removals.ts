import type { EntityKind } from '../../model/index.ts'
import { append } from '../../get-or-add.ts'
import { compareItems } from '../entity-kinds.ts'
import { orderChanges } from './order-changes.ts'
import type { Change, Skipped } from '../plan.ts'
import type { AnyValue } from '../plan-input.ts'
import { listReferences } from '../references.ts'

/** A record as it is before and after everything else in the plan, in source keys. */
export interface Referrer {
  readonly entity: EntityKind
  readonly key: string
  readonly name: string
  /** `null`: it is not there. */
  readonly before: AnyValue | null
  readonly after: AnyValue | null
  /** The change that makes the difference. */
  readonly changeId: string | null
  /** Whether it is disabled already. */
  readonly isOff: boolean
}

export interface OrderedRemovals {
  readonly changes: readonly Change[]
  readonly skipped: readonly Skipped[]
}

/**
 * Orders removals so that nothing goes before what refers to it: policies, schedules, groups, users, each after the updates that drop
 * the references. What something that stays still refers to is not removed. Nor is it disabled where that is a schedule or a policy in
 * use, perhaps another import's, which would then page nobody; to be listed in a group does not keep a user.
 */
export function orderRemovals(removals: readonly Change[], referrers: Iterable<Referrer>): OrderedRemovals {
  if (removals.length === 0) return { changes: [], skipped: [] }
  const candidates = new Map(removals.map((change) => [`${change.entity} ${change.key}`, change]))
  const holds = ({ entity, isOff }: Pick<Referrer, 'entity' | 'isOff'>, item: string): boolean =>
    candidates.get(item)!.action === 'remove' || (entity !== 'userGroup' && !isOff)

  const needs = new Map<string, string[]>()
  /** By what is held, the name of who holds it. */
  const heldBy = new Map<string, string>()
  const refersTo = new Map<string, readonly string[]>()
  for (const referrer of referrers) {
    const self = `${referrer.entity} ${referrer.key}`
    const own = candidates.get(self)
    const mentionedIn = (value: AnyValue | null): readonly string[] =>
      mentioned(referrer.entity, value, candidates).filter((item) => holds(referrer, item))
    const before = mentionedIn(referrer.before)
    if (own) {
      refersTo.set(self, before)
      for (const item of before) if (item !== self) append(needs, item, own.id)
      continue
    }
    const after = referrer.after === referrer.before ? before : mentionedIn(referrer.after)
    for (const item of after) if (!heldBy.has(item)) heldBy.set(item, referrer.name)
    if (referrer.changeId !== null) for (const item of before) append(needs, item, referrer.changeId)
  }

  // Whoever stays keeps what it refers to, and so on.
  const staying = [...heldBy.keys()]
  for (let item = staying.pop(); item !== undefined; item = staying.pop()) {
    const { name } = candidates.get(item)!
    for (const other of refersTo.get(item) ?? []) {
      if (heldBy.has(other)) continue
      heldBy.set(other, name)
      staying.push(other)
    }
  }
  const skipped = [...heldBy].map(([item, holder]): Skipped => {
    const { entity, key, targetId, name } = candidates.get(item)!
    const reason = `The source has it no more, but ${JSON.stringify(holder)} still refers to it.`
    return { entity, key, targetId, name, code: 'still-referenced', reason }
  })

  const nodes = removals
    .toSorted((a, b) => compareItems(b, a))
    .filter(({ entity, key }) => !heldBy.has(`${entity} ${key}`))
    .map((change) => ({
      id: change.id,
      needs: [...new Set(needs.get(`${change.entity} ${change.key}`))].sort(),
      change,
    }))
  const { order, cut } = orderChanges(nodes)
  const ids = new Set(nodes.map(({ id }) => id))
  const heldIds = new Set([...heldBy.keys()].map((item) => candidates.get(item)!.id))
  const changes = order.map(({ change, needs: wanted }) => ({
    ...change,
    dependsOn: wanted.filter((id) => !cut.get(change.id)?.has(id) && (ids.has(id) || !heldIds.has(id))),
  }))
  return { changes, skipped }
}

function mentioned(
  entity: EntityKind,
  value: AnyValue | null,
  candidates: ReadonlyMap<string, Change>,
): readonly string[] {
  const items = value === null ? [] : listReferences(entity, value as never)
  return [...new Set(items.map(({ kind, reference }) => `${kind} ${reference}`))].filter((item) => candidates.has(item))
}
