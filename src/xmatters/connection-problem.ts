import type { ErrorCause } from '../errors.ts'
import type { XMattersClientError } from './client-error.ts'

/** One sentence on why a host cannot be read, and what to look at. */
export function connectionProblem({ code, message, cause }: XMattersClientError, host: string): string {
  switch (code) {
    case 'authentication':
      return `${host} refused the credentials (401): check user and password, or key and secret; passwords of single sign-on do not work.`
    case 'connection':
      return networkProblem((cause as ErrorCause | undefined)?.code ?? '', host)
    case 'not-xmatters':
      return `${host} does not answer as xMatters does, but perhaps as a proxy, a login page or another product: check baseUrl.`
    case 'unsafe-link':
      return `${host} sends readers elsewhere, which is not followed, because credentials must not go there: check baseUrl.`
    default:
      return `${host}: ${message}`
  }
}

/** By the words of the runtime for what failed below HTTP. */
function networkProblem(code: string, host: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `${host} is not the name of a host that can be found: check baseUrl.`
  if (code === 'ECONNREFUSED')
    return `${host} accepts no connections: check baseUrl, and what stands between here and there.`
  if (/CERT|SIGNED|TLS|SSL/.test(code)) return `${host} shows a certificate that is not trusted here (${code}).`
  return `${host} breaks the connection${code === '' ? '' : ` (${code})`}: check baseUrl, and what stands between here and there.`
}
