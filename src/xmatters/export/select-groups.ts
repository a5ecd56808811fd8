import type { Selection } from '../selection.ts'
import type { TenantSelection } from '../tenant.ts'
import type { WireGroup, WireService } from '../wire/index.ts'
import { idOf } from '../wire-schema/row-kind.ts'

export interface SelectedGroups {
  readonly groups: readonly WireGroup[]
  /** Ids and names that were asked for and that nothing has, by what they should be of. */
  readonly unknown: readonly { readonly resource: string; readonly name: string }[]
}

/** Whether a selection leaves anything out. */
export function isSelective(select: Selection | undefined): select is Selection {
  return select !== undefined && Object.values(select).some((part) => part !== undefined)
}

/** The groups that fit every part of a selection. */
export function selectGroups(
  select: Selection,
  groups: Iterable<WireGroup>,
  services: Iterable<WireService>,
): SelectedGroups {
  const all = [...groups]
  const unknown: { resource: string; name: string }[] = []
  const known = new Set<string>()
  const note = (resource: string, asked: readonly string[] | undefined): void => {
    for (const name of asked ?? []) if (!known.has(`${resource} ${name}`)) unknown.push({ resource, name })
  }
  /** Whether one of the words is asked for, and remembers that it exists. */
  const fits = (resource: string, asked: readonly string[] | undefined, ...words: readonly unknown[]): boolean => {
    if (asked === undefined) return true
    const found = words.filter((word): word is string => typeof word === 'string' && asked.includes(word))
    for (const word of found) known.add(`${resource} ${word}`)
    return found.length > 0
  }
  const owners = new Set<string>()
  for (const service of services) {
    const owner = idOf(service.ownedBy)
    if (fits('services', select.services, service.id, service.targetName) && owner !== null) owners.add(owner)
  }
  const chosen = all.filter((group) => {
    const isNamed = fits('groups', select.groups, group.id, group.targetName)
    const isThere = fits('sites', select.sites, idOf(group.site), group.site?.name)
    return (
      isNamed &&
      isThere &&
      (select.services === undefined || owners.has(group.id)) &&
      (select.pattern === undefined || (group.targetName ?? '').search(select.pattern) >= 0) &&
      (select.where === undefined || select.where(group))
    )
  })
  note('groups', select.groups)
  note('sites', select.sites)
  note('services', select.services)
  return { groups: chosen, unknown }
}

/** What was asked, in words that can be stored. */
export function describeSelection({ groups, pattern, sites, services, where }: Selection): TenantSelection['asked'] {
  return {
    ...(groups ? { groups } : {}),
    ...(pattern ? { pattern: String(pattern) } : {}),
    ...(sites ? { sites } : {}),
    ...(services ? { services } : {}),
    ...(where ? { where: true } : {}),
  }
}
