export type { Completeness, CompletenessGap, TenantSelection, TenantShift, XMattersTenant } from './tenant.ts'
export type * from './wire/index.ts'
