import type { XMattersTenant } from '../../xmatters/index.ts'
import type { WireAbsence, WirePerson, WireService, WireSite } from '../../xmatters/wire/index.ts'
import { offices, teamAreas } from './data/names.ts'
import { createRandom, type Random } from './random.ts'
import { hireStaff } from './tenant-people.ts'
import { formTeams } from './tenant-teams.ts'
import { aService, anAbsence, aSite } from './wire-people.ts'
import { aReference } from './wire-references.ts'

export interface TenantOptions {
  /** Same seed, same tenant. Default 1. */
  readonly seed?: number
  /** Default 40. */
  readonly people?: number
  /** Default 8. */
  readonly groups?: number
  /** Instant of the capture, around which rotations and absences lie. Default `2026-11-23T12:00:00Z`. */
  readonly now?: string
}

/**
 * A composed company, the same for the same options: people with devices, nested teams, shifts of every recurrence and rotation
 * in several zones, absences, sites and services. With 45 groups there are more than 120 shifts.
 */
export function aTenant(options: TenantOptions = {}): XMattersTenant {
  const { seed = 1, people: peopleCount = 40, groups: groupCount = 8, now = '2026-11-23T12:00:00Z' } = options
  const nowMs = Date.parse(now)
  const random = createRandom(seed)
  const sites = offices.map(([name, timezone, city, state, country, postalCode, latitude, longitude]) =>
    aSite({
      name,
      timezone,
      city,
      state,
      country,
      postalCode,
      latitude,
      longitude,
      id: random.uuid(),
      address1: '1 Main Street',
    }),
  )
  const { people, devices } = hireStaff(random, sites, peopleCount)
  const teams = formTeams({ random, people, devices, sites, count: groupCount, nowMs })
  return {
    origin: 'xmatters:acme.xmatters.com',
    capturedAt: now,
    people,
    devices,
    ...teams,
    absences: absencesOf(random, people, teams, nowMs),
    sites: sites satisfies readonly WireSite[],
    services: servicesOf(random, teams.groups),
    selection: null,
    completeness: { complete: true, gaps: [] },
  }
}

const hourMs = 3_600_000

/** One person in ten is away: with and without somebody in place, for all groups or one, in chains and once in a circle. */
function absencesOf(
  random: Random,
  people: readonly WirePerson[],
  { groups, shifts }: Pick<XMattersTenant, 'groups' | 'shifts'>,
  nowMs: number,
): readonly WireAbsence[] {
  const teams = new Map(groups.map((group) => [group.id, group]))
  const groupIdOf = new Map(
    shifts.flatMap(({ group, members }) => members.map(({ recipient }) => [recipient?.id, group?.id] as const)),
  )
  const candidates = people.filter(({ id, status }) => groupIdOf.has(id) && status === 'ACTIVE')
  const away = random.some(candidates, Math.ceil(candidates.length / 10))
  const between = (person: WirePerson, fields: Partial<WireAbsence>): WireAbsence => {
    const startMs = nowMs + random.int(24, 24 * 18) * hourMs
    const endMs = startMs + random.int(8, 24 * 9) * hourMs
    return anAbsence({
      id: random.uuid(),
      start: new Date(startMs).toISOString(),
      end: new Date(endMs).toISOString(),
      member: { ...aReference(person), status: person.status ?? 'ACTIVE' },
      ...fields,
    })
  }
  return away.map((person, index) => {
    // Every fourth stands in for the one before: a chain, or a circle where that one was told to stand in for this one.
    const stand =
      index % 4 === 1 ? away[index - 1] : index % 4 === 0 ? away[index + 1] : people[random.int(0, people.length - 1)]
    const group = teams.get(groupIdOf.get(person.id) ?? '')
    const hasStand = index % 3 !== 2 && stand !== undefined && stand.id !== person.id
    return between(person, {
      ...(hasStand && { replacement: { ...aReference(stand), status: stand.status ?? 'ACTIVE' } }),
      absenceType: hasStand ? 'REPLACEMENT' : 'VACANCY',
      ...(index % 2 === 1 && group !== undefined && { group: { ...aReference(group), status: 'ACTIVE' } }),
    })
  })
}

const tiers = ['PLATINUM', 'GOLD', 'SILVER', 'BRONZE'] as const

function servicesOf(random: Random, groups: XMattersTenant['groups']): readonly WireService[] {
  return Array.from({ length: Math.ceil(groups.length * 0.6) }, (_, index): WireService => {
    const owner = groups[index]
    return aService({
      id: random.uuid(),
      targetName: `${(teamAreas[index % teamAreas.length] ?? 'core').toLowerCase()}-${index % 2 === 0 ? 'api' : 'worker'}${
        index < teamAreas.length ? '' : `-${index}`
      }`,
      description: 'Composed for tests',
      serviceTier: random.pick(tiers),
      serviceType: index % 3 === 0 ? 'TECHNICAL' : 'APPLICATION',
      ...(owner !== undefined && index % 7 !== 6 && { ownedBy: aReference(owner) }),
    })
  })
}
