import { InvalidArgumentError } from '../errors.ts'
import { isIdentifier } from './identifier.ts'
import { cutText } from './name.ts'
import { type HarnessRequest, type HarnessScope, harnessEmails, scopeQuery } from './request.ts'

/** Most members of one group, as far as the platform's validator shows. */
export const maxGroupMembers = 5000

/** Longest description, in UTF-16 units; a longer one is cut. */
export const maxDescriptionLength = 1024

/** Most tags of one group. */
export const maxTags = 128

export interface HarnessUserGroup {
  readonly identifier: string
  readonly name: string
  readonly description: string
  /** E-mail addresses of all members. */
  readonly emails: readonly string[]
  /** Shown on the platform, such as where the group came from; at most 128. */
  readonly tags?: Readonly<Record<string, string>>
  /** Where the platform tells the group of its own events, as it gave them: an update without them may leave the group without any. */
  readonly notificationConfigs?: readonly object[]
}

/**
 * Creates a group (`POST /ng/api/v2/user-groups`; members are e-mail addresses). Throws `InvalidArgumentError` for what the platform
 * would refuse: an identifier that is none, more than 5000 members, more than 128 tags.
 */
export function createUserGroupRequest(scope: HarnessScope, group: HarnessUserGroup): HarnessRequest {
  return { method: 'POST', path: '/ng/api/v2/user-groups', query: scopeQuery(scope), body: bodyOf(scope, group) }
}

/**
 * Replaces a group (`PUT /ng/api/v2/user-groups`). The call *replaces the membership*: whoever is not in `emails` is out, also somebody
 * whose address differs only by case, which is why addresses are lower-cased here. Throws as `createUserGroupRequest` does.
 */
export function updateUserGroupRequest(scope: HarnessScope, group: HarnessUserGroup): HarnessRequest {
  return { method: 'PUT', path: '/ng/api/v2/user-groups', query: scopeQuery(scope), body: bodyOf(scope, group) }
}

/** Reads one group (`GET /ng/api/v2/user-groups/{identifier}`). */
export function readUserGroupRequest(scope: HarnessScope, identifier: string): HarnessRequest {
  return {
    method: 'GET',
    path: `/ng/api/v2/user-groups/${encodeURIComponent(identifier)}`,
    query: scopeQuery(scope),
    body: null,
  }
}

function bodyOf(scope: HarnessScope, group: HarnessUserGroup): unknown {
  const { identifier, name, description, emails, tags = {}, notificationConfigs } = group
  if (!isIdentifier(identifier))
    throw new InvalidArgumentError(`Not a Harness identifier: ${JSON.stringify(identifier)}.`)
  const users = harnessEmails(emails)
  if (users.length > maxGroupMembers) {
    throw new InvalidArgumentError(`Group ${identifier} has ${users.length} members; Harness takes ${maxGroupMembers}.`)
  }
  const tagCount = Object.keys(tags).length
  if (tagCount > maxTags)
    throw new InvalidArgumentError(`Group ${identifier} has ${tagCount} tags; Harness takes ${maxTags}.`)
  return {
    ...scope,
    identifier,
    name,
    description: cutText(description, maxDescriptionLength),
    tags,
    users,
    ...(notificationConfigs ? { notificationConfigs } : {}),
  }
}
