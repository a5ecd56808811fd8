import { entityWords } from './entity-kinds.ts'
import type { Conflict, ConflictKind } from './plan.ts'
import type { PlanSubject } from './plan-subject.ts'

export interface ConflictDetails extends Partial<Pick<Conflict, 'path' | 'base' | 'source' | 'target' | 'candidates'>> {
  /** What is wrong, where the kind alone does not say it. */
  readonly detail?: string
}

export function newConflict(
  kind: ConflictKind,
  { entity, key, targetId, name }: PlanSubject,
  { path = null, candidates = [], detail, ...sides }: ConflictDetails = {},
): Conflict {
  const [message, wayOut] = textsOf(kind, { entity, name, place: path ?? 'name', detail })
  return {
    id: `${entity}:${key}:${kind}${path === null ? '' : `:${path}`}`,
    kind,
    entity,
    key,
    name,
    targetId,
    path,
    ...sides,
    candidates,
    affects: [],
    message,
    wayOut,
  }
}

interface Wording extends Pick<PlanSubject, 'entity' | 'name'> {
  readonly place: string
  readonly detail: string | undefined
}

/** What is wrong, and what to do about it, in words for people. */
function textsOf(kind: ConflictKind, { entity, name, place, detail }: Wording): readonly [string, string] {
  const [word] = entityWords[entity]
  const subject = `${word} ${JSON.stringify(name)}`
  switch (kind) {
    case 'both-changed':
      return [`Source and target both changed ${place} since the last sync, to different values.`, makeEqual]
    case 'no-baseline':
      return [`Source and target differ in ${place}, and nothing tells which of them changed it.`, makeEqual]
    case 'time-zone-mismatch':
      return [
        `Source and target have different time zones at ${place}.`,
        'Find out which zone is meant and set it on both sides, or plan with a strategy that decides.',
      ]
    case 'user-not-found':
      return [
        `The target has no ${subject}, and cannot create users.${detail === undefined ? '' : ` ${detail}`}`,
        'Invite the person, or pair the user with an existing one in match.manual.',
      ]
    case 'ambiguous-match':
      return [detail!, 'Say which record is meant in match.manual, or make the records differ.']
    case 'duplicate-schedule':
    case 'name-collision':
      return [
        detail ?? `The target has another ${word} with the ${place} that this one is to have.`,
        'Rename one of the two, or say in match.manual that they are the same.',
      ]
    case 'removed-in-target':
      return [
        detail!,
        'Remove it from the source too, pair it with another record in match.manual, or plan with overwrite-with-source to create it again.',
      ]
    case 'removed-in-source':
      return [
        `The source has the ${subject} no more, and the target changed it.`,
        'Remove it from the target by hand, or plan with a strategy that decides.',
      ]
  }
}

const makeEqual = 'Set one side to the value of the other, or plan with a strategy that decides.'
