import { append } from '../../get-or-add.ts'
import type { Change } from '../plan.ts'

/**
 * Changes by the length of the longest chain of dependencies below them, each level in the plan's order. What depends on itself, or
 * on a change that the plan does not have, is in no level.
 */
export function applyLevels(changes: readonly Change[]): readonly (readonly Change[])[] {
  const waitingFor = new Map<string, number>()
  const dependants = new Map<string, Change[]>()
  for (const { id, dependsOn } of changes) waitingFor.set(id, new Set(dependsOn).size)
  for (const change of changes) {
    for (const id of new Set(change.dependsOn)) append(dependants, id, change)
  }

  const order = new Map(changes.map(({ id }, index) => [id, index]))
  const levels: Change[][] = []
  let level = changes.filter(({ dependsOn }) => dependsOn.length === 0)
  while (level.length > 0) {
    levels.push(level)
    const next: Change[] = []
    for (const { id } of level) {
      for (const dependant of dependants.get(id) ?? []) {
        const left = waitingFor.get(dependant.id)! - 1
        waitingFor.set(dependant.id, left)
        if (left === 0) next.push(dependant)
      }
    }
    level = next.sort((a, b) => order.get(a.id)! - order.get(b.id)!)
  }
  return levels
}
