import { isIdentifier } from 'xmatters-sync/harness'

/** A person of the account; one who was invited and has not accepted yet has no `uuid`. */
export interface FakeHarnessUser {
  uuid: string | null
  name: string
  email: string
  externallyManaged?: boolean
}

export interface FakeHarnessGroup {
  identifier: string
  name: string
  description: string
  tags: Record<string, string>
  /** E-mail addresses, lower case. */
  users: string[]
  externallyManaged?: boolean
  harnessManaged?: boolean
}

export interface FakeHarnessOptions {
  readonly apiKey: string
  readonly accountIdentifier: string
  /** Milliseconds; the invitation limit counts by it. */
  readonly clock: () => number
}

const invitationsPerCall = 100
const callsPerMinute = 10

/**
 * The rules of the platform's user management that an importer meets: identifiers, 100 invitations a call, 10 calls a minute, PUT replaces
 * the membership, addresses are kept in lower case and compared as they are, built-in and SCIM groups cannot be changed.
 */
export function createFakeHarness({ apiKey, accountIdentifier, clock }: FakeHarnessOptions) {
  const users: FakeHarnessUser[] = []
  const groups = new Map<string, FakeHarnessGroup>()
  let invitationCalls: number[] = []

  const invite = (body: { emails?: string[] }): Response => {
    const now = clock()
    invitationCalls = invitationCalls.filter((at) => at > now - 60_000)
    if (invitationCalls.length >= callsPerMinute) return failure(429, 'TOO_MANY_REQUESTS', 'Too many invitations.')
    invitationCalls.push(now)
    const emails = body.emails ?? []
    if (emails.length === 0 || emails.length > invitationsPerCall) {
      return failure(400, 'INVALID_REQUEST', `emails: size must be between 1 and ${invitationsPerCall}`)
    }
    const outcomes = emails.map((email): [string, string] => {
      const known = users.find((user) => user.email === email.toLowerCase())
      if (known) return [email, known.uuid === null ? 'USER_ALREADY_INVITED' : 'USER_ALREADY_ADDED']
      users.push({ uuid: null, name: email, email: email.toLowerCase() })
      return [email, 'USER_INVITED_SUCCESSFULLY']
    })
    return success({ addUserResponseMap: Object.fromEntries(outcomes) })
  }

  const writeGroup = (body: FakeHarnessGroup, replace: boolean): Response => {
    const { identifier, name, description = '', tags = {} } = body
    if (!isIdentifier(identifier)) return failure(400, 'INVALID_REQUEST', `identifier: ${identifier} is not valid`)
    const existing = groups.get(identifier)
    if (existing && !replace) return failure(400, 'DUPLICATE_FIELD', `User group ${identifier} already exists`)
    if (!existing && replace) return failure(404, 'RESOURCE_NOT_FOUND', `No user group ${identifier}`)
    if (existing?.externallyManaged || existing?.harnessManaged) {
      return failure(400, 'INVALID_REQUEST', `User group ${identifier} is managed elsewhere`)
    }
    // Members are looked up by the address as it is kept: one in another case is nobody, and so is out.
    const members = body.users.filter((email) => users.some((user) => user.email === email))
    const group = { identifier, name, description, tags, users: members }
    groups.set(identifier, group)
    return success(withIds(group))
  }

  const withIds = (group: FakeHarnessGroup): unknown => ({
    ...group,
    users: group.users.map((email) => ({ email, uuid: users.find((user) => user.email === email)?.uuid ?? null })),
  })

  const page = (url: URL, list: readonly unknown[]): Response => {
    const index = Number(url.searchParams.get('pageIndex') ?? 0)
    const size = Math.min(Number(url.searchParams.get('pageSize') ?? 50), 100)
    const content = list.slice(index * size, (index + 1) * size)
    return success({ content, totalItems: list.length, totalPages: Math.ceil(list.length / size), pageIndex: index })
  }

  return {
    users,
    groups,
    async handle(request: Request): Promise<Response> {
      const url = new URL(request.url)
      if (request.headers.get('x-api-key') !== apiKey) return failure(401, 'INVALID_TOKEN', 'Token is not valid')
      if (url.searchParams.get('accountIdentifier') !== accountIdentifier) {
        return failure(400, 'INVALID_REQUEST', 'accountIdentifier is required')
      }
      const body: never = request.method === 'GET' ? (null as never) : ((await request.json()) as never)
      switch (`${request.method} ${url.pathname}`) {
        case 'POST /ng/api/user/users':
          return invite(body)
        case 'POST /ng/api/user/aggregate':
          return page(
            url,
            users.filter(({ uuid }) => uuid !== null).map((user) => ({ user })),
          )
        case 'GET /ng/api/user-groups':
          return page(url, [...groups.values()].map(withIds))
        case 'POST /ng/api/v2/user-groups':
          return writeGroup(body, false)
        case 'PUT /ng/api/v2/user-groups':
          return writeGroup(body, true)
        default:
          return removeGroup(request.method, url.pathname)
      }
    },
  }

  function removeGroup(method: string, path: string): Response {
    const identifier = /^\/ng\/api\/user-groups\/([^/]+)$/.exec(path)?.[1]
    if (method !== 'DELETE' || identifier === undefined) return failure(404, 'RESOURCE_NOT_FOUND', 'No such route')
    return groups.delete(decodeURIComponent(identifier)) ? success(true) : failure(404, 'RESOURCE_NOT_FOUND', 'No such group')
  }
}

const success = (data: unknown): Response => Response.json({ status: 'SUCCESS', data, correlationId: 'fake' })

const failure = (status: number, code: string, message: string): Response =>
  Response.json({ status: 'ERROR', code, message, correlationId: 'fake' }, { status })
