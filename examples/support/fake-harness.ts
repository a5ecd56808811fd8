import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isIdentifier } from 'xmatters-sync/harness'

/** A person of the account; one who was invited and has not accepted yet has no `uuid`. */
export interface FakeHarnessUser {
  uuid: string | null
  name: string
  email: string
  disabled?: boolean
  externallyManaged?: boolean
}

export interface FakeHarnessGroup {
  identifier: string
  name: string
  description: string
  tags: Record<string, string>
  notificationConfigs?: readonly object[]
  /** E-mail addresses, lower case. */
  users: string[]
  externallyManaged?: boolean
  harnessManaged?: boolean
}

type GroupBody = Pick<FakeHarnessGroup, 'identifier' | 'name' | 'users'> & Partial<FakeHarnessGroup>

export interface FakeHarnessOptions {
  readonly apiKey: string
  readonly accountIdentifier: string
  /** Milliseconds; the invitation limit counts by it. */
  readonly clock: () => number
}

export interface FakeHarness {
  readonly users: FakeHarnessUser[]
  readonly groups: Map<string, FakeHarnessGroup>
  /** Method, path and status of each call, in order. */
  readonly calls: string[]
  handle(request: Request): Promise<Response>
}

const invitationsPerCall = 100
const callsPerMinute = 10

/**
 * The rules of the platform's user management that an importer meets: identifiers, 100 invitations a call, 10 calls a minute, PUT replaces
 * the membership and all else, addresses are kept in lower case and compared as they are, the first version of the group API knows ids and the second
 * addresses, built-in and SCIM groups cannot be changed.
 */
export function createFakeHarness({ apiKey, accountIdentifier, clock }: FakeHarnessOptions): FakeHarness {
  const users: FakeHarnessUser[] = []
  const groups = new Map<string, FakeHarnessGroup>()
  const calls: string[] = []
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
      if (!/^[^@\s]+@[^@\s]+$/.test(email)) return [email, 'FAIL']
      const known = users.find((user) => user.email === email.toLowerCase())
      if (known) return [email, known.uuid === null ? 'USER_ALREADY_INVITED' : 'USER_ALREADY_ADDED']
      users.push({ uuid: null, name: email, email: email.toLowerCase() })
      return [email, 'USER_INVITED_SUCCESSFULLY']
    })
    return success({ addUserResponseMap: Object.fromEntries(outcomes) })
  }

  const writeGroup = (body: GroupBody, replace: boolean): Response => {
    const { identifier, name, description = '', tags = {}, notificationConfigs = [] } = body
    if (!isIdentifier(identifier)) return failure(400, 'INVALID_REQUEST', `identifier: ${identifier} is not valid`)
    if (!/^[\p{L}\p{M}\p{N}\-_./ ]{1,64}$/u.test(name)) return failure(400, 'INVALID_REQUEST', 'name: is not valid')
    if (description.length > 2048) return failure(400, 'INVALID_REQUEST', 'description: is too long')
    const existing = groups.get(identifier)
    if (existing && !replace) return failure(400, 'DUPLICATE_FIELD', `User group ${identifier} already exists`)
    if (!existing && replace) return failure(404, 'RESOURCE_NOT_FOUND', `No user group ${identifier}`)
    if (existing && isManaged(existing)) return failure(400, 'INVALID_REQUEST', `${identifier} is managed elsewhere`)
    // Members are looked up by the address as it is kept: one in another case is nobody, and so is out.
    const members = body.users.filter((email) => users.some((user) => user.email === email))
    const group = { identifier, name, description, tags, notificationConfigs, users: members }
    groups.set(identifier, group)
    return success(withPeople(group))
  }

  const userOf = (email: string): FakeHarnessUser | undefined => users.find((user) => user.email === email)

  const withPeople = (group: FakeHarnessGroup): unknown => ({
    ...group,
    users: group.users.map((email) => ({ email, uuid: userOf(email)?.uuid ?? null, name: userOf(email)?.name })),
  })

  const withIds = (group: FakeHarnessGroup): unknown => ({
    ...group,
    users: group.users.flatMap((email) => userOf(email)?.uuid ?? []),
  })

  const onGroup = (method: string, identifier: string, isSecondVersion: boolean): Response => {
    const group = groups.get(identifier)
    if (!group) return failure(404, 'RESOURCE_NOT_FOUND', `No user group ${identifier}`)
    if (method === 'GET') return success(isSecondVersion ? withPeople(group) : withIds(group))
    if (method !== 'DELETE' || isSecondVersion) return failure(405, 'INVALID_REQUEST', 'No such method')
    if (isManaged(group)) return failure(400, 'INVALID_REQUEST', `${identifier} is managed elsewhere`)
    groups.delete(identifier)
    return success(withIds(group))
  }

  const route = (method: string, url: URL, body: never): Response => {
    switch (`${method} ${url.pathname}`) {
      case 'POST /ng/api/user/users':
        return invite(body)
      case 'POST /ng/api/user/aggregate':
        return page(
          url,
          users.filter(({ uuid }) => uuid !== null).map((user) => ({ user })),
        )
      case 'POST /ng/api/invites/aggregate':
        return page(
          url,
          users.filter(({ uuid }) => uuid === null).map(({ name, email }) => ({ id: `invite-${email}`, name, email })),
        )
      case 'GET /ng/api/user-groups':
        return page(url, [...groups.values()].map(withIds))
      case 'POST /ng/api/v2/user-groups':
        return writeGroup(body, false)
      case 'PUT /ng/api/v2/user-groups':
        return writeGroup(body, true)
    }
    const [, version, identifier] = /^\/ng\/api\/(v2\/)?user-groups\/([^/]+)$/.exec(url.pathname) ?? []
    if (identifier === undefined) return failure(404, 'RESOURCE_NOT_FOUND', 'No such route')
    return onGroup(method, decodeURIComponent(identifier), version !== undefined)
  }

  const answer = async (request: Request, url: URL): Promise<Response> => {
    if (request.headers.get('x-api-key') !== apiKey) return failure(401, 'INVALID_TOKEN', 'Token is not valid')
    if (url.searchParams.get('accountIdentifier') !== accountIdentifier) {
      return failure(400, 'INVALID_REQUEST', 'accountIdentifier is required')
    }
    const text = await request.text()
    return route(request.method, url, (text === '' ? null : JSON.parse(text)) as never)
  }

  return {
    users,
    groups,
    calls,
    async handle(request) {
      const url = new URL(request.url)
      const response = await answer(request, url)
      calls.push(`${request.method} ${url.pathname} ${response.status}`)
      return response
    },
  }
}

/** Puts the fake on loopback, for clients that speak HTTP. */
export async function listenFakeHarness(
  fake: FakeHarness,
): Promise<{ readonly baseUrl: string; close(): Promise<void> }> {
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = 'GET', url = '/', headers } = request
      const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
      const asked = new Request(new URL(url, 'http://127.0.0.1'), {
        method,
        headers: new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        ...body,
      })
      void answerWith(fake.handle(asked), reply)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answerWith(answer: Promise<Response>, reply: ServerResponse): Promise<void> {
  try {
    const response = await answer
    reply.writeHead(response.status, { 'content-type': 'application/json' }).end(await response.text())
  } catch (error) {
    reply.writeHead(500).end(String(error))
  }
}

function isManaged({ externallyManaged, harnessManaged }: FakeHarnessGroup): boolean {
  return externallyManaged === true || harnessManaged === true
}

function page(url: URL, list: readonly unknown[]): Response {
  const pageIndex = Number(url.searchParams.get('pageIndex') ?? 0)
  const size = Math.min(Number(url.searchParams.get('pageSize') ?? 50), 100)
  const content = list.slice(pageIndex * size, (pageIndex + 1) * size)
  return success({ content, totalItems: list.length, totalPages: Math.ceil(list.length / size), pageIndex })
}

const success = (data: unknown): Response => Response.json({ status: 'SUCCESS', data, correlationId: 'fake' })

const failure = (status: number, code: string, message: string): Response =>
  Response.json({ status: 'ERROR', code, message, correlationId: 'fake' }, { status })
