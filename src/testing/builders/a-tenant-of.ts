import type { XMattersTenant } from '../../xmatters/index.ts'

/** A tenant of just the rows that a test is about, complete and captured on 2026-11-23 at noon UTC; every other list is empty. */
export function aTenantOf(rows: Partial<XMattersTenant>): XMattersTenant {
  return {
    origin: 'xmatters:acme.xmatters.com',
    capturedAt: '2026-11-23T12:00:00Z',
    people: [],
    devices: [],
    groups: [],
    roster: [],
    shifts: [],
    absences: [],
    sites: [],
    services: [],
    selection: null,
    completeness: { complete: true, gaps: [] },
    ...rows,
  }
}
