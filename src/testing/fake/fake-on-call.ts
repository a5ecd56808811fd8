import { aReference } from '../builders/wire-references.ts'
import type { WireGroup, WireOccurrenceMember, WirePerson } from '../../xmatters/wire/index.ts'
import { type FakeAnswer, notFound, ok, refusal } from './fake-answer.ts'
import { answerPage, nestedPage } from './fake-page.ts'
import { embeds, type FakeRead, listOf, rawListOf } from './fake-read.ts'
import type { FakeTenant } from './fake-tenant.ts'
import { type WalkRow, type WalkWindow, walkOnCall } from './on-call-walk.ts'

/** From a day ago to 90 days ahead, the most that the instance knows. */
const longestWindowMs = 91 * 86_400_000

/** `GET /on-call`. */
export function readOnCall(read: FakeRead): FakeAnswer {
  const { tenant, url, readings } = read
  const groups = groupsOf(tenant, url)
  if (groups === null) return noSuchGroup()
  if (groups.length === 0) return refusal(400, 'The groups parameter is needed')
  if (groups.length > 30) return refusal(400, 'At most 30 groups at once')
  const window = readWindow(tenant, url)
  if (window === null) return refusal(400, 'The window is not valid')
  if (window.toMs - window.fromMs > longestWindowMs) return refusal(400, 'The window is longer than 90 days')
  const embed = listOf(url, 'embed')
  const membersPerShift = Math.max(1, Math.min(Number(url.searchParams.get('membersPerShift') ?? 3) || 3, 100))
  const rowsOf = walkOnCall(tenant, window, readings)
  const rows = groups.flatMap((group) => rowsOf(group))
  return answerPage(read, rows, (row) => shownRow(row, { embed, membersPerShift }))
}

/** `GET /groups/{group}/occurrences`. */
export function readOccurrences(read: FakeRead, group: WireGroup): FakeAnswer {
  const { tenant, url, readings } = read
  const window = readWindow(tenant, url)
  if (window === null) return refusal(400, 'The window is not valid')
  const shifts = listOf(url, 'shifts')
  const rows = walkOnCall(
    tenant,
    window,
    readings,
  )(group).filter(({ shift }) => shift !== undefined && (shifts.length === 0 || shifts.includes(shift.id)))
  return answerPage(read, rows, (row) => {
    const shown = shownRow(row, { embed: [], membersPerShift: 100 })
    return embeds(url, 'members') ? shown : { ...shown, members: undefined }
  })
}

/** The rest of a row's members, by the link that the row gives. */
export function readOccurrenceMembers(read: FakeRead, group: WireGroup, shiftId: string, start: string): FakeAnswer {
  const fromMs = Date.parse(start)
  if (Number.isNaN(fromMs)) return notFound('the occurrence')
  const rows = walkOnCall(read.tenant, { fromMs, toMs: fromMs + 1 }, read.readings)(group)
  const row = rows.find((one) => one.shift?.id === shiftId && Date.parse(one.start ?? '') === fromMs)
  return row === undefined ? notFound('the occurrence') : answerPage(read, row.members ?? [])
}

/** `GET /on-call-summary`: a bare array, of at most 1000 rows. */
export function readOnCallSummary({ tenant, url, readings }: FakeRead): FakeAnswer {
  const groups = url.searchParams.has('groups') ? groupsOf(tenant, url) : tenant.groups
  if (groups === null) return noSuchGroup()
  const at = Date.parse(url.searchParams.get('at') ?? tenant.capturedAt)
  const rowsOf = walkOnCall(tenant, { fromMs: at, toMs: at + 1 }, readings)
  return ok(groups.flatMap((group) => rowsOf(group).flatMap((row) => summaryRows(group, row))).slice(0, 1000))
}

function summaryRows(group: WireGroup, { shift, members = [] }: WalkRow): object[] {
  if (shift === undefined) return []
  let level = 1
  return members.flatMap(({ delay, member }, index) => {
    if (index > 0 && Number(delay) > 0) level += 1
    if (member === undefined) return []
    const { id, targetName, recipientType, firstName, lastName }: Partial<WirePerson> = member
    const displayName = [firstName, lastName].filter(Boolean).join(' ') || targetName
    return {
      group: { id: group.id, name: group.targetName },
      shift: { id: shift.id, name: shift.name },
      recipient: { id, targetName, displayName, firstName, lastName, recipientType },
      delay: Number(delay),
      escalationLevel: level,
    }
  })
}

function shownRow(
  row: WalkRow,
  { embed, membersPerShift }: { readonly embed: readonly string[]; readonly membersPerShift: number },
): object {
  const { group, shift, start, end, members = [] } = row
  if (shift === undefined) return { group, start, end }
  const { members: _members, rotation: _rotation, exclusions: _exclusions, ...whole } = shift
  const path = `/api/xm/1/groups/${group.id}/shifts/${shift.id}`
  const shown = embed.includes('members.owner') ? members : members.map(withoutOwner)
  return {
    group,
    shift: embed.includes('shift') ? whole : { id: shift.id, name: shift.name, links: { self: path } },
    start,
    end,
    members: nestedPage(shown, `${path}/occurrences/${start ?? ''}/members`, membersPerShift),
    notifyEndOfEscalation: { notifyEnabled: false },
  }
}

/** Without the embed, the owner of a device is no more than mentioned. */
function withoutOwner(one: WireOccurrenceMember): object {
  if (one.member === undefined || !('owner' in one.member) || one.member.owner === undefined) return one
  return { ...one, member: { ...one.member, owner: aReference(one.member.owner) } }
}

function readWindow(tenant: FakeTenant, url: URL): WalkWindow | null {
  const [at, from, to] = ['at', 'from', 'to'].map((name) => url.searchParams.get(name))
  if (from === null && to === null) {
    const atMs = Date.parse(at ?? tenant.capturedAt)
    return Number.isNaN(atMs) ? null : { fromMs: atMs, toMs: atMs + 1 }
  }
  const [fromMs, toMs] = [Date.parse(from ?? tenant.capturedAt), Date.parse(to ?? '')]
  return at === null && fromMs < toMs ? { fromMs, toMs } : null
}

/** Not a 404: the endpoint is there, one of the groups asked for is not. */
function noSuchGroup(): FakeAnswer {
  return refusal(400, 'The specified group does not exist', 'validation.group.group_not_exists')
}

/** Groups by ids or names; `null` when there is no such group. Bare commas part them, and an encoded one where no name has it. */
function groupsOf(tenant: FakeTenant, url: URL): readonly WireGroup[] | null {
  const find = (name: string): WireGroup | undefined =>
    tenant.groups.find(({ id, targetName }) => id === name || targetName === name)
  const found = rawListOf(url, 'groups').flatMap((asked) => {
    const group = find(asked)
    return group === undefined ? asked.split(',').map(find) : [group]
  })
  return found.some((one) => one === undefined) ? null : found.filter((one) => one !== undefined)
}
