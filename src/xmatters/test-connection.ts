import { type ClientErrorCode, XMattersClientError } from './client-error.ts'
import { connectionProblem } from './connection-problem.ts'
import { readHttpDate } from './http/retry-after.ts'
import { readEnvelope } from './list-envelope.ts'
import type { CallOptions } from './resources/read-resource.ts'
import type { RateBudget, ReadResponse, Transport } from './transport.ts'

/** What a status page or a setup form needs to know about a connection. */
export interface ConnectionReport {
  readonly ok: boolean
  /** What is wrong; `null` when nothing is. */
  readonly code: ClientErrorCode | null
  /** One sentence for people. */
  readonly message: string
  /** Host, such as `acme.xmatters.com`. */
  readonly instance: string
  /** Whom the credentials belong to; `null` where the instance does not say, as for API keys. */
  readonly user: { readonly id: string; readonly targetName: string; readonly name: string } | null
  /** Which lists may be read, by the names that the client has for them; `null` where it could not be found out. */
  readonly permissions: Readonly<Record<string, boolean | null>>
  /** The instance's clock minus the local one, in milliseconds; `null` where it does not tell. */
  readonly clockSkewMs: number | null
  readonly rateBudget: RateBudget | null
}

/** Lists that an export reads, the one first that decides whether there is anything to read. */
const probes = ['groups', 'people', 'devices', 'absences', 'sites', 'services'] as const

export async function testConnection(
  transport: Transport,
  username: string | null,
  { signal }: CallOptions = {},
): Promise<ConnectionReport> {
  const abort = signal ? { signal } : {}
  const permissions: Record<string, boolean | null> = {}
  let clockSkewMs: number | null = null
  const report = (
    code: ClientErrorCode | null,
    message: string,
    user: ConnectionReport['user'] = null,
  ): ConnectionReport => ({
    ok: code === null,
    code,
    message,
    instance: transport.host,
    user,
    permissions,
    clockSkewMs,
    rateBudget: transport.rateBudget(),
  })
  const probe = async (name: (typeof probes)[number]): Promise<XMattersClientError | null> => {
    const route = name === 'absences' ? '/temporary-absences' : `/${name}`
    try {
      const response = await transport.read({ route, query: { limit: 1 }, retries: 1, ...abort })
      clockSkewMs ??= skewOf(response)
      if (!readEnvelope(response.json)) {
        throw new XMattersClientError('not-xmatters', `${route} answered with JSON that is not of xMatters.`, { route })
      }
      permissions[name] = true
      return null
    } catch (error) {
      if (!(error instanceof XMattersClientError) || error.code === 'aborted') throw error
      permissions[name] = error.code === 'permission' ? false : null
      return error
    }
  }

  const [first, ...others] = probes
  const problem = await probe(first)
  if (problem && problem.code !== 'permission') return report(problem.code, connectionProblem(problem, transport.host))
  await Promise.all(others.map(probe))
  const user = username === null ? null : await whoIs(transport, username, abort)
  const refused = probes.filter((name) => permissions[name] === false)
  if (problem)
    return report('permission', `${transport.host} is reached, but its groups may not be read by this account.`, user)
  const who = user === null ? '' : ` as ${user.name}`
  const but = refused.length === 0 ? '' : `; refused: ${refused.join(', ')}`
  return report(null, `${transport.host} can be read${who}${but}.`, user)
}

/** The person behind a login, which is a targetName or a webLogin. A login that cannot be looked up is no failure. */
async function whoIs(
  transport: Transport,
  username: string,
  abort: { readonly signal?: AbortSignal },
): Promise<ConnectionReport['user']> {
  try {
    const { json } = await transport.read({
      route: '/people',
      query: { webLogin: username, limit: 1 },
      retries: 1,
      ...abort,
    })
    const row = readEnvelope(json)?.rows[0] as Readonly<Record<string, unknown>> | undefined
    if (typeof row?.['id'] !== 'string' || row['webLogin'] !== username) return null
    const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '')
    const name = `${text('firstName')} ${text('lastName')}`.trim() || text('targetName')
    return { id: row['id'], targetName: text('targetName'), name }
  } catch (error) {
    if (!(error instanceof XMattersClientError) || error.code === 'aborted') throw error
    return null
  }
}

function skewOf({ headers }: ReadResponse): number | null {
  const at = readHttpDate(headers.get('date') ?? '')
  return at === null ? null : at - Date.now()
}
