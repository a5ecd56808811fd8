import { InvalidArgumentError } from '../../errors.ts'
import { XMattersClientError } from '../client-error.ts'
import type { QueryValues } from '../transport.ts'

/** Below the origin, before every route. */
const apiPath = '/api/xm/1'

/** The address of a route. Throws `InvalidArgumentError` for an id or a name that no resource can have. */
export function routeUrl(
  origin: string,
  route: string,
  params: Readonly<Record<string, string>> = {},
  query: QueryValues = {},
): string {
  const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => pathSegment(name, params[name]))
  const search = queryText(query)
  return `${origin}${apiPath}${path}${search === '' ? '' : `?${search}`}`
}

/** The address of a link that the instance gave, which may lead anywhere: one that leaves the instance is refused. */
export function linkUrl(origin: string, link: string, route: string): string {
  const url = URL.canParse(link, origin) ? new URL(link, origin) : null
  if (url === null || url.origin !== origin || url.username !== '' || url.password !== '') {
    throw new XMattersClientError('unsafe-link', `${route} gave a link that leaves the instance; it is not followed.`, {
      route,
      attempts: 0,
    })
  }
  url.hash = ''
  return url.href
}

/** One encoded segment; without the ones that would end in another place of the API. */
function pathSegment(name: string, value: string | undefined): string {
  if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
    throw new InvalidArgumentError(`A ${name} is named by its id or its name; got ${JSON.stringify(value ?? null)}.`)
  }
  return encodeText(value, name)
}

/** Elements of a list are parted by commas, so that the commas inside of them are the encoded ones. */
function queryText(query: QueryValues): string {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
      if (typeof value === 'number' && !(Number.isInteger(value) && value >= 0)) {
        throw new InvalidArgumentError(`${name} must be a whole number of at least 0; got ${value}.`)
      }
      const text = Array.isArray(value)
        ? value.map((item) => listItem(name, item)).join(',')
        : encodeText(String(value), name)
      return [`${encodeText(name, name)}=${text}`]
    })
    .join('&')
}

/** An empty one would be taken for none, and so for all. */
function listItem(name: string, item: unknown): string {
  if (typeof item === 'string' && item !== '') return encodeText(item, name)
  throw new InvalidArgumentError(`${name} must hold words that are not empty; got ${JSON.stringify(item ?? null)}.`)
}

function encodeText(text: string, name: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    throw new InvalidArgumentError(`${name} holds half of a character and cannot be sent.`)
  }
}
