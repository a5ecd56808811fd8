/** Where the `Authorization` header of each request comes from. */
export interface CredentialSource {
  /** The header's value for the next request. Rejects with `AuthenticationError` where there is none to be had. */
  current(signal: AbortSignal): Promise<string>
  /** After a 401: true when there is another value now that is worth a try. */
  renew(refused: string, signal: AbortSignal): Promise<boolean>
  /** Everything that must not show in an error. */
  secrets(): readonly string[]
  /** False where a refusal is for good. */
  readonly canChange: boolean
  /** True where every request has the same value, so that the first 401 says all. */
  readonly isFixed: boolean
}
