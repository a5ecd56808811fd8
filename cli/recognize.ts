import type { ParityReport, SyncPlan, XMattersTenant } from 'xmatters-sync'

/** What `export` wrote. */
export function isTenant(value: unknown): value is XMattersTenant {
  return isObject(value) && 'people' in value && 'shifts' in value
}

/** What `plan --out` wrote, edited or not. */
export function isPlan(value: unknown): value is SyncPlan {
  return isObject(value) && 'changes' in value && 'safety' in value
}

/** What `verify --out` wrote. */
export function isParity(value: unknown): value is ParityReport {
  return isObject(value) && 'personMinutes' in value && 'policies' in value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
