import { newConflict } from '../new-conflict.ts'
import type { Conflict, ConflictKind, Drift, FieldChange } from '../plan.ts'
import type { PlanSubject } from '../plan-subject.ts'
import type { SameValue } from '../same-value.ts'
import type { StrategyTable } from '../strategy-table.ts'

/** The item that is merged, and what was found on the way. */
export interface ItemMerge extends PlanSubject {
  readonly targetId: string
  readonly strategyFor: StrategyTable
  readonly isSame: SameValue
  /** Target ids of what else goes by this value of the field; empty for a value that many may have. */
  readonly othersWith: (field: string, value: unknown) => readonly string[]
  readonly fields: FieldChange[]
  readonly conflicts: Conflict[]
  readonly drift: Drift[]
}

/** One place at which the three values are compared; `undefined` means absent. */
export interface Place {
  /** Such as `contactMethods[device:…].address`. */
  readonly path: string
  /** The same without the keys of elements. */
  readonly field: string
  /** Whether the baseline speaks of this place at all. */
  readonly known: boolean
  readonly base: unknown
  readonly source: unknown
  readonly target: unknown
}

/** `same`: all three agree. `agreed`: source and target do, and the baseline did not know. */
export type Decision = 'same' | 'agreed' | 'source' | 'target' | 'unresolved'

/** The rows of the table in the contract; notes down what is not the same. */
export function decide(item: ItemMerge, place: Place): Decision {
  const { known, base, source, target, field, path } = place
  const name = field.slice(field.lastIndexOf('.') + 1)
  const isSame = (a: unknown, b: unknown): boolean => item.isSame(name, a, b)
  if (isSame(source, target)) {
    if (known && isSame(base, source)) return 'same'
    if (known) item.fields.push({ path, ...sidesOf(place), winner: 'agreed' })
    return 'agreed'
  }
  const decision = winnerOf(item, place, {
    sourceChanged: !known || !isSame(base, source),
    targetChanged: !known || !isSame(base, target),
  })
  item.fields.push({ path, ...sidesOf(place), winner: decision })
  return decision
}

function winnerOf(
  item: ItemMerge,
  place: Place,
  { sourceChanged, targetChanged }: { readonly sourceChanged: boolean; readonly targetChanged: boolean },
): 'source' | 'target' | 'unresolved' {
  const strategy = item.strategyFor(item.entity, place.field)
  if (!targetChanged || strategy === 'overwrite-with-source') return unlessTaken(item, place)
  if (!sourceChanged) {
    if (strategy === 'manual') item.drift.push(driftOf(item, place))
    return 'target'
  }
  if (strategy === 'preserve-local-changes') return 'target'
  const conflict = newConflict(kindOf(place), item, { path: place.path, ...sidesOf(place) })
  const answer = typeof strategy === 'function' ? strategy(conflict) : 'unresolved'
  if (answer === 'source') return unlessTaken(item, place)
  if (answer === 'target') return answer
  item.conflicts.push(conflict)
  return 'unresolved'
}

/** The source wins, unless its name is that of something else in the target: nobody could tell the two apart afterwards. */
function unlessTaken(item: ItemMerge, place: Place): 'source' | 'unresolved' {
  const candidates = item.othersWith(place.path, place.source)
  if (candidates.length === 0) return 'source'
  const kind = item.entity === 'schedule' ? 'duplicate-schedule' : 'name-collision'
  item.conflicts.push(newConflict(kind, item, { path: place.path, ...sidesOf(place), candidates }))
  return 'unresolved'
}

function kindOf({ field, known, source, target }: Place): ConflictKind {
  const isZone = field === 'timeZone' || field.endsWith('.timeZone')
  if (isZone && typeof source === 'string' && typeof target === 'string') return 'time-zone-mismatch'
  return known ? 'both-changed' : 'no-baseline'
}

function driftOf({ entity, key, name, targetId }: ItemMerge, { path, base, target }: Place): Drift {
  const sides = { ...(base === undefined ? {} : { base }), ...(target === undefined ? {} : { target }) }
  const message = `${path} was changed in the target only; it stays as it is.`
  return { entity, key, name, targetId, path, ...sides, message }
}

function sidesOf({ base, source, target }: Place): Pick<FieldChange, 'base' | 'source' | 'target'> {
  return {
    ...(base === undefined ? {} : { base }),
    ...(source === undefined ? {} : { source }),
    ...(target === undefined ? {} : { target }),
  }
}
