import type { EntityKind, EscalationPolicy, User } from '../model/index.ts'
import { entityKinds, perEntity } from './entity-kinds.ts'
import type { Matching } from './matching.ts'
import { newConflict } from './new-conflict.ts'
import type { Conflict, Skipped } from './plan.ts'
import { type AnyValue, displayName, type ReadInput } from './plan-input.ts'
import type { PlannerSettings } from './planner-options.ts'
import type { TargetCapabilities } from './target-adapter.ts'

/** What is to come into being, and what cannot. */
export interface SettledItems {
  readonly create: Readonly<Record<EntityKind, ReadonlySet<string>>>
  /** Keys of users. */
  readonly invite: ReadonlySet<string>
  readonly conflicts: readonly Conflict[]
  readonly skipped: readonly Skipped[]
}

/** Decides about every item that has no record: created, invited, left out, or in conflict. */
export function settleItems(
  input: ReadInput,
  matchings: Readonly<Record<EntityKind, Matching>>,
  settings: PlannerSettings,
  capabilities: Partial<TargetCapabilities>,
): SettledItems {
  const create = perEntity(() => new Set<string>())
  const invite = new Set<string>()
  const conflicts: Conflict[] = []
  const skipped: Skipped[] = []
  const kept: ReadonlySet<EntityKind> = new Set(capabilities.entities ?? entityKinds)

  for (const entity of entityKinds) {
    const desired = input.desired[entity]
    if (!kept.has(entity)) {
      const reason = 'The target does not keep such items.'
      for (const [key, value] of desired)
        skipped.push({ entity, key, targetId: null, name: displayName(value, key), code: 'entity-not-kept', reason })
      continue
    }
    const { fresh, problems, elsewhere } = matchings[entity]
    for (const [key, { id, link }] of elsewhere) {
      const name = displayName(desired.get(key)!, key)
      const reason = `It belongs to the import from ${link!.origin}; references lead to it, and it is left alone.`
      skipped.push({ entity, key, targetId: id, name, code: 'linked-elsewhere', reason })
    }
    const makeNew = (key: string, value: AnyValue): void => {
      const user = entity === 'user' ? (value as User) : null
      const owner = entity === 'escalationPolicy' ? (value as EscalationPolicy).ownerGroupKey : null
      if (user && canInvite(user, capabilities) && settings.isInvited(user)) invite.add(key)
      else if (user && capabilities.users === 'existing-only')
        conflicts.push(newConflict('user-not-found', { entity, key, name: displayName(value, key) }, {}))
      else if (owner !== null && kept.has('userGroup') && !hasGroup(owner)) {
        const reason = `It needs its user group ${owner}, which is not in the target and is not created.`
        skipped.push({ entity, key, targetId: null, name: displayName(value, key), code: 'needs-owner', reason })
      } else create[entity].add(key)
    }
    for (const key of fresh) makeNew(key, desired.get(key)!)
    for (const [key, { kind, isDecidable, candidates, detail }] of problems) {
      const value = desired.get(key)!
      const conflict = newConflict(kind, { entity, key, name: displayName(value, key) }, { candidates, detail })
      const answer = isDecidable ? decideRemoval(settings, entity, { ...conflict, source: value }) : 'unresolved'
      if (answer === 'source') makeNew(key, value)
      else if (answer === 'unresolved') conflicts.push(conflict)
      else {
        const reason = 'It was removed from the target, and stays so.'
        skipped.push({ entity, key, targetId: null, name: displayName(value, key), code: 'removed-in-target', reason })
      }
    }
  }

  function hasGroup(key: string): boolean {
    const { matches, orphans } = matchings.userGroup
    return matches.has(key) || create.userGroup.has(key) || orphans.has(key)
  }
  return { create, invite, conflicts, skipped }
}

/** Who wins over a whole item that one side removed. */
export function decideRemoval(
  { strategyFor }: PlannerSettings,
  entity: EntityKind,
  conflict: Conflict,
): 'source' | 'target' | 'unresolved' {
  const strategy = strategyFor(entity, null)
  if (strategy === 'overwrite-with-source') return 'source'
  if (strategy === 'preserve-local-changes') return 'target'
  const answer = typeof strategy === 'function' ? strategy(conflict) : 'unresolved'
  return answer === 'source' || answer === 'target' ? answer : 'unresolved'
}

function canInvite({ email }: User, { invite = true }: Partial<TargetCapabilities>): boolean {
  return invite && typeof email === 'string' && email !== ''
}
