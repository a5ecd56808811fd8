import { InvalidArgumentError } from '../../errors.ts'
import type { ClientAuth, XMattersClientOptions } from '../client-options.ts'

/** What each kind of credentials must have, as callers without a compiler may forget. */
const needed = {
  basic: ['username', 'password'],
  apiKey: ['key', 'secret'],
  bearer: [],
  oauth: ['clientId'],
} as const satisfies Record<ClientAuth['kind'], readonly string[]>

/** Throws `InvalidArgumentError` that names the option and never repeats a credential. */
export function checkOptions({ auth, ...options }: XMattersClientOptions): void {
  checkAuth(auth)
  checkNumber('concurrency', options.concurrency, 1)
  checkNumber('retries', options.retries, 0)
  checkNumber('timeoutMs', options.timeoutMs, 1)
  checkNumber('totalTimeoutMs', options.totalTimeoutMs, 1)
  checkNumber('maxResponseBytes', options.maxResponseBytes, 1)
  const { requestsPerSecond, fetch, onEvent, userAgent } = options
  if (userAgent !== undefined && !/^[\x20-\x7e]+$/.test(userAgent)) {
    throw new InvalidArgumentError('userAgent must be text that a header can hold.')
  }
  for (const [name, value] of Object.entries({ fetch, onEvent })) {
    if (value !== undefined && typeof value !== 'function')
      throw new InvalidArgumentError(`${name} must be a function.`)
  }
  if (requestsPerSecond !== undefined && !(requestsPerSecond > 0 && requestsPerSecond < Number.POSITIVE_INFINITY)) {
    throw new InvalidArgumentError(`requestsPerSecond must be a number above 0; got ${requestsPerSecond}.`)
  }
}

function checkAuth(auth: ClientAuth): void {
  const given: Readonly<Record<string, unknown>> = { ...auth }
  const names: readonly string[] | undefined = Object.hasOwn(needed, auth?.kind) ? needed[auth.kind] : undefined
  if (names === undefined) {
    throw new InvalidArgumentError(`auth.kind must be one of ${Object.keys(needed).join(', ')}.`)
  }
  const isThere = (name: string): boolean => typeof given[name] === 'string' && given[name] !== ''
  const missing = names.find((name) => !isThere(name))
  if (missing !== undefined) throw new InvalidArgumentError(`auth.${missing} is missing or empty.`)
  if (auth.kind === 'bearer' && typeof auth.token !== 'function') {
    throw new InvalidArgumentError('auth.token must be a function that gives a token.')
  }
  if (auth.kind === 'oauth' && !isThere('refreshToken') && !(isThere('username') && isThere('password'))) {
    throw new InvalidArgumentError('auth needs a refreshToken, or a username and a password.')
  }
  if (auth.kind === 'basic' && auth.username.includes(':')) {
    throw new InvalidArgumentError('auth.username has a colon, which basic authentication cannot send.')
  }
}

/** Timers take 32 bits; a longer time would end at once. */
const most = 2 ** 31 - 1

function checkNumber(name: string, value: number | undefined, least: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return
  throw new InvalidArgumentError(`${name} must be a whole number from ${least} to ${most}; got ${value}.`)
}
