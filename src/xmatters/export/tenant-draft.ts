import type { PageIssue, PageIssueCode } from '../page.ts'
import type { CompletenessGap, GapReason, TenantSelection, TenantShift, XMattersTenant } from '../tenant.ts'
import type { WireMembership } from '../wire/index.ts'
import { idOf } from '../wire-schema/row-kind.ts'

/** The lists that a whole export reads, of rows with an id. */
export const tenantLists = ['groups', 'people', 'devices', 'absences', 'sites', 'services'] as const

export type TenantList = (typeof tenantLists)[number]

/** A row of such a list. */
export type TenantRow<List extends TenantList> = XMattersTenant[List][number]

/** What a tenant is gathered from: rows by what makes them the same again, so that each is in once. */
export type TenantRows = { readonly [List in TenantList]: Map<string, TenantRow<List>> } & {
  /** By group and member, see `rosterKey`. */
  readonly roster: Map<string, WireMembership>
  readonly shifts: Map<string, TenantShift>
}

/** A tenant in the making, with an account of what is read and what could not be. */
export interface TenantDraft {
  readonly rows: TenantRows
  keep<List extends TenantList>(list: List, row: TenantRow<List>): void
  /** Whether a list, or the part of a group, was read to its end. */
  isRead(resource: string, group?: string): boolean
  markRead(resource: string, group?: string): void
  addGap(resource: string, group: string | undefined, reason: GapReason, message: string): void
  addIssues(issues: readonly PageIssue[], resource: string, group?: string): void
  /** `selection`: `null` for everything. */
  build(selection: TenantSelection | null): XMattersTenant
}

/** What an issue of a page means for the whole; those not named lose nothing. */
const gapReasons: Partial<Record<PageIssueCode, GapReason>> = {
  'unreadable-row': 'unreadable',
  'duplicate-row': 'duplicate',
  'repeated-page': 'loop',
  'link-loop': 'loop',
  'total-changed': 'total-mismatch',
  'total-mismatch': 'total-mismatch',
  'nested-incomplete': 'total-mismatch',
  capped: 'filtered',
}

export function rosterKey(group: string, member: string): string {
  return `${group} ${member}`
}

export function createTenantDraft(origin: string, capturedAt: string): TenantDraft {
  const rows: TenantRows = {
    people: new Map(),
    devices: new Map(),
    groups: new Map(),
    roster: new Map(),
    shifts: new Map(),
    absences: new Map(),
    sites: new Map(),
    services: new Map(),
  }
  const read = new Set<string>()
  const gaps: CompletenessGap[] = []
  const partKey = (resource: string, group = ''): string => `${resource} ${group}`
  const addGap: TenantDraft['addGap'] = (resource, group, reason, message) => {
    const where = group === undefined ? resource : `${resource} of group ${group}`
    gaps.push({ resource, ...(group === undefined ? {} : { group }), reason, message: `${where}: ${message}` })
  }
  return {
    rows,
    keep: (list, row) => void (rows[list] as Map<string, { readonly id: string }>).set(row.id, row),
    isRead: (resource, group) => read.has(partKey(resource, group)),
    markRead: (resource, group) => void read.add(partKey(resource, group)),
    addGap,
    addIssues: (issues, resource, group) => {
      for (const { code, path, message } of issues) {
        const reason = gapReasons[code]
        if (reason !== undefined) addGap(resource, group, reason, path === '' ? message : `${path}: ${message}`)
      }
    },
    build: (selection) => ({
      origin,
      capturedAt,
      people: [...rows.people.values()],
      devices: [...rows.devices.values()],
      groups: [...rows.groups.values()],
      roster: inOrderOf(rows.groups, rows.roster),
      shifts: inOrderOf(rows.groups, rows.shifts),
      absences: [...rows.absences.values()],
      sites: [...rows.sites.values()],
      services: [...rows.services.values()],
      selection,
      completeness: { complete: gaps.every(({ reason }) => reason === 'duplicate'), gaps: gaps.toSorted(byMessage) },
    }),
  }
}

/** Whichever was heard of first. A message begins with its place. */
function byMessage(one: CompletenessGap, other: CompletenessGap): number {
  return one.message < other.message ? -1 : one.message > other.message ? 1 : 0
}

/** Parts of groups, which came in whichever order their requests ended. */
function inOrderOf<T extends { readonly group?: unknown }>(
  groups: ReadonlyMap<string, unknown>,
  parts: ReadonlyMap<string, T>,
): readonly T[] {
  const places = new Map([...groups.keys()].map((id, index) => [id, index]))
  const place = ({ group }: T): number => places.get(idOf(group) ?? '') ?? groups.size
  return [...parts.values()].sort((one, other) => place(one) - place(other))
}
