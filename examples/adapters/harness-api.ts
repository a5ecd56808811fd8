import ky, { isKyError } from 'ky'
import {
  createUserGroupRequest,
  type HarnessRequest,
  type HarnessScope,
  type HarnessUserGroup,
  invitationLimits,
  type InvitationOptions,
  type InvitationOutcome,
  invitationRequests,
  readInvitationOutcomes,
  readUserGroupRequest,
  scopeQuery,
  updateUserGroupRequest,
} from 'xmatters-sync/harness'

export interface HarnessApiOptions {
  /** Such as `https://app.harness.io/gateway`. */
  readonly baseUrl: string
  /** Of a service account that may view and manage users and user groups. */
  readonly apiKey: string
  readonly scope: HarnessScope
  /** Roles and groups that come with an invitation; without a role a person can do nothing. */
  readonly invitation?: InvitationOptions
  readonly clock?: () => number
  /** Waits for the invitation limit. Milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

export interface HarnessPerson {
  readonly email: string
  readonly name: string
  readonly status: 'active' | 'invited' | 'disabled'
  readonly externallyManaged: boolean
}

export interface HarnessGroup extends HarnessUserGroup {
  readonly tags: Readonly<Record<string, string>>
  readonly notificationConfigs: readonly object[]
  readonly managedBy: 'external' | 'built-in' | null
}

/** What the platform answered; `transient` where another attempt may help. */
export class HarnessError extends Error {
  readonly code: string
  readonly status: number
  readonly transient: boolean

  constructor(status: number, code: string, message: string) {
    super(status === 0 ? message : `Harness answered ${status}: ${message}`)
    this.status = status
    this.code = code
    this.transient = status === 0 || status === 429 || status >= 500
  }
}

const pageSize = 100
const minuteMs = 60_000

/** The calls of the platform's user management that an import needs. */
export function createHarnessApi({
  baseUrl,
  apiKey,
  scope,
  invitation = {},
  clock = Date.now,
  wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}: HarnessApiOptions) {
  // The library decides what is tried again, since it knows what may have been written.
  const http = ky.create({ prefix: baseUrl, headers: { 'x-api-key': apiKey }, retry: 0, throwHttpErrors: false })

  const send = async (
    { method, path, query, body }: HarnessRequest | (Omit<HarnessRequest, 'method'> & { readonly method: 'DELETE' }),
    signal?: AbortSignal,
  ): Promise<unknown> => {
    let response: Response
    let answer: Answer
    try {
      response = await http(path, {
        method,
        searchParams: { ...query },
        ...(body === null ? {} : { json: body }),
        ...(signal ? { signal } : {}),
      })
      answer = (await response.json().catch(() => ({}))) as Answer
    } catch (error) {
      if (signal?.aborted) throw error
      throw new HarnessError(0, 'HARNESS_UNREACHABLE', isKyError(error) ? error.name : 'No answer from Harness.')
    }
    if (response.ok) return answer.data
    throw new HarnessError(response.status, answer.code ?? 'HARNESS_ERROR', answer.message ?? response.statusText)
  }

  const everyPage = async <T>(method: 'GET' | 'POST', path: string, signal?: AbortSignal): Promise<readonly T[]> => {
    const all: T[] = []
    for (let pageIndex = 0; ; pageIndex += 1) {
      const query = { ...scopeQuery(scope), pageIndex: String(pageIndex), pageSize: String(pageSize) }
      const page = await send({ method, path, query, body: method === 'POST' ? {} : null }, signal)
      const { content, totalPages = 0 } = page as { readonly content: readonly T[]; readonly totalPages?: number }
      all.push(...content)
      if (content.length === 0 || pageIndex + 1 >= totalPages) return all
    }
  }

  const getGroup = async (identifier: string, signal?: AbortSignal): Promise<HarnessGroup | null> => {
    try {
      return groupOf((await send(readUserGroupRequest(scope, identifier), signal)) as WireGroup)
    } catch (error) {
      if (error instanceof HarnessError && error.status === 404) return null
      throw error
    }
  }

  // Ends of the last calls: what ended less than a minute ago may still count for the platform.
  let ends: number[] = []
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work)
    queue = turn.catch(() => undefined)
    return turn
  }
  const invitationTurn = async (request: HarnessRequest): Promise<unknown> => {
    for (let refusals = 0; ; refusals += 1) {
      ends = ends.filter((end) => end > clock() - minuteMs)
      if (ends.length >= invitationLimits.callsPerMinute) {
        await wait(ends[0]! + minuteMs - clock())
        continue
      }
      try {
        return await send(request)
      } catch (error) {
        // Others share the limit; it goes by address of the network.
        if (!(error instanceof HarnessError && error.status === 429) || refusals === 3) throw error
        await wait(minuteMs)
      } finally {
        ends.push(clock())
      }
    }
  }

  return {
    getGroup,

    /** Members of the account, then people who were invited and have not accepted. */
    async listPeople(signal?: AbortSignal): Promise<readonly HarnessPerson[]> {
      const members = await everyPage<{ user: WireUser }>('POST', '/ng/api/user/aggregate', signal)
      const invited = await everyPage<{ name?: string; email: string }>('POST', '/ng/api/invites/aggregate', signal)
      return [
        ...members.map(({ user: { email, name, disabled, externallyManaged = false } }) => ({
          email,
          name: name ?? email,
          status: disabled === true ? ('disabled' as const) : ('active' as const),
          externallyManaged,
        })),
        ...invited.map(({ email, name }) => ({
          email,
          name: name ?? email,
          status: 'invited' as const,
          externallyManaged: false,
        })),
      ]
    },

    /** With the addresses of their members, which only the second version of the API tells, one group a call. */
    async listGroups(signal?: AbortSignal): Promise<readonly HarnessGroup[]> {
      const listed = await everyPage<{ identifier: string }>('GET', '/ng/api/user-groups', signal)
      const groups: HarnessGroup[] = []
      for (let start = 0; start < listed.length; start += 8) {
        const some = listed.slice(start, start + 8).map(({ identifier }) => getGroup(identifier, signal))
        for (const group of await Promise.all(some)) if (group) groups.push(group)
      }
      return groups
    },

    /** `update` replaces name, description, tags, the whole membership and where the group is told of events. */
    async saveGroup(mode: 'create' | 'update', group: HarnessUserGroup): Promise<HarnessGroup> {
      const request = mode === 'create' ? createUserGroupRequest(scope, group) : updateUserGroupRequest(scope, group)
      return groupOf((await send(request)) as WireGroup)
    },

    async deleteGroup(identifier: string): Promise<void> {
      const path = `/ng/api/user-groups/${encodeURIComponent(identifier)}`
      await send({ method: 'DELETE', path, query: scopeQuery(scope), body: null })
    },

    /** At most 10 calls a minute with 100 addresses each, however many ask at once. */
    async invite(emails: readonly string[]): Promise<readonly InvitationOutcome[]> {
      const outcomes: InvitationOutcome[] = []
      for (const request of invitationRequests(scope, emails, invitation)) {
        const { emails: asked } = request.body as { readonly emails: readonly string[] }
        const answer = await inTurn(() => invitationTurn(request))
        outcomes.push(...readInvitationOutcomes(asked, answer))
      }
      return outcomes
    },
  }
}

interface Answer {
  readonly data?: unknown
  readonly code?: string
  readonly message?: string
}

interface WireUser {
  readonly email: string
  readonly name?: string
  readonly disabled?: boolean
  readonly externallyManaged?: boolean
}

interface WireGroup {
  readonly identifier: string
  readonly name: string
  readonly description?: string
  readonly tags?: Readonly<Record<string, string>>
  readonly notificationConfigs?: readonly object[]
  readonly users?: readonly { readonly email: string }[]
  readonly externallyManaged?: boolean
  readonly ssoLinked?: boolean
  readonly harnessManaged?: boolean
}

function groupOf(wire: WireGroup): HarnessGroup {
  const { identifier, name, description = '', tags = {}, notificationConfigs = [], users = [] } = wire
  const managedBy = wire.harnessManaged ? 'built-in' : wire.externallyManaged || wire.ssoLinked ? 'external' : null
  const emails = users.map(({ email }) => email).sort()
  return { identifier, name, description, tags, notificationConfigs, emails, managedBy }
}
