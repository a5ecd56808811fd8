import type { FakeReadings } from './fake-readings.ts'
import type { FakeTenant } from './fake-tenant.ts'

/** One request for rows. */
export interface FakeRead {
  readonly tenant: FakeTenant
  readonly url: URL
  /** The longest page that the instance gives. */
  readonly pageSize: number
  readonly readings: FakeReadings
}

/** The values of a parameter, however often it is given, split at their commas. */
export function listOf(url: URL, name: string): readonly string[] {
  return rawListOf(url, name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** The same, split at bare commas only: an encoded one belongs to a value. */
export function rawListOf(url: URL, name: string): readonly string[] {
  const given = url.search
    .slice(1)
    .split('&')
    .filter((part) => part.startsWith(`${name}=`))
  return given
    .flatMap((part) => part.slice(name.length + 1).split(','))
    .map((value) => new URLSearchParams(`value=${value}`).get('value') ?? '')
    .filter((value) => value !== '')
}

export function embeds(url: URL, name: string): boolean {
  return listOf(url, 'embed').includes(name)
}
