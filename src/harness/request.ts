/** One call of the platform API, for any HTTP client: `path` is below the gateway, such as `https://app.harness.io/gateway`. */
export interface HarnessRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Where on the platform: an account, or an organization or a project in it. */
export interface HarnessScope {
  readonly accountIdentifier: string
  readonly orgIdentifier?: string
  readonly projectIdentifier?: string
}

/** The scope as query parameters, left out where it is wider. */
export function scopeQuery(scope: HarnessScope): Record<string, string> {
  const { accountIdentifier, orgIdentifier, projectIdentifier } = scope
  return {
    accountIdentifier,
    ...(orgIdentifier === undefined ? {} : { orgIdentifier }),
    ...(projectIdentifier === undefined ? {} : { projectIdentifier }),
  }
}

/** The platform keeps e-mail addresses in lower case and compares them as they are. */
export const harnessEmail = (email: string): string => email.trim().toLowerCase()

/** Lower-cased, sorted, without repetition: membership is a set. */
export const harnessEmails = (emails: Iterable<string>): readonly string[] =>
  [...new Set([...emails].map(harnessEmail))].sort()
