import type { Selection } from '../selection.ts'
import type { WireAbsence, WireGroup } from '../wire/index.ts'
import { idOf } from '../wire-schema/row-kind.ts'
import { collectById } from './collect-by-id.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportSource } from './export-source.ts'
import { readGroupParts } from './read-group-parts.ts'
import { readGroups } from './read-groups.ts'
import { addAbsence, noReferences } from './references.ts'
import { referencesOf, reportUnseen } from './report-unseen.ts'
import { selectGroups } from './select-groups.ts'

/** Reads the groups that fit and all that they refer to, so that none of them has a step that leads nowhere. */
export async function readSelection(source: ExportSource, reader: ExportReader, select: Selection): Promise<void> {
  const { client, signal } = source
  const { draft } = reader
  const { rows } = draft
  const abort = { signal }

  const known = new Map<string, WireGroup>()
  await readGroups(source, reader, known)
  await reader.list('services', client.services.list({}, abort), (row) => void rows.services.set(row.id, row))
  if (select.sites) {
    await reader.list('sites', client.sites.list({}, abort), (row) => void rows.sites.set(row.id, row))
  }
  const { groups, unknown } = selectGroups(select, {
    groups: known.values(),
    services: rows.services.values(),
    sites: rows.sites.values(),
  })
  for (const { resource, name } of unknown) {
    const message = `Nothing by the id or name ${JSON.stringify(name)} is among what the account may see.`
    draft.addGap(resource, undefined, 'not-found', message)
  }

  let frontier: readonly WireGroup[] = groups
  while (frontier.length > 0) {
    for (const group of frontier) rows.groups.set(group.id, group)
    await readGroupParts(source, reader, frontier)
    const named = referencesOf(rows).groups
    frontier = [...known.values()].filter(({ id }) => named.has(id) && !rows.groups.has(id))
  }
  const inOrder = [...known.values()].filter(({ id }) => rows.groups.has(id))
  rows.groups.clear()
  for (const group of inOrder) rows.groups.set(group.id, group)

  for (const [id, { ownedBy }] of rows.services) if (!rows.groups.has(idOf(ownedBy) ?? '')) rows.services.delete(id)
  await readOwners(source, reader)
  await readAbsences(source, reader)
  const { people } = referencesOf(rows)
  const peoplePages = await readPeople(source, reader, people)
  await readDevices(source, reader, people, peoplePages)
  await readSites(source, reader, select.sites !== undefined)
  reportUnseen(draft)
}

/** Devices that hold a slot themselves, whose people have to be known before their absences are. */
async function readOwners(source: ExportSource, reader: ExportReader): Promise<void> {
  const { client, signal } = source
  const { rows } = reader.draft
  await collectById(source, reader, referencesOf(rows).devices, {
    resource: 'devices',
    list: () => client.devices.list({}, { signal }),
    one: async (id) => [await client.devices.get(id, { signal })],
    keep: (device) => void rows.devices.set(device.id, device),
    idOf: ({ id }) => id,
  })
}

/** Absences of those who were read, of those who stand in for them, and so on. */
async function readAbsences({ client, signal }: ExportSource, reader: ExportReader): Promise<void> {
  const { rows } = reader.draft
  const all: WireAbsence[] = []
  await reader.list('absences', client.absences.list({}, { signal }), (row) => void all.push(row))
  const byMember = new Map<string, WireAbsence[]>()
  for (const absence of all) {
    const member = idOf(absence.member) ?? ''
    byMember.set(member, [...(byMember.get(member) ?? []), absence])
  }
  const wanted = new Set<WireAbsence>()
  const named = noReferences()
  for (const id of referencesOf(rows).people) named.people.add(id)
  // A set goes on to whoever is added on the way.
  for (const id of named.people) {
    for (const absence of byMember.get(id) ?? []) {
      const group = idOf(absence.group)
      if (group !== null && !rows.groups.has(group)) continue
      wanted.add(absence)
      addAbsence(named, absence)
    }
  }
  // In the order of the list, whichever part of which group came first.
  for (const absence of all) if (wanted.has(absence)) rows.absences.set(absence.id, absence)
}

async function readPeople(
  source: ExportSource,
  reader: ExportReader,
  ids: ReadonlySet<string>,
): Promise<number | null> {
  const { client, signal } = source
  const { rows } = reader.draft
  return collectById(source, reader, ids, {
    resource: 'people',
    list: () => client.people.list({ embed: ['roles'] }, { signal }),
    one: async (id) => [await client.people.get(id, { embed: ['roles'], signal })],
    keep: (person) => void rows.people.set(person.id, person),
    idOf: ({ id }) => id,
  })
}

async function readDevices(
  source: ExportSource,
  reader: ExportReader,
  people: ReadonlySet<string>,
  peoplePages: number | null,
): Promise<void> {
  const { client, signal } = source
  const { rows } = reader.draft
  await collectById(source, reader, people, {
    resource: 'devices',
    list: () => client.devices.list({}, { signal }),
    one: async (id) => {
      const devices = await reader.rows(client.people.devices(id, {}, { signal }), 'devices')
      return devices.map((device) => (idOf(device.owner) === null ? { ...device, owner: { id } } : device))
    },
    keep: (device) => void rows.devices.set(device.id, device),
    idOf: ({ owner }) => idOf(owner),
    several: true,
    // Whoever has a place in a shift has devices.
    leastPages: peoplePages,
  })
}

async function readSites(source: ExportSource, reader: ExportReader, isListed: boolean): Promise<void> {
  const { client, signal } = source
  const { rows } = reader.draft
  const ids = new Set([...rows.groups.values(), ...rows.people.values()].flatMap(({ site }) => idOf(site) ?? []))
  if (isListed) {
    for (const id of rows.sites.keys()) if (!ids.has(id)) rows.sites.delete(id)
    return
  }
  await collectById(source, reader, ids, {
    resource: 'sites',
    list: () => client.sites.list({}, { signal }),
    one: async (id) => [await client.sites.get(id, { signal })],
    keep: (site) => void rows.sites.set(site.id, site),
    idOf: ({ id }) => id,
  })
}
