import { groupKey, type UserGroup } from '../model/index.ts'
import type { WireGroup } from '../xmatters/wire/index.ts'
import { approximated, dropped, type Mapped, type MappingIssue } from './mapping-issue.ts'
import { isActive, readFlag, readObject, readText, readWord, type WireObject } from './read-wire.ts'

export interface GroupContext {
  /** User keys of the roster. */
  readonly memberKeys?: readonly string[]
  /** Group keys of the roster. */
  readonly memberGroupKeys?: readonly string[]
  readonly supervisorKeys?: readonly string[]
  /** Names of the services that the group owns. */
  readonly ownedServices?: readonly string[]
}

export type GroupKind = 'on-call' | 'broadcast' | 'dynamic'

/** `ONCALL`, `ON_CALL` and nothing at all are on-call groups; `null` for a word that is not known. */
export function groupKind(group: WireObject): GroupKind | null {
  const word = readWord(group['groupType']).replaceAll('_', '')
  if (word.includes('DYNAMIC') || readWord(group['recipientType']).includes('DYNAMIC')) return 'dynamic'
  if (word === 'BROADCAST') return 'broadcast'
  return word === '' || word === 'ONCALL' ? 'on-call' : null
}

/** Reads a group as a team. Who belongs to it comes with the context, because rosters are read apart. */
export function mapGroup(group: WireGroup, context: GroupContext = {}): Mapped<UserGroup> {
  const issues: MappingIssue[] = []
  const wire: WireObject = readObject(group)
  const id = readText(wire['id']) ?? ''
  const kind = groupKind(wire)
  const active = isActive(wire)
  if (kind === null)
    issues.push(approximated('group.kind', 'groupType', 'An unknown kind of group; taken for an on-call group.'))
  if (!active) issues.push(approximated('group.inactive', 'status', 'An inactive group reaches nobody.'))
  const site = readText(readObject(wire['site'])['name'])
  if (Object.keys(readObject(wire['site'])).length > 0) {
    const path = site === null ? 'site.id' : 'site.name'
    issues.push(
      approximated(
        'group.holiday-site',
        path,
        'On the holidays of this site ordinary shifts may pause; the API has no dates.',
      ),
    )
  }
  if (!readFlag(wire['useDefaultDevices'], true)) {
    issues.push(
      dropped(
        'policy.default-devices',
        'useDefaultDevices',
        'Default devices are not used for this group; contact rules are per person here.',
      ),
    )
  }
  return {
    value: {
      key: groupKey(id),
      name: readText(wire['targetName']) ?? id,
      description: readText(wire['description']) ?? '',
      membership: kind === 'dynamic' ? 'dynamic' : 'static',
      active,
      memberKeys: sortedSet(context.memberKeys),
      memberGroupKeys: sortedSet(context.memberGroupKeys),
      supervisorKeys: sortedSet(context.supervisorKeys),
      ownedServices: sortedSet(context.ownedServices),
      site,
    },
    issues,
  }
}

function sortedSet(values: readonly string[] = []): readonly string[] {
  return [...new Set(values)].sort()
}
