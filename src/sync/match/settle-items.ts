import type { EntityKind, EscalationPolicy, User } from '../../model/index.ts'
import { entityKinds, perEntity } from '../entity-kinds.ts'
import { newConflict } from '../new-conflict.ts'
import type { MatchedInput } from './matched-input.ts'
import { subjectOf } from '../plan-subject.ts'
import type { Conflict, Skipped } from '../plan.ts'
import type { AnyValue } from '../plan-input.ts'
import type { PlannerSettings } from '../planner-options.ts'

/** What is to come into being, and what cannot. */
export interface SettledItems {
  readonly create: Readonly<Record<EntityKind, ReadonlySet<string>>>
  /** Keys of users. */
  readonly invite: ReadonlySet<string>
  readonly conflicts: readonly Conflict[]
  readonly skipped: readonly Skipped[]
}

/** Decides about every item that has no record: created, invited, left out, or in conflict. */
export function settleItems({ input, matchings, settings, capabilities, kept }: MatchedInput): SettledItems {
  const create = perEntity(() => new Set<string>())
  const invite = new Set<string>()
  const conflicts: Conflict[] = []
  const skipped: Skipped[] = []

  for (const entity of entityKinds) {
    const desired = input.desired[entity]
    const skip = (key: string, code: string, reason: string, targetId: string | null = null): void =>
      void skipped.push({ ...subjectOf(entity, key, desired.get(key)!, targetId), code, reason })
    if (!kept.has(entity)) {
      for (const key of desired.keys()) skip(key, 'entity-not-kept', 'The target does not keep such items.')
      continue
    }
    const { fresh, problems, elsewhere } = matchings[entity]
    for (const [key, { id, link }] of elsewhere) {
      const reason = `It belongs to the import from ${link!.origin}; references lead to it, and it is left alone.`
      skip(key, 'linked-elsewhere', reason, id)
    }
    const makeNew = (key: string, value: AnyValue): void => {
      const user = entity === 'user' ? (value as User) : null
      const owner = entity === 'escalationPolicy' ? (value as EscalationPolicy).ownerGroupKey : null
      if (user && canInvite(user) && settings.isInvited(user)) invite.add(key)
      else if (user && capabilities.users === 'existing-only')
        conflicts.push(newConflict('user-not-found', subjectOf(entity, key, value)))
      else if (owner !== null && kept.has('userGroup') && !hasGroup(owner)) {
        skip(key, 'needs-owner', `It needs its user group ${owner}, which is not in the target and is not created.`)
      } else create[entity].add(key)
    }
    for (const key of fresh) makeNew(key, desired.get(key)!)
    for (const [key, { kind, isDecidable, ...details }] of problems) {
      const value = desired.get(key)!
      const conflict = newConflict(kind, subjectOf(entity, key, value), details)
      const answer = isDecidable ? decideRemoval(settings, { ...conflict, source: value }) : 'unresolved'
      if (answer === 'source') makeNew(key, value)
      else if (answer === 'unresolved') conflicts.push(conflict)
      else skip(key, 'removed-in-target', 'It was removed from the target, and stays so.')
    }
  }
  return { create, invite, conflicts, skipped }

  function hasGroup(key: string): boolean {
    const { matches, orphans } = matchings.userGroup
    return matches.has(key) || create.userGroup.has(key) || orphans.has(key)
  }
  function canInvite({ email }: User): boolean {
    return capabilities.invite !== false && typeof email === 'string' && email !== ''
  }
}

/** Who wins over a whole item that one side removed. */
export function decideRemoval(
  { strategyFor }: PlannerSettings,
  conflict: Conflict,
): 'source' | 'target' | 'unresolved' {
  const strategy = strategyFor(conflict.entity, null)
  if (strategy === 'overwrite-with-source') return 'source'
  if (strategy === 'preserve-local-changes') return 'target'
  const answer = typeof strategy === 'function' ? strategy(conflict) : 'unresolved'
  return answer === 'source' || answer === 'target' ? answer : 'unresolved'
}
