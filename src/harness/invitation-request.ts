import { type HarnessRequest, type HarnessScope, harnessEmail, harnessEmails, scopeQuery } from './request.ts'

/** Limits of the invitation call: e-mail addresses in one call, and calls a minute from one IP address. */
export const invitationLimits = { emailsPerCall: 100, callsPerMinute: 10 } as const

/** Role given with the invitation; a user with no role, direct or through a group, can do nothing. */
export interface RoleBinding {
  readonly roleIdentifier: string
  readonly resourceGroupIdentifier: string
}

export interface InvitationOptions {
  readonly roleBindings?: readonly RoleBinding[]
  /** Identifiers of groups to join at once. */
  readonly userGroups?: readonly string[]
}

/** As many calls (`POST /ng/api/user/users`) as the addresses need, 100 in each; lower-cased, sorted, each address once. */
export function invitationRequests(
  scope: HarnessScope,
  emails: Iterable<string>,
  options: InvitationOptions = {},
): readonly HarnessRequest[] {
  const { roleBindings = [], userGroups = [] } = options
  const all = harnessEmails(emails)
  const requests: HarnessRequest[] = []
  for (let start = 0; start < all.length; start += invitationLimits.emailsPerCall) {
    const batch = all.slice(start, start + invitationLimits.emailsPerCall)
    requests.push({
      method: 'POST',
      path: '/ng/api/user/users',
      query: scopeQuery(scope),
      body: { emails: batch, userGroups, roleBindings },
    })
  }
  return requests
}

export interface InvitationOutcome {
  readonly email: string
  readonly outcome: 'invited' | 'added' | 'already' | 'failed'
  /** The platform's own word, or that it said nothing. */
  readonly detail: string
}

const outcomes: ReadonlyMap<string, InvitationOutcome['outcome']> = new Map([
  ['USER_INVITED_SUCCESSFULLY', 'invited'],
  ['USER_ADDED_SUCCESSFULLY', 'added'],
  ['USER_ALREADY_ADDED', 'already'],
  ['USER_ALREADY_INVITED', 'already'],
])

/**
 * One outcome for each address asked for, from the answer to an invitation call (`data`, or `data.addUserResponseMap`: address to
 * outcome). Partial success is normal; an address without an answer counts as failed.
 */
export function readInvitationOutcomes(emails: Iterable<string>, answer: unknown): readonly InvitationOutcome[] {
  const said = new Map<string, string>()
  for (const [email, word] of Object.entries(responseMap(answer))) {
    if (typeof word === 'string') said.set(harnessEmail(email), word)
  }
  return harnessEmails(emails).map((email) => {
    const detail = said.get(email) ?? 'NO_ANSWER'
    return { email, outcome: outcomes.get(detail) ?? 'failed', detail }
  })
}

function responseMap(answer: unknown): object {
  let value: unknown = answer
  for (const key of ['data', 'addUserResponseMap']) {
    if (isObject(value) && Object.hasOwn(value, key)) value = value[key]
  }
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
