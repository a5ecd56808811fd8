import { type Override, userKey } from '../model/index.ts'
import { formatInstant } from '../time/index.ts'
import type { WireAbsence } from '../xmatters/wire/index.ts'
import { dropped, type Mapped, type MappingIssue } from './mapping-issue.ts'
import { readId, readInstant, readObject, readText } from './read-wire.ts'

export interface AbsenceContext {
  /** Rotations of one schedule on which the absent person can be on call. */
  readonly rotationKeys?: readonly string[]
}

/** Reads an absence; `null` where it cannot be one. Who stands in is decided by the replacement, not by `absenceType`. */
export function mapAbsence(absence: WireAbsence, context: AbsenceContext = {}): Mapped<Override | null> {
  const issues: MappingIssue[] = []
  const wire = readObject(absence)
  const from = readInstant(wire['start'])
  const to = readInstant(wire['end'])
  const member = readId(wire['member'])
  if (from === null) issues.push(dropped('absence.unreadable', 'start', 'No start; the absence is left out.'))
  if (to === null) issues.push(dropped('absence.unreadable', 'end', 'No end; the absence is left out.'))
  if (member === null) issues.push(dropped('absence.unreadable', 'id', 'Nobody is named; the absence is left out.'))
  if (from === null || to === null || member === null) return { value: null, issues }
  const replacement = readId(wire['replacement'])
  const group = readId(wire['group'])
  const start = formatInstant(from)
  return {
    value: {
      // Without an id it is known by what else tells one absence from another.
      key: `absence:${readText(wire['id']) ?? [member, group ?? 'all', start].join('/')}`,
      rotationKeys: [...new Set(context.rotationKeys ?? [])].sort(),
      from: start,
      to: formatInstant(to),
      replaces: userKey(member),
      replacement: replacement === null ? null : userKey(replacement),
      scope: group === null ? 'all' : 'group',
    },
    issues,
  }
}
