import { InvalidArgumentError } from '../../errors.ts'
import type { Change, Conflict, FieldChange, SyncPlan } from '../plan.ts'

/** Why a change is in a plan, and what hangs on it. */
export interface ChangeExplanation {
  readonly change: Change
  /** What must succeed before it. */
  readonly needs: readonly Change[]
  /** What waits for it. */
  readonly neededBy: readonly Change[]
  /** What is open about the same item. */
  readonly conflicts: readonly Conflict[]
  /** All of it in words, several lines. */
  readonly text: string
}

/** Explains one change of a plan. Throws `InvalidArgumentError` when the plan has no such change. */
export function explainChange(plan: SyncPlan, changeId: string): ChangeExplanation {
  const change = plan.changes.find(({ id }) => id === changeId)
  if (!change) throw new InvalidArgumentError(`The plan has no change ${JSON.stringify(changeId)}.`)
  const wanted = new Set(change.dependsOn)
  const needs = plan.changes.filter(({ id }) => wanted.has(id))
  const neededBy = plan.changes.filter(({ dependsOn }) => dependsOn.includes(changeId))
  const conflicts = plan.conflicts.filter(({ entity, key }) => entity === change.entity && key === change.key)
  const { action, entity, key, name, targetId, reason, fields } = change
  const text = [
    `${action} ${entity} ${JSON.stringify(name)} (${key}${targetId === null ? '' : `, in the target ${targetId}`})`,
    reason,
    ...fields.map(fieldText),
    ...needs.map((one) => `Needs ${one.action} ${one.entity} ${JSON.stringify(one.name)} before it.`),
    ...(neededBy.length === 0
      ? []
      : [`${neededBy.length} ${neededBy.length === 1 ? 'change waits' : 'changes wait'} for it.`]),
    ...conflicts.map(({ message, wayOut }) => `Open: ${message} ${wayOut}`),
  ].join('\n')
  return { change, needs, neededBy, conflicts, text }
}

const winners: Readonly<Record<FieldChange['winner'], string>> = {
  source: 'the source wins',
  target: 'the target keeps its own',
  agreed: 'both sides agree',
  unresolved: 'a conflict, left as it is',
}

function fieldText({ path, winner, ...sides }: FieldChange): string {
  const values = (['base', 'source', 'target'] as const).map(
    (side) => `${side} ${sides[side] === undefined ? 'absent' : shortened(JSON.stringify(sides[side]))}`,
  )
  return `  ${path}: ${winners[winner]} (${values.join(', ')})`
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}
