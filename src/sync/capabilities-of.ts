import type { TargetAdapter, TargetCapabilities } from './target-adapter.ts'

/** What a planner must know of an adapter: its capabilities, and that it cannot invite where it has no `invite`. */
export function capabilitiesOf({
  capabilities,
  invite,
}: Pick<TargetAdapter, 'capabilities' | 'invite'>): Partial<TargetCapabilities> {
  return { ...capabilities, ...(invite === undefined ? { invite: false } : {}) }
}
