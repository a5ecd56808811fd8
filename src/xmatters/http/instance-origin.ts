import { InvalidArgumentError } from '../../errors.ts'

/** The part of a base URL that all reads share. */
export interface InstanceOrigin {
  /** Such as `https://acme.xmatters.com`. */
  readonly origin: string
  /** With the port where there is one. */
  readonly host: string
}

/**
 * Reads the address of an instance: an origin, with or without `/api/xm/1` behind it.
 *
 * Throws `InvalidArgumentError` for anything else; the message never repeats the address, which may hold a password.
 */
export function parseInstanceOrigin(baseUrl: string | URL, allowInsecure: boolean): InstanceOrigin {
  const text = String(baseUrl).trim()
  if (!URL.canParse(text)) {
    throw new InvalidArgumentError('baseUrl is no URL; it looks like https://acme.xmatters.com.')
  }
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InvalidArgumentError('baseUrl must begin with https://.')
  }
  if (url.protocol === 'http:' && !allowInsecure && !isLoopback(url.hostname)) {
    throw new InvalidArgumentError(
      'baseUrl begins with http://, which would send the credentials readable by others; use https://, or set allowInsecure.',
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new InvalidArgumentError('baseUrl holds a user name or password; give them as auth.')
  }
  if (url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('baseUrl must end with the host, without ? and #.')
  }
  if (!/^\/(?:api\/xm\/1\/?)?$/.test(url.pathname)) {
    throw new InvalidArgumentError('baseUrl has a path; only /api/xm/1 may follow the host.')
  }
  return { origin: url.origin, host: url.host }
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  )
}
