import type { ParityReport, XMattersTenant } from 'xmatters-sync'

/** What `export` wrote. */
export function isTenant(value: unknown): value is XMattersTenant {
  return isObject(value) && 'people' in value && 'shifts' in value
}

/** What `verify --out` wrote. */
export function isParity(value: unknown): value is ParityReport {
  return isObject(value) && 'personMinutes' in value && 'policies' in value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
