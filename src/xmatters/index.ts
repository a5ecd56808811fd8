export {
  AbortedError,
  AuthenticationError,
  type ClientErrorCode,
  type ClientErrorDetails,
  InvalidResponseError,
  NotFoundError,
  PermissionError,
  RateLimitedError,
  TimeoutError,
  XMattersClientError,
} from './client-error.ts'
export type { ClientEvent } from './client-event.ts'
export type { ClientAuth, OAuthTokens, XMattersClientOptions } from './client-options.ts'
export type { ExportProgress } from './export/export-reader.ts'
export type { ExportOptions } from './export/export-tenant.ts'
export type { ObserveOptions } from './observe-on-call.ts'
export type { Page, PageIssue, PageIssueCode, PageList } from './page.ts'
export type { DeviceNamesResource, DeviceQuery, DevicesResource, DeviceTypesResource } from './resources/devices.ts'
export type { GetGroupOptions, GroupQuery, GroupsResource, RosterQuery, RosterResource } from './resources/groups.ts'
export type { OnCallQuery, OnCallResource, OnCallSummaryQuery, OnCallSummaryResource } from './resources/on-call.ts'
export type { GetPersonOptions, PeopleResource, PersonQuery } from './resources/people.ts'
export type {
  AbsenceQuery,
  AbsencesResource,
  RolesResource,
  ServiceQuery,
  ServicesResource,
  SiteQuery,
  SitesResource,
} from './resources/places.ts'
export type { CallOptions, PageQuery, SortOrder } from './resources/read-resource.ts'
export type {
  OccurrenceQuery,
  OccurrencesResource,
  ShiftMembersResource,
  ShiftQuery,
  ShiftsResource,
} from './resources/shifts.ts'
export type { Selection } from './selection.ts'
export type {
  Completeness,
  CompletenessGap,
  GapReason,
  TenantSelection,
  TenantShift,
  XMattersTenant,
} from './tenant.ts'
export type { ConnectionReport } from './test-connection.ts'
export type { RateBudget } from './transport.ts'
export type * from './wire/index.ts'
export { XMattersClient } from './xmatters-client.ts'
