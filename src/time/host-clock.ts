/** What `Intl` of this host says of a zone: the offset at an instant. */
export interface HostClock {
  (epochMs: number): number
}

/** The release of the zone data that the host has, or null where it does not tell. Only Node and its kin do. */
export function hostTzdbVersion(): string | null {
  const host = globalThis as { readonly process?: { readonly versions?: { readonly tz?: unknown } } }
  const version: unknown = host.process?.versions?.tz
  return typeof version === 'string' && /^\d{4}[a-z]{1,2}$/.test(version) ? version : null
}

/** Null where the host does not know the zone. Abbreviations are not asked for, because some hosts take IST for Kolkata. */
export function createHostClock(zone: string): HostClock | null {
  if (!zone.includes('/') && zone !== 'UTC') return null
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' })
  } catch {
    return null
  }
  return (epochMs) => {
    const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(epochMs))
    if (match === null) return Number.NaN
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = match
    const total = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000
    return sign === '-' ? -total : total
  }
}
