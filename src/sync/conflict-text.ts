import type { EntityKind } from '../model/index.ts'
import type { ConflictKind } from './plan.ts'

const words: Readonly<Record<EntityKind, string>> = {
  user: 'user',
  userGroup: 'user group',
  schedule: 'schedule',
  escalationPolicy: 'escalation policy',
}

/** What is wrong, and what to do about it, in words for people. */
export function describeConflict(
  kind: ConflictKind,
  {
    entity,
    name,
    path,
    detail,
  }: {
    readonly entity: EntityKind
    readonly name: string
    readonly path?: string
    readonly detail?: string
  },
): { readonly message: string; readonly wayOut: string } {
  const subject = `${words[entity]} ${JSON.stringify(name)}`
  switch (kind) {
    case 'both-changed':
      return {
        message: `Source and target both changed ${path ?? `the ${subject}`} since the last sync, to different values.`,
        wayOut: 'Set one side to the value of the other, or plan with a strategy that decides.',
      }
    case 'no-baseline':
      return {
        message: `Source and target differ in ${path ?? `the ${subject}`}, and nothing tells which of them changed it.`,
        wayOut: 'Set one side to the value of the other, or plan with a strategy that decides.',
      }
    case 'time-zone-mismatch':
      return {
        message: `Source and target have different time zones at ${path ?? `the ${subject}`}.`,
        wayOut: 'Find out which zone is meant and set it on both sides, or plan with a strategy that decides.',
      }
    case 'user-not-found':
      return {
        message: `The target has no ${subject}, and cannot create users.${detail === undefined ? '' : ` ${detail}`}`,
        wayOut: 'Invite the person, or pair the user with an existing one in match.manual.',
      }
    case 'ambiguous-match':
      return {
        message: detail ?? `Several records could be the ${subject}.`,
        wayOut: 'Say which record is meant in match.manual, or make the records differ.',
      }
    case 'duplicate-schedule':
    case 'name-collision':
      return {
        message:
          detail ?? `The target has another ${words[entity]} with the ${path ?? 'name'} that this one is to have.`,
        wayOut: 'Rename one of the two, or say in match.manual that they are the same.',
      }
    case 'removed-in-target':
      return {
        message: detail ?? `The ${subject} was removed from the target.`,
        wayOut:
          'Remove it from the source too, pair it with another record in match.manual, or plan with overwrite-with-source to create it again.',
      }
    case 'removed-in-source':
      return {
        message: `The source has the ${subject} no more, and the target changed it.`,
        wayOut: 'Remove it from the target by hand, or plan with a strategy that decides.',
      }
  }
}

export function driftMessage(path: string | null): string {
  return path === null
    ? 'Changed in the target only; it stays as it is.'
    : `${path} was changed in the target only; it stays as it is.`
}
