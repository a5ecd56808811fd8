import type { Selection } from '../selection.ts'
import type { TenantSelection } from '../tenant.ts'
import type { WireGroup, WireService, WireSite } from '../wire/index.ts'
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

/** The groups that fit every part of a selection. A group may mention its site without the name, which the list of sites has. */
export function selectGroups(
  { pattern, where, ...select }: Selection,
  known: {
    readonly groups: Iterable<WireGroup>
    readonly services: Iterable<WireService>
    readonly sites: Iterable<WireSite>
  },
): SelectedGroups {
  const groups = namesOf(select.groups)
  const services = namesOf(select.services)
  const sites = namesOf(select.sites)
  const owners = new Set<string | null>()
  for (const { id, targetName, ownedBy } of known.services) {
    if (services.fit(id, targetName)) owners.add(idOf(ownedBy))
  }
  const places = new Set<string | null>()
  for (const { id, name } of known.sites) if (sites.fit(id, name)) places.add(id)
  const chosen = [...known.groups].filter((group) => {
    const site = idOf(group.site)
    const isNamed = groups.fit(group.id, group.targetName)
    const isThere = sites.fit(site, group.site?.name) || places.has(site)
    return (
      isNamed &&
      isThere &&
      (select.services === undefined || owners.has(group.id)) &&
      (pattern === undefined || (group.targetName ?? '').search(pattern) >= 0) &&
      (where === undefined || where(group))
    )
  })
  const unknown = Object.entries({ groups, sites, services }).flatMap(([resource, names]) =>
    [...names.unknown].map((name) => ({ resource, name })),
  )
  return { groups: chosen, unknown }
}

/** Ids and names that are asked for, of which those are struck off that something has. */
function namesOf(asked: readonly string[] | undefined): {
  readonly fit: (...words: readonly unknown[]) => boolean
  readonly unknown: ReadonlySet<string>
} {
  const wanted = new Set<unknown>(asked)
  const unknown = new Set(asked)
  const fit = (...words: readonly unknown[]): boolean => {
    const found = words.filter((word) => wanted.has(word))
    for (const word of found) unknown.delete(String(word))
    return asked === undefined || found.length > 0
  }
  return { fit, unknown }
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
