import type { WireGroup, WireMembership } from '../../xmatters/wire/index.ts'
import { type FakeAnswer, notFound, ok } from './fake-answer.ts'
import { findNamed, has, isAmong, isFound, sortNamed } from './fake-filters.ts'
import { answerPage, embeddedRows, nestedPage } from './fake-page.ts'
import { embeds, type FakeRead } from './fake-read.ts'
import type { FakeShift } from './fake-tenant.ts'
import { rowsOf } from './rows-of.ts'

/** `GET /groups`. */
export function listGroups(read: FakeRead): FakeAnswer {
  const { tenant, url } = read
  const members = url.searchParams.has('members')
  const rows = tenant.groups.filter(
    (one) =>
      has(url, 'groupType', one.groupType ?? 'ON_CALL') &&
      has(url, 'status', one.status) &&
      isAmong(url, 'sites', one.site?.id, one.site?.name) &&
      isAmong(url, 'supervisors', ...rowsOf(one.supervisors).flatMap(({ id, targetName }) => [id, targetName])) &&
      isAmong(
        url,
        'members',
        ...(members ? membersOf(read, one).flatMap(({ member }) => [member.id, member.targetName]) : []),
      ) &&
      isFound(url, one.targetName, one.description),
  )
  const hasCriteria = url.searchParams.get('groupType') === 'DYNAMIC' && embeds(url, 'criteria')
  return answerPage(read, sortNamed(rows, url), (one) => shownGroup(read, one, { isSingle: false, hasCriteria }))
}

/** `GET /groups/{group}`. */
export function getGroup(read: FakeRead, asked: string): FakeAnswer {
  return ofGroup(read, asked, (group) => ok(shownGroup(read, group, { isSingle: true, hasCriteria: false })))
}

/** `GET /groups/{group}/supervisors`. */
export function listGroupSupervisors(read: FakeRead, asked: string): FakeAnswer {
  return ofGroup(read, asked, ({ supervisors }) => answerPage(read, rowsOf(supervisors)))
}

/** `GET /groups/{group}/members`: the roster. */
export function listRoster(read: FakeRead, asked: string): FakeAnswer {
  return ofGroup(read, asked, (group) => {
    const shifts = shiftsOf(read, group)
    return answerPage(read, membersOf(read, group), (row) => {
      if (!embeds(read.url, 'shifts')) return row
      const held = shifts.filter(({ members }) => members.some(({ recipient }) => recipient?.id === row.member.id))
      return { ...row, shifts: { count: held.length, total: held.length, data: held.map(shiftReference) } }
    })
  })
}

/** `GET /groups/{group}/shifts`. */
export function listShifts(read: FakeRead, asked: string): FakeAnswer {
  return ofGroup(read, asked, (group) => answerPage(read, shiftsOf(read, group), (one) => shownShift(read, group, one)))
}

/** `GET /groups/{group}/shifts/{shift}`. */
export function getShift(read: FakeRead, asked: string, shift: string): FakeAnswer {
  return ofShift(read, asked, shift, (group, found) => ok(shownShift(read, group, found)))
}

/** `GET /groups/{group}/shifts/{shift}/members`. */
export function listShiftMembers(read: FakeRead, asked: string, shift: string): FakeAnswer {
  return ofShift(read, asked, shift, (_, found) => {
    const rows = found.members.map((one) => ({ shift: shiftReference(found), ...one }))
    return answerPage(read, rows)
  })
}

/** `GET /groups/{group}/shifts/{shift}/exclusions`. */
export function listExclusions(read: FakeRead, asked: string, shift: string): FakeAnswer {
  return ofShift(read, asked, shift, (_, { exclusions }) => answerPage(read, rowsOf(exclusions)))
}

/** Answers for a group by its id or name, or says that there is none. */
export function ofGroup({ tenant }: FakeRead, asked: string, answer: (group: WireGroup) => FakeAnswer): FakeAnswer {
  const group = findNamed(tenant.groups, asked)
  return group === undefined ? notFound('the group') : answer(group)
}

function ofShift(
  read: FakeRead,
  asked: string,
  shift: string,
  answer: (group: WireGroup, shift: FakeShift) => FakeAnswer,
): FakeAnswer {
  return ofGroup(read, asked, (group) => {
    const found = findNamed(shiftsOf(read, group), shift)
    return found === undefined ? notFound('the shift') : answer(group, found)
  })
}

function membersOf({ tenant }: FakeRead, { id }: WireGroup): readonly WireMembership[] {
  return tenant.roster.filter(({ group }) => group.id === id)
}

function shiftsOf({ tenant }: FakeRead, { id }: WireGroup): readonly FakeShift[] {
  return tenant.shifts.filter(({ group }) => group?.id === id)
}

function shownGroup(
  { tenant, url, pageSize }: FakeRead,
  { supervisors, observers, services: _services, criteria, ...rest }: WireGroup,
  { isSingle, hasCriteria }: { readonly isSingle: boolean; readonly hasCriteria: boolean },
): object {
  const limit = Math.min(embeddedRows, pageSize)
  const path = `/api/xm/1/groups/${rest.id}`
  const owned =
    isSingle && embeds(url, 'services') ? tenant.services.filter(({ ownedBy }) => ownedBy?.id === rest.id) : null
  return {
    ...rest,
    ...(embeds(url, 'supervisors') && { supervisors: nestedPage(rowsOf(supervisors), `${path}/supervisors`, limit) }),
    ...(embeds(url, 'observers') && { observers: observers ?? { count: 0, total: 0, data: [] } }),
    ...(owned !== null && { services: { count: owned.length, total: owned.length, data: owned } }),
    ...(hasCriteria && { criteria }),
  }
}

function shownShift(
  { url, pageSize }: FakeRead,
  group: WireGroup,
  { members, rotation, exclusions, ...rest }: FakeShift,
): object {
  const path = `/api/xm/1/groups/${group.id}/shifts/${rest.id}`
  const limit = Math.min(embeddedRows, pageSize)
  return {
    ...rest,
    ...(embeds(url, 'members') && { members: nestedPage(members, `${path}/members`, limit) }),
    ...(embeds(url, 'rotation') && { rotation }),
    ...(embeds(url, 'exclusions') && { exclusions: nestedPage(rowsOf(exclusions), `${path}/exclusions`, limit) }),
  }
}

function shiftReference({ id, name, group, links }: FakeShift): object {
  return { id, name, group, links }
}
