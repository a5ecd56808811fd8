import { type FakeAnswer, notFound, refusal } from './fake-answer.ts'
import {
  getGroup,
  getShift,
  listExclusions,
  listGroups,
  listGroupSupervisors,
  listRoster,
  listShiftMembers,
  listShifts,
  ofGroup,
} from './fake-groups.ts'
import { readOccurrenceMembers, readOccurrences, readOnCall, readOnCallSummary } from './fake-on-call.ts'
import {
  getDevice,
  getPerson,
  listDevices,
  listMemberships,
  listPeople,
  listPersonDevices,
  listPersonSupervisors,
} from './fake-people.ts'
import {
  getService,
  getSite,
  listAbsences,
  listDeviceNames,
  listDeviceTypes,
  listRoles,
  listServices,
  listSites,
} from './fake-places.ts'
import type { FakeRead } from './fake-read.ts'

type Route = (read: FakeRead, ...asked: [string, string, string]) => FakeAnswer

/** Paths below `/api/xm/1`; a star stands for one segment, which is handed on decoded. */
const routes: Readonly<Record<string, Route>> = {
  people: listPeople,
  'people/*': getPerson,
  'people/*/devices': listPersonDevices,
  'people/*/supervisors': listPersonSupervisors,
  'people/*/group-memberships': listMemberships,
  devices: listDevices,
  'devices/*': getDevice,
  'device-names': listDeviceNames,
  'device-types': listDeviceTypes,
  groups: listGroups,
  'groups/*': getGroup,
  'groups/*/supervisors': listGroupSupervisors,
  'groups/*/members': listRoster,
  'groups/*/shifts': listShifts,
  'groups/*/shifts/*': getShift,
  'groups/*/shifts/*/members': listShiftMembers,
  'groups/*/shifts/*/exclusions': listExclusions,
  'groups/*/shifts/*/occurrences/*/members': (read, asked, shift, start) =>
    ofGroup(read, asked, (group) => readOccurrenceMembers(read, group, shift, start)),
  'groups/*/occurrences': (read, asked) => ofGroup(read, asked, (group) => readOccurrences(read, group)),
  'on-call': readOnCall,
  'on-call-summary': readOnCallSummary,
  'temporary-absences': listAbsences,
  sites: listSites,
  'sites/*': getSite,
  services: listServices,
  'services/*': getService,
  roles: listRoles,
}

const table = Object.entries(routes).map(([pattern, route]) => ({ parts: pattern.split('/'), route }))

/** Answers a read of `path`, which is the rest after `/api/xm/1/`. */
export function answerRoute(read: FakeRead, path: string): FakeAnswer {
  const segments = path.replace(/\/$/, '').split('/').map(decodeSegment)
  const found = table.find(
    ({ parts }) =>
      parts.length === segments.length && parts.every((part, index) => part === '*' || part === segments[index]),
  )
  if (found === undefined) return notFound('the endpoint')
  const { searchParams } = read.url
  if (searchParams.has('sortBy') !== searchParams.has('sortOrder')) return refusal(400, 'An order is given whole')
  const asked = segments.filter((_, index) => found.parts[index] === '*')
  return found.route(read, asked[0] ?? '', asked[1] ?? '', asked[2] ?? '')
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
