import { append } from '../../get-or-add.ts'
import type { Selection } from '../selection.ts'
import type { PageList } from '../page.ts'
import type { WireAbsence, WireDevice, WireGroup } from '../wire/index.ts'
import { idOf } from '../wire-schema/row-kind.ts'
import { collectById } from './collect-by-id.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportSource } from './export-source.ts'
import { readGroupParts } from './read-group-parts.ts'
import { readGroups } from './read-groups.ts'
import { addAbsence, referencesOf } from './references.ts'
import { reportUnseen } from './report-unseen.ts'
import { selectGroups } from './select-groups.ts'

/** Reads the groups that fit and all that they refer to, so that none of them has a step that leads nowhere. */
export async function readSelection(source: ExportSource, reader: ExportReader, select: Selection): Promise<void> {
  const { client, signal } = source
  const { draft } = reader
  const { rows } = draft
  const abort = { signal }

  const known = new Map<string, WireGroup>()
  await readGroups(source, reader, known)
  await reader.list('services', client.services.list({}, abort))
  if (select.sites) await reader.list('sites', client.sites.list({}, abort))
  const { groups, unknown } = selectGroups(select, {
    groups: known.values(),
    services: rows.services.values(),
    sites: rows.sites.values(),
  })
  for (const { resource, name } of unknown) {
    const message = `Nothing by the id or name ${JSON.stringify(name)} is among what the account may see.`
    draft.addGap(resource, undefined, 'not-found', message)
  }
  await readNested(source, reader, known, groups)
  for (const [id, { ownedBy }] of rows.services) if (!rows.groups.has(idOf(ownedBy) ?? '')) rows.services.delete(id)
  const devicesByPages = (): PageList<WireDevice> => client.devices.list({}, abort)
  // Devices that hold a slot themselves: their people have to be known before the absences of those are.
  await collectById(source, reader, referencesOf(rows).devices, {
    resource: 'devices',
    list: devicesByPages,
    one: async (id) => [await client.devices.get(id, abort)],
  })
  await readAbsences(source, reader)
  const { people } = referencesOf(rows)
  const leastPages = await collectById(source, reader, people, {
    resource: 'people',
    list: () => client.people.list({ embed: ['roles'] }, abort),
    one: async (id) => [await client.people.get(id, { embed: ['roles'], signal })],
  })
  await collectById(source, reader, people, {
    resource: 'devices',
    list: devicesByPages,
    one: async (id) => {
      const devices = await reader.rows(client.people.devices(id, {}, abort), 'devices')
      return devices.map((device) => (idOf(device.owner) === null ? { ...device, owner: { id } } : device))
    },
    idOf: ({ owner }) => idOf(owner),
    several: true,
    // Whoever has a place in a shift has devices.
    leastPages,
  })
  const sites = new Set([...rows.groups.values(), ...rows.people.values()].flatMap(({ site }) => idOf(site) ?? []))
  if (select.sites) {
    for (const id of rows.sites.keys()) if (!sites.has(id)) rows.sites.delete(id)
  } else {
    await collectById(source, reader, sites, {
      resource: 'sites',
      list: () => client.sites.list({}, abort),
      one: async (id) => [await client.sites.get(id, abort)],
    })
  }
  reportUnseen(draft)
}

/** The parts of groups, and of those inside of them. */
async function readNested(
  source: ExportSource,
  reader: ExportReader,
  known: ReadonlyMap<string, WireGroup>,
  chosen: readonly WireGroup[],
): Promise<void> {
  const { rows } = reader.draft
  for (let frontier = chosen; frontier.length > 0;) {
    for (const group of frontier) rows.groups.set(group.id, group)
    await readGroupParts(source, reader, frontier)
    const named = referencesOf(rows).groups
    frontier = [...known.values()].filter(({ id }) => named.has(id) && !rows.groups.has(id))
  }
  const inOrder = [...known.values()].filter(({ id }) => rows.groups.has(id))
  rows.groups.clear()
  for (const group of inOrder) rows.groups.set(group.id, group)
}

/** Absences of those who were read, of those who stand in for them, and so on. */
async function readAbsences({ client, signal }: ExportSource, reader: ExportReader): Promise<void> {
  const { rows } = reader.draft
  const all: WireAbsence[] = []
  await reader.list('absences', client.absences.list({}, { signal }), (row) => void all.push(row))
  const byMember = new Map<string | null, WireAbsence[]>()
  for (const absence of all) append(byMember, idOf(absence.member), absence)
  const wanted = new Set<WireAbsence>()
  const named = referencesOf(rows)
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
  for (const absence of all) if (wanted.has(absence)) reader.draft.keep('absences', absence)
}
