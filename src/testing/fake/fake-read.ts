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
  return url.searchParams
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

export function embeds(url: URL, name: string): boolean {
  return listOf(url, 'embed').includes(name)
}
