import type { TargetAdapter } from '../sync/index.ts'
import { named, want } from './contract-case.ts'

/**
 * The adapter, with each answer that is not what its type promises refused by name, so that no case stumbles over it, and with each error
 * known by its call.
 */
export function checkedTarget(target: TargetAdapter): TargetAdapter {
  const { capabilities } = target
  return {
    ...(capabilities ? { capabilities } : {}),
    read: async (context) => {
      const seen = await named('read', async () => target.read(context))
      for (const list of ['users', 'userGroups', 'schedules', 'escalationPolicies'] as const)
        want(
          Array.isArray(seen?.[list]),
          `read must give four lists, empty where there is nothing; ${list} is none: an absent list would look like a failed read.`,
        )
      return seen
    },
    create: async (change, context) => {
      const made = await named(`create of a ${change.entity}`, async () => target.create(change, context))
      want(
        typeof made?.id === 'string' && made.id !== '',
        `create must give { id }, the id of the ${change.entity} as text: what refers to it is written with that id.`,
        made ?? null,
      )
      return made
    },
    update: async (change, context) =>
      named(`update of a ${change.entity} with action '${change.action}'`, async () => target.update(change, context)),
    remove: async (change, context) =>
      named(`remove of a ${change.entity}`, async () => target.remove(change, context)),
    ...(target.invite
      ? {
          invite: async (invitations, context) => {
            const results = await named('invite', async () => target.invite!(invitations, context))
            want(Array.isArray(results), 'invite must give a list with one result an invitation.', results ?? null)
            return results
          },
        }
      : {}),
  }
}
