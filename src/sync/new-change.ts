import type { Change, ChangeAction } from './plan.ts'
import type { PlanSubject } from './plan-subject.ts'

/** Without what it depends on. */
export function newChange(
  action: ChangeAction,
  { entity, key, targetId, name }: PlanSubject,
  {
    fields = [],
    value,
    expects = null,
    reason,
    ...baseline
  }: Pick<Change, 'value' | 'reason' | 'baseline'> & Partial<Pick<Change, 'fields' | 'expects'>>,
): Change {
  const id = `${entity}:${key}:${action}`
  return { id, action, entity, key, targetId, fields, value, ...baseline, dependsOn: [], expects, reason, name }
}
